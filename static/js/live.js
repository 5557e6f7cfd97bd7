/* Pages that change while they are looked at: tell the server what is shown, leave what plays alone, say when the line is cut. */
(() => {
  "use strict";
  const toast = () => document.getElementById("toast");
  const held = new Map();
  const words = document.getElementById("words").dataset;

  function say(sentence, link) {
    const box = toast();
    if (!box) return;
    box.textContent = sentence;
    if (link) {
      const way = document.createElement("a");
      way.href = link.href;
      way.textContent = link.label;
      box.append(" ", way);
    }
    box.hidden = false;
  }

  function hush() {
    const box = toast();
    if (box) box.hidden = true;
  }

  document.addEventListener("htmx:configRequest", (event) => {
    const versions = Array.from(document.querySelectorAll("[data-v]"), (part) => part.dataset.v);
    event.detail.parameters.seen = versions.join(".");
  });

  /* A part whose video plays is replaced once it has stopped. */
  function playing(element) {
    return Array.from(element.querySelectorAll("video")).find((video) => !video.paused && !video.ended && !video.muted);
  }

  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const target = event.detail.target;
    const video = playing(target);
    if (!video) return;
    event.detail.shouldSwap = false;
    const isWaiting = held.has(target.id);
    const fresh = event.detail.fragment.querySelector(`#${CSS.escape(target.id)}`);
    if (!fresh) return;
    held.set(target.id, fresh.cloneNode(true));
    if (isWaiting) return;
    const swap = () => {
      if (!video.paused && !video.ended) return;
      const replacement = held.get(target.id);
      held.delete(target.id);
      video.removeEventListener("pause", swap);
      video.removeEventListener("ended", swap);
      target.replaceWith(replacement);
      window.htmx.process(replacement);
    };
    video.addEventListener("pause", swap);
    video.addEventListener("ended", swap);
  });

  /* What somebody has folded open stays open when it comes anew. */
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    for (const shown of [target, ...target.querySelectorAll("details[data-stays]")]) {
      if (!shown.matches("details[data-stays][open]")) continue;
      const fresh = fragment.querySelector(`#${CSS.escape(shown.id)}`);
      if (fresh) fresh.open = true;
    }
  });

  document.addEventListener("htmx:sendError", () => say(words.unreachable));
  document.addEventListener("htmx:timeout", () => say(words.slow));
  document.addEventListener("htmx:responseError", (event) => {
    const { status, responseText } = event.detail.xhr;
    const isSentence = (event.detail.xhr.getResponseHeader("Content-Type") || "").startsWith("text/plain");
    if (status === 401) {
      const here = encodeURIComponent(location.pathname + location.search);
      say(words.signedOut, { href: `${document.body.dataset.signIn}?next=${here}`, label: words.signIn });
    } else if (status === 404) {
      say(words.gone, { href: "/", label: words.toTheFilms });
    } else if (isSentence && status < 500) {
      say(responseText, status === 403 ? { href: location.href, label: words.anew } : null);
    } else if (status === 403) {
      say(words.notAllowed, { href: location.href, label: words.anew });
    } else {
      say(words.trouble);
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) hush();
  });

  /* Menus close as menus do. */
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details.menu[open], details.style-picker[open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.querySelector("details.menu[open], details.style-picker[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
})();
