/* Long films: a scene's rows come when it is opened. What is open is said with every request, so that a page that is
   followed live is sent that and no more. Without script the same buttons ask for a page of its own. */
(() => {
  "use strict";
  const ways = (root = document) => Array.from(root.querySelectorAll("form[data-unfold]"));
  const isOpen = (way) => way.hasAttribute("data-is-open");
  const holds = (way, key) => way.dataset.holds.split(" ").includes(key);
  const wishes = new Map();

  function unfolded() {
    const open = [];
    for (const way of ways()) {
      const key = way.dataset.unfold;
      if (wishes.get(key) ?? isOpen(way)) open.push(key);
    }
    return open.join(".");
  }

  document.addEventListener("htmx:configRequest", (event) => {
    if (ways().length) event.detail.parameters.unfolded = unfolded();
  });

  function ask() {
    const address = document.querySelector("[data-folds]").dataset.folds;
    return window.htmx.ajax("GET", address, { target: "#live", swap: "outerHTML" });
  }

  function wish(some, toOpen) {
    const changing = some.filter((way) => isOpen(way) !== toOpen && wishes.get(way.dataset.unfold) !== toOpen);
    if (!changing.length) return Promise.resolve();
    for (const way of changing) {
      wishes.set(way.dataset.unfold, toOpen);
      if (toOpen) way.closest("[data-v]").classList.add("is-opening");
    }
    return ask().finally(() => {
      for (const way of changing) {
        wishes.delete(way.dataset.unfold);
        way.closest("[data-v]")?.classList.remove("is-opening");
      }
    });
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-unfold]")) wish([form], !isOpen(form));
    else if (form.matches("[data-unfold-all]")) wish(ways(), form.dataset.unfoldAll === "open");
    else return;
    event.preventDefault();
  });

  /* What works on all rows, such as finding words or reading aloud, has them come first. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-needs-rows]");
    if (!button) return;
    const scope = button.dataset.needsRows === "scene" ? button.closest("[data-v]") : document;
    const shut = ways(scope).filter((way) => !isOpen(way));
    if (!shut.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const place = button.closest("[id]").id;
    const selector = `[data-needs-rows="${button.dataset.needsRows}"]`;
    wish(shut, true).then(() => {
      const again = button.isConnected ? button : document.getElementById(place)?.querySelector(selector);
      if (again) again.click();
    });
  }, true);
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("input[data-needs-all-rows]")) wish(ways(), true);
  });

  /* A link to a row leads there, also where its scene is shut. */
  async function lead() {
    const key = decodeURIComponent(location.hash.slice(1));
    if (!key || document.getElementById(key)) return;
    const way = ways().find((one) => holds(one, key));
    if (!way) return;
    await wish([way], true);
    const row = document.getElementById(key);
    if (!row) return;
    row.scrollIntoView({ block: "center" });
    const first = row.querySelector("a, button, textarea, input:not([type=hidden])");
    if (first) first.focus({ preventScroll: true });
  }
  addEventListener("hashchange", lead);

  /* Where reading on is the way to use a page, scenes open as they come near. */
  let near = [];
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const way = entry.isIntersecting && ways(entry.target)[0];
      if (way && !isOpen(way)) near.push(way);
    }
    if (!near.length) return;
    wish(near.filter((way) => way.isConnected), true);
    near = [];
  }, { rootMargin: "600px 0px" });
  function follow() {
    watch.disconnect();
    for (const box of document.querySelectorAll("[data-unfolds-near]")) watch.observe(box);
  }
  document.addEventListener("htmx:afterSettle", follow);
  addEventListener("load", () => { lead(); follow(); });
})();
