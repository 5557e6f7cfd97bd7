/* Links to stored files expire after some hours. Whatever fails to load then asks for its next link and goes on where
   it was; a page that is open all night still plays in the morning. */
(() => {
  "use strict";
  const PAUSE_MS = 60_000;
  const asked = new WeakMap();
  const isOurs = (address) => address && new URL(address, location.href).pathname.startsWith("/media/");

  async function renew(element) {
    const address = element.currentSrc || element.src || (element.querySelector && element.querySelector("source")?.src);
    const link = isOurs(address) ? address : element.getAttribute("src");
    if (!isOurs(link) || Date.now() - (asked.get(element) || 0) < PAUSE_MS) return;
    asked.set(element, Date.now());
    const fresh = await nextOf(link);
    if (!fresh) return;
    /* A picture asks for the width it stands in, and so does its next link. */
    const width = new URL(link, location.href).searchParams.get("w");
    const next = width ? `${fresh}?w=${width}` : fresh;
    if (width) element.removeAttribute("srcset");
    const at = element.currentTime || 0;
    const wasPlaying = element.dataset.wanted === "playing";
    element.src = next;
    if (!("load" in element)) return;
    element.load();
    if (at) element.addEventListener("loadedmetadata", () => { element.currentTime = at; }, { once: true });
    if (wasPlaying) element.play().catch(() => {});
  }

  /* One question per link, however many ask it. */
  const questions = new Map();
  function nextOf(link) {
    const address = new URL(link, location.href);
    if (!questions.has(address.pathname)) {
      questions.set(address.pathname, ask(address).finally(() => setTimeout(() => questions.delete(address.pathname), PAUSE_MS)));
    }
    return questions.get(address.pathname);
  }

  async function ask(address) {
    const answer = await fetch(`${address.pathname}?renew`, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer || !answer.ok || answer.redirected) return "";
    return (await answer.json()).link;
  }

  document.addEventListener("play", (event) => { event.target.dataset.wanted = "playing"; }, true);
  document.addEventListener("pause", (event) => { if (!event.target.error) delete event.target.dataset.wanted; }, true);
  document.addEventListener("error", (event) => {
    if (event.target instanceof HTMLImageElement || event.target instanceof HTMLMediaElement) renew(event.target);
  }, true);

  /* For scripts that play what is in no page: `await window.renewedLink(link)` is the link to use from now on, or "". */
  window.renewedLink = nextOf;
})();
