/* Drawers over every page: ?drawer=activity, ?drawer=account:members. A drawer is an address: it is there after a
   reload, the back button closes it. Also here: the figures in the bar, the worker that makes the studio an app. */
(() => {
  "use strict";
  const LOOK_EVERY_MS = 5_000;
  const drawer = document.getElementById("drawer");

  /* --- The app ---------------------------------------------------------------------------- */
  if ("serviceWorker" in navigator && document.body.dataset.worker) {
    addEventListener("load", async () => {
      try {
        const app = await navigator.serviceWorker.register(document.body.dataset.worker, { scope: "/", updateViaCache: "none" });
        document.addEventListener("visibilitychange", () => { if (!document.hidden) app.update().catch(() => {}); });
      } catch { /* Without it the studio is a page like any other. */ }
    });
  }

  /* The page that stands in for one that could not be fetched. */
  if (document.querySelector("[data-reload]")) {
    const again = () => location.reload();
    document.querySelector("[data-reload]").addEventListener("click", (event) => { event.preventDefault(); again(); });
    addEventListener("online", again);
    setInterval(async () => {
      const answer = await fetch("/health/", { cache: "no-store" }).catch(() => null);
      if (answer && answer.ok) again();
    }, LOOK_EVERY_MS / 2);
  }

  if (!drawer) return;
  const panel = drawer.querySelector(".drawer-panel");
  const body = document.getElementById("drawer-body");
  const title = document.getElementById("drawer-title");
  const behind = () => document.querySelectorAll(".topbar, main, .skip");
  let shown = "";
  let opener = null;
  let fromInside = false;

  /* --- Where one is ----------------------------------------------------------------------------- */
  const wanted = () => new URLSearchParams(location.search).get("drawer") || "";
  const nameOf = (at) => at.split(":")[0];
  const isDrawer = (at) => ["activity", "account"].includes(nameOf(at));
  const hasOwnPage = (at) => document.querySelector(`main [data-page="${nameOf(at)}"]`);

  function addressOf(at) {
    const address = new URL(location.href);
    if (at) address.searchParams.set("drawer", at);
    else address.searchParams.delete("drawer");
    return address.pathname + address.search.replaceAll("%3A", ":") + address.hash;
  }

  function go(at) {
    const depth = (history.state && history.state.drawer) || 0;
    history.pushState({ drawer: shown && !depth ? 0 : depth + 1 }, "", addressOf(at));
    settle();
  }

  function close() {
    const depth = (history.state && history.state.drawer) || 0;
    if (depth) {
      history.go(-depth);
    } else {
      history.replaceState(null, "", addressOf(""));
      settle();
    }
  }

  function settle() {
    const at = wanted();
    if (at === shown) return;
    if (at && isDrawer(at)) show(at);
    else hide();
  }

  /* Pages have states of their own in their addresses: what only concerns the drawer is none of theirs. */
  let page = addressOf("");
  addEventListener("popstate", (event) => {
    const now = addressOf("");
    if (now === page && wanted() !== shown) event.stopImmediatePropagation();
    page = now;
    settle();
  });
  document.addEventListener("click", () => { page = addressOf(""); }, true);

  /* --- Open and shut ------------------------------------------------------------------------------ */
  function show(at) {
    const isNew = nameOf(at) !== nameOf(shown);
    if (drawer.hidden) {
      opener = document.activeElement;
      page = addressOf("");
      drawer.hidden = false;
      for (const element of behind()) element.inert = true;
      panel.focus({ preventScroll: true });
    }
    shown = at;
    title.textContent = title.dataset[nameOf(at)];
    if (isNew) body.replaceChildren(document.getElementById("drawer-skeleton").content.cloneNode(true));
    load();
  }

  function load() {
    const rest = shown.includes(":") ? shown.slice(shown.indexOf(":") + 1) : "";
    body.setAttribute("aria-busy", "true");
    window.htmx.ajax("GET", `${drawer.dataset[nameOf(shown)]}?at=${encodeURIComponent(rest)}`, { source: body, target: body, swap: "innerHTML" })
      .catch(() => { /* What to say of it is said below. */ });
  }

  function hide() {
    const name = nameOf(shown);
    shown = "";
    drawer.hidden = true;
    body.replaceChildren();
    for (const element of behind()) element.inert = false;
    const back = opener && opener.isConnected && opener !== document.body ? opener : document.querySelector(`.topbar [data-drawer^="${name}"]`);
    if (back) back.focus({ preventScroll: true });
    opener = null;
    look();
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-drawer-close]")) return close();
    if (event.target.closest("[data-drawer-again]")) return load();
    const link = event.target.closest("a[data-drawer]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (hasOwnPage(link.dataset.drawer)) return;
    event.preventDefault();
    fromInside = body.contains(link);
    go(link.dataset.drawer);
  });

  /* The page behind stays where it is; its scroll bar too, so that nothing jumps. */
  drawer.querySelector(".drawer-shade").addEventListener("wheel", (event) => event.preventDefault(), { passive: false });

  /* Keys that are pressed in the drawer are not meant for the page behind it. */
  drawer.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    event.stopPropagation();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !drawer.hidden && document.activeElement === document.body) close();
  });

  /* --- What comes ------------------------------------------------------------------------------------ */
  document.addEventListener("htmx:afterSettle", (event) => {
    if (drawer.hidden || !drawer.contains(event.target)) return;
    if (event.target === body) {
      body.removeAttribute("aria-busy");
      const tab = body.querySelector(".tabs [aria-current]");
      if (tab) tab.parentElement.scrollLeft = tab.offsetLeft - (tab.parentElement.clientWidth - tab.clientWidth) / 2;
      if (fromInside) tab?.focus({ preventScroll: true });
      fromInside = false;
    }
    if (document.activeElement === document.body) panel.focus({ preventScroll: true });
  });
  for (const trouble of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(trouble, (event) => {
      if (event.detail.target !== body) return;
      body.removeAttribute("aria-busy");
      body.replaceChildren(document.getElementById("drawer-trouble").content.cloneNode(true));
    });
  }

  /* A log that is open stays open when its line is sent anew. */
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const fresh = event.detail.fragment.querySelector(".job-log");
    const log = event.detail.target.matches(".job") && event.detail.target.querySelector(".job-log");
    if (fresh && log && event.detail.fragment.querySelectorAll(".job").length === 1) fresh.open = log.open;
  });

  /* The studio changes its colours at once; the cookie is for the next page. */
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button || button.name !== "theme") return;
    const theme = button.value === "system" ? "" : button.value;
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    const colour = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) meta.content = colour;
    document.querySelector("meta[name=color-scheme]").content = theme || "dark light";
  }, true);

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.classList.add("is-done");
    } catch { /* Where the browser does not let us, the link is selected and people copy it. */
      const field = button.parentElement.querySelector("[data-select]");
      if (field) { field.focus(); field.select(); }
    }
  });
  document.addEventListener("focusin", (event) => { if (event.target.matches("[data-select]")) event.target.select(); });

  /* --- The figures in the bar -------------------------------------------------------------------------- */
  const badge = () => document.getElementById("activity-badge");
  const isLive = () => badge().hasAttribute("data-live");
  /* A page, or a list, that asks for itself brings the figures along. */
  const own = () => document.querySelector("#live[hx-get]");
  const isInSight = () => !document.hidden && badge() && !document.querySelector("#activity-live[hx-get]");

  async function look() {
    if (!isInSight()) return;
    /* What rests is asked once when somebody comes back to it: others may have worked on it. */
    if (own()) {
      if (!own().hasAttribute("data-live")) window.htmx.trigger(own(), "look");
      return;
    }
    const answer = await fetch(`${drawer.dataset.badge}?shown=${badge().dataset.shown}`, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer || answer.status !== 200 || !badge()) return;
    badge().outerHTML = await answer.text();
    if (nameOf(shown) === "activity") load();
  }

  setInterval(() => { if (isInSight() && !own() && isLive()) look(); }, LOOK_EVERY_MS);
  document.addEventListener("visibilitychange", look);
  addEventListener("focus", look);
  document.addEventListener("htmx:afterRequest", (event) => {
    const { requestConfig, successful } = event.detail;
    if (successful && requestConfig && requestConfig.verb !== "get" && !own()) setTimeout(look, 300);
  });
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    if (event.detail.target.id === "activity-badge" && nameOf(shown) === "activity" && isInSight()) load();
  });

  settle();
})();
