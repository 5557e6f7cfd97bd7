/* Takes: a piece opens as a sheet, takes are compared, pieces are selected. What is open stands in the address. */
(() => {
  "use strict";
  const page = () => document.querySelector("[data-live]");
  const picks = () => Array.from(document.querySelectorAll("[data-pick]"));

  /* --- Other states of this page: the address changes, and the server sends what looks different --- */
  function load() {
    const { live } = page().dataset;
    return window.htmx.ajax("GET", live, { target: "#live", swap: "outerHTML" });
  }

  function go(address) {
    const from = location.pathname + location.search;
    history.pushState({}, "", address);
    if (location.pathname + location.search !== from) load().then(settle);
  }

  let returnTo = "";
  function settle() {
    show();
    if (bench() || !returnTo) return;
    const place = document.getElementById(returnTo);
    if (place) (place.querySelector("a") || place).focus({ preventScroll: true });
    returnTo = "";
  }

  document.addEventListener("click", (event) => {
    const way = event.target.closest("a[data-within]");
    if (!way || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const box = way.closest("[data-v]");
    if (way.matches(".piece-open, .way-open") && box) returnTo = box.id;
    if (way.matches("[data-close]")) close();
    else go(way.href);
  });
  window.addEventListener("popstate", () => { if (page()) load().then(settle); });

  /* --- The sheet ---------------------------------------------------------------------------- */
  const bench = () => document.querySelector("dialog[data-bench]");

  function show() {
    const sheet = bench();
    if (!sheet || sheet.matches(":modal")) return;
    for (const clip of document.querySelectorAll(".is-playing > video[data-clip]")) {
      clip.pause();
      clip.parentElement.classList.remove("is-playing");
    }
    sheet.removeAttribute("open");
    sheet.showModal();
    carry(sheet);
  }

  /* Nothing outside an open sheet can be read or pressed, so what the studio says moves into it, and out again. */
  function carry(home) {
    for (const id of ["notices", "toast"]) {
      const box = document.getElementById(id);
      if (box && box.parentElement !== home) home.append(box);
    }
  }
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    if (event.detail.target.id === "bench") carry(document.body);
  });

  function close() {
    const sheet = bench();
    if (!sheet) return;
    const address = new URL(sheet.dataset.closed, location.href);
    returnTo = returnTo || address.hash.slice(1);
    go(address.pathname + address.search);
  }

  document.addEventListener("cancel", (event) => {
    if (!event.target.matches("[data-bench]")) return;
    event.preventDefault();
    close();
  }, true);
  /* A browser may close a sheet without asking first. */
  document.addEventListener("close", (event) => { if (event.target === bench()) close(); }, true);
  document.addEventListener("click", (event) => { if (event.target === bench()) close(); });
  document.addEventListener("keydown", (event) => {
    const sheet = bench();
    if (!sheet || event.target.closest("input, select, textarea, video, audio")) return;
    const way = { ArrowLeft: "[data-before]", ArrowRight: "[data-after]" }[event.key];
    const link = way && sheet.querySelector(way);
    if (link) link.click();
  });

  /* --- Comparing ------------------------------------------------------------------------------ */
  const pair = (element) => Array.from(element.closest(".screen").querySelectorAll("video"));

  function inStep() {
    const [under, over] = document.querySelectorAll("[data-compare] video");
    if (!over) return;
    if (Math.abs(over.currentTime - under.currentTime) > 0.045) over.currentTime = under.currentTime;
    const seek = document.querySelector("[data-compare-seek]");
    const length = Math.max(under.duration || 0, over.duration || 0);
    if (seek && length && document.activeElement !== seek) seek.value = String(Math.round(1000 * under.currentTime / length));
    if (under.ended || under.paused) stopped(document.querySelector("[data-compare-play]"));
    else requestAnimationFrame(inStep);
  }

  function stopped(button) {
    if (!button) return;
    button.setAttribute("aria-pressed", "false");
    for (const video of pair(button)) video.pause();
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-compare-slider]")) {
      event.target.closest("[data-compare]").style.setProperty("--at", `${event.target.value}%`);
    }
    if (event.target.matches("[data-compare-seek]")) {
      const videos = pair(event.target);
      const length = Math.max(...videos.map((video) => video.duration || 0));
      for (const video of videos) video.currentTime = length * event.target.value / 1000;
    }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-compare-play]");
    if (!button) return;
    const videos = pair(button);
    if (button.getAttribute("aria-pressed") === "true") { stopped(button); return; }
    button.setAttribute("aria-pressed", "true");
    for (const video of videos) if (video.ended) video.currentTime = 0;
    Promise.all(videos.map((video) => video.play())).then(() => requestAnimationFrame(inStep)).catch(() => stopped(button));
  });

  /* --- Selecting: with shift from the last one to this one, a scene at once ------------------------ */
  const chosen = new Set();
  let last = null;
  let asking = 0;

  function choose(pick, isOn) {
    pick.checked = isOn;
    if (isOn) chosen.add(pick.value);
    else chosen.delete(pick.value);
  }

  function tell() {
    for (const button of document.querySelectorAll("[data-choose-scene]")) {
      const some = Array.from(document.getElementById(button.dataset.chooseScene).querySelectorAll("[data-pick]"));
      button.hidden = !some.length;
    }
    clearTimeout(asking);
    const box = document.getElementById("chosen-price");
    if (!box || !picks().some((pick) => pick.checked)) return;
    asking = setTimeout(() => {
      const form = document.getElementById("chosen");
      const words = new URLSearchParams([["role", form.elements.role.value]]);
      for (const pick of picks()) if (pick.checked) words.append("slot", pick.value);
      window.htmx.ajax("GET", `${box.dataset.url}?${words}`, { target: box, swap: "innerHTML" });
    }, 180);
  }

  document.addEventListener("click", (event) => {
    const pick = event.target.closest("[data-pick]");
    if (pick) {
      const all = picks();
      const [from, to] = [all.findIndex((one) => one.value === last), all.indexOf(pick)];
      if (event.shiftKey && from >= 0) {
        for (const one of all.slice(Math.min(from, to), Math.max(from, to) + 1)) choose(one, pick.checked);
      }
      choose(pick, pick.checked);
      last = pick.value;
      tell();
    }
    const scene = event.target.closest("[data-choose-scene]");
    if (scene) {
      const some = Array.from(document.getElementById(scene.dataset.chooseScene).querySelectorAll("[data-pick]"));
      const isOn = some.some((one) => !one.checked);
      for (const one of some) choose(one, isOn);
      tell();
    }
    if (event.target.closest("[data-choose-none]")) {
      for (const one of picks()) choose(one, false);
      tell();
    }
  });

  /* What was selected has been asked for: the selection is over. */
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.target.id !== "chosen" || !event.detail.successful) return;
    chosen.clear();
    for (const one of picks()) one.checked = false;
  });

  /* Parts that come anew keep their marks. */
  function again() {
    for (const pick of picks()) if (chosen.has(pick.value)) pick.checked = true;
    show();
    tell();
  }
  document.addEventListener("htmx:oobAfterSwap", () => { clearTimeout(again.soon); again.soon = setTimeout(again, 0); });

  /* --- Volumes ------------------------------------------------------------------------------------ */
  document.addEventListener("input", (event) => {
    const output = event.target.matches("[data-gain]") && event.target.closest("form").querySelector("output");
    if (output) output.textContent = `${event.target.value > 0 ? "+" : ""}${event.target.value} dB`;
  });

  /* --- Sharing a finished film: the file itself, because a link would ask for a password -------------- */
  const ready = new WeakMap();
  async function share(button) {
    const { file: address, name } = button.dataset;
    if (!ready.has(button)) {
      const answer = await fetch(address);
      const type = (answer.headers.get("Content-Type") || "video/mp4").split(";")[0];
      ready.set(button, new File([await answer.blob()], name, { type }));
    }
    const files = [ready.get(button)];
    if (!navigator.canShare({ files })) throw new Error("no files");
    await navigator.share({ files, title: name.replace(/\.\w+$/, "") });
  }
  function offer() {
    const canShare = navigator.canShare && navigator.canShare({ files: [new File([""], "film.mp4", { type: "video/mp4" })] });
    for (const button of document.querySelectorAll("[data-share-file]")) button.hidden = !canShare;
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-share-file]");
    if (!button) return;
    button.disabled = true;
    share(button).catch((error) => {
      /* A large file takes longer to fetch than a press counts for: the next press has it at hand. */
      const words = button.querySelector("span");
      if (error.name === "NotAllowedError" && words) words.textContent = button.dataset.again;
    }).finally(() => { button.disabled = false; });
  });

  document.addEventListener("htmx:oobAfterSwap", offer);
  again();
  offer();
})();
