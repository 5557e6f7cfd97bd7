/* A publication that is open beside the days: it has an address of its own, so the back button closes it. What is being
   typed in a form is not replaced by what comes. */
(() => {
  "use strict";
  const panel = () => document.getElementById("pub-panel");
  const isTyping = (root) => {
    const field = document.activeElement;
    return field && root.contains(field) && field.matches("input:not([type=hidden]), textarea, select");
  };
  let opener = "";

  function show(address, isBack) {
    if (!isBack) history.pushState({ panel: true }, "", address);
    window.htmx.ajax("GET", address, { source: document.getElementById("live"), target: "#live", swap: "outerHTML" }).then(() => {
      const shown = panel();
      if (shown && !shown.hidden && shown.classList.contains("is-over")) (shown.querySelector(".panel-shut") || shown).focus({ preventScroll: true });
      else if (opener) document.querySelector(`[data-open="${opener}"]`)?.focus({ preventScroll: true });
    });
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[data-open]");
    if (link && document.getElementById("live")) {
      event.preventDefault();
      opener = link.dataset.open;
      const address = new URL(location.href);
      address.searchParams.set("open", opener);
      address.hash = "";
      show(address.pathname + address.search);
      return;
    }
    const shut = event.target.closest("a[data-shut]");
    if (shut) {
      event.preventDefault();
      const address = new URL(location.href);
      address.searchParams.delete("open");
      show(address.pathname + address.search);
    }
  });

  addEventListener("popstate", (event) => {
    if (document.querySelector("[data-calendar]") && !new URLSearchParams(location.search).has("drawer")) {
      event.stopImmediatePropagation();
      show(location.pathname + location.search, true);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const shown = panel();
    if (shown && !shown.hidden && shown.classList.contains("is-over") && document.getElementById("drawer")?.hidden !== false) shown.querySelector("[data-shut]")?.click();
  });

  /* A part in which somebody types waits until they are done; an answer to what they sent comes at once. */
  let isAnswer = false;
  document.addEventListener("htmx:beforeSwap", (event) => { isAnswer = event.detail.requestConfig.verb !== "get"; });
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target } = event.detail;
    if (!isAnswer && target.matches(".panel, .platform, .draft-cover") && isTyping(target)) event.detail.shouldSwap = false;
  });

  /* A version that is asked for is being made at once: the page looks again. */
  document.addEventListener("htmx:afterRequest", (event) => {
    const { requestConfig, successful } = event.detail;
    if (successful && requestConfig.verb !== "get" && event.target.closest(".out-version")) setTimeout(() => window.htmx.trigger("#live", "look"), 200);
  });

  /* What was open stays open when its card is sent anew. */
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    const before = target.querySelectorAll ? target.querySelectorAll("details") : [];
    const fresh = fragment.querySelector(`#${CSS.escape(target.id)}`);
    if (!fresh || !before.length) return;
    const after = fresh.querySelectorAll("details");
    before.forEach((one, index) => {
      if (one.open && after[index] && after[index].className === one.className) after[index].open = true;
    });
  });
})();
