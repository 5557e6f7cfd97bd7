/* Scenes and shots: what is open stands in the address, fields are saved as they are changed, rows are moved by drag,
   by touch and by keys. The page works without any of this; it is quicker with it. */
(() => {
  "use strict";
  const page = () => document.querySelector("[data-shots]");
  const panel = () => document.getElementById("detail");
  const isTyping = (element) => Boolean(element.closest && element.closest("input, textarea, select, [contenteditable]"));

  function post(path, values = {}) {
    return window.htmx.ajax("POST", page().dataset.base + path, { target: "#live", swap: "outerHTML", values });
  }

  /* --- What is open ------------------------------------------------------------------------------------------ */
  function refresh() {
    return window.htmx.ajax("GET", page().dataset.live, { target: "#live", swap: "outerHTML" });
  }

  async function open(address, what) {
    const opener = location.search;
    if (new URL(address, location.href).href !== location.href) history.pushState({}, "", address);
    await refresh();
    if (what) {
      const title = document.getElementById("detail-title");
      if (title) title.focus({ preventScroll: matchMedia("(min-width: 1100px)").matches });
    } else {
      const [kind, pk] = opener.slice(1).split("=");
      const back = document.getElementById(`${kind}-${pk}-open`) || document.getElementById("open-edits");
      if (back) back.focus();
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-open]");
    if (!link || !page() || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    if (ignoreClick) return;
    open(link.getAttribute("href") === "?" ? location.pathname : link.href, link.dataset.open);
  });
  addEventListener("popstate", () => { if (page()) refresh(); });
  document.addEventListener("shots:opened", (event) => {
    const address = event.detail.value;
    if (location.search !== address) history.pushState({}, "", address);
  });

  /* --- Fields that save themselves ------------------------------------------------------------------------------ */
  const seen = (field) => field.form && field.form.elements[`was-${field.name}`];
  const isUnsaved = (field) => Boolean(seen(field)) && seen(field).value !== field.value;
  let forced = null;

  function unsavedIn(element) {
    return Array.from(element.querySelectorAll("form[data-autosave] [name]")).some(isUnsaved);
  }

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig } = event.detail;
    const form = requestConfig && requestConfig.elt && requestConfig.elt.closest && requestConfig.elt.closest("form");
    forced = null;
    if (xhr.status === 409) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
      forced = form;
      giveUp(form);
    } else if (xhr.status < 300 && form && form.matches("[data-autosave]")) {
      /* What was sent has been stored: from here on that is what the user saw. */
      const sent = requestConfig.formData || new FormData();
      for (const field of form.elements) {
        if (seen(field) && sent.has(field.name)) seen(field).value = sent.get(field.name);
      }
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const { requestConfig, successful } = event.detail;
    if (successful && requestConfig && requestConfig.elt.matches("[data-settles]")) settle();
  });

  /* Both versions are shown apart from the form: what was typed there need not be kept for it as well. */
  function giveUp(form) {
    if (!form || !form.matches("[data-autosave]")) return;
    for (const field of form.elements) {
      if (!seen(field)) continue;
      field.value = seen(field).value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function settle() {
    const box = document.getElementById("detail-conflict");
    if (box) box.replaceChildren();
  }
  document.addEventListener("click", (event) => { if (event.target.closest("[data-settle]")) settle(); });

  /* A part in which something is typed that is not saved yet waits; so does what is folded open and being dragged. */
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    if (!target || !target.isConnected || !page()) return;
    if (drag && page().contains(target)) event.detail.shouldSwap = false;
    if (!panel() || !panel().contains(target)) return;
    const isSame = target !== panel() || sameAddress(fragment);
    if (isSame && !(forced && target.contains(forced)) && unsavedIn(target)) event.detail.shouldSwap = false;
    for (const fold of fragment.querySelectorAll("details[data-fold]")) {
      const shown = target.id === fold.id || target.contains(document.querySelector(`[data-fold="${fold.dataset.fold}"]`));
      const old = shown && document.querySelector(`[data-fold="${fold.dataset.fold}"]`);
      if (old && old.open) fold.open = true;
    }
  });

  function sameAddress(fragment) {
    const title = fragment.querySelector("#detail-title");
    const shown = document.getElementById("detail-title");
    return Boolean(title && shown && title.textContent === shown.textContent);
  }

  /* --- Trim ------------------------------------------------------------------------------------------------------ */
  function mode(form) {
    const chosen = form.querySelector("input[name=do]:checked");
    return chosen ? chosen.value : "begin";
  }

  function showMode(form) {
    const isDividing = mode(form) === "divide";
    for (const word of form.querySelectorAll("button.word")) {
      word.disabled = isDividing ? "begins" in word.dataset : "divides" in word.dataset;
    }
  }

  document.addEventListener("change", (event) => {
    const form = event.target.closest("[data-trim] form");
    if (form && event.target.name === "do") showMode(form);
    if (form && event.target.type === "range") begin(form, Number(event.target.value));
  });

  function begin(form, index) {
    const word = form.querySelector(`button.word[data-index="${index}"]`);
    const radio = form.querySelector("input[name=do][value=begin]");
    if (!word || "divides" in word.dataset || !radio) return;
    radio.checked = true;
    showMode(form);
    word.disabled = false;
    word.click();
  }

  document.addEventListener("input", (event) => {
    const form = event.target.type === "range" && event.target.closest("[data-trim] form");
    if (!form) return;
    const at = Number(event.target.value);
    for (const word of form.querySelectorAll(".word")) {
      const index = Number(word.dataset.index);
      word.classList.toggle("is-before", index < at);
      word.classList.toggle("is-first", index === at);
      if (index === at) event.target.setAttribute("aria-valuetext", word.textContent);
    }
  });

  document.addEventListener("click", (event) => {
    const step = event.target.closest("[data-trim] [data-step]");
    if (!step) return;
    const form = step.closest("form");
    begin(form, Number(form.querySelector("input[type=range]").dataset.starts) + Number(step.dataset.step));
  });

  function dressTrims(root) {
    for (const form of root.querySelectorAll("[data-trim] form:first-of-type")) {
      showMode(form);
      const first = form.querySelector(".word.is-first");
      const range = form.querySelector("input[type=range]");
      if (first && range) range.setAttribute("aria-valuetext", first.textContent);
      const words = form.querySelector(".trim-words");
      if (first && words) words.scrollTop = first.offsetTop - words.clientHeight / 2;
    }
  }

  /* --- Keys ------------------------------------------------------------------------------------------------------ */
  function rows() {
    return Array.from(document.querySelectorAll(".shot-row"));
  }

  function step(row, by) {
    const all = rows();
    const next = all[all.indexOf(row) + by];
    if (next) next.querySelector(".shot-row-open").focus();
  }

  function moveBy(element, by) {
    const isShot = element.matches(".shot-row");
    const siblings = Array.from(element.parentElement.children).filter((other) => other.matches(isShot ? ".shot-row" : ".shots-scene"));
    const to = siblings.indexOf(element) + by;
    if (to < 0 || to >= siblings.length) return;
    post(isShot ? `shots/${element.dataset.shot}/move/` : `scenes/${element.dataset.scene}/move/`, { to });
  }

  document.addEventListener("keydown", (event) => {
    if (!page() || event.defaultPrevented) return;
    const { target, key } = event;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && key.toLowerCase() === "z") {
      const undo = document.getElementById("undo-last");
      if (undo && !isTyping(target)) {
        event.preventDefault();
        undo.click();
      }
      return;
    }
    if (key === "Escape" && drag) return cancelDrag();
    if (key === "Escape" && panel() && panel().dataset.detail && panel().contains(target)) {
      const close = panel().querySelector(".detail-close");
      if (close) close.click();
      return;
    }
    const item = target.closest && target.closest(".shot-row, .shots-scene-head");
    if (!item || isTyping(target)) return;
    const by = key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0;
    const row = item.matches(".shot-row") ? item : null;
    if (by && event.altKey && target.closest(".grip, a")) {
      event.preventDefault();
      if (page().querySelector(".grip")) moveBy(row || item.parentElement, by);
    } else if (by && row && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      step(row, by);
    } else if (key === "Delete" && row && row.querySelector(".grip")) {
      event.preventDefault();
      const all = rows();
      const heir = all[all.indexOf(row) + 1] || all[all.indexOf(row) - 1];
      const id = heir && heir.id;
      post(`shots/${row.dataset.shot}/remove/`).then(() => {
        const next = id && document.getElementById(`${id}-open`);
        if (next && !row.isConnected) next.focus();
      });
    }
  });

  /* --- Drag, with a mouse, a pen or a finger ----------------------------------------------------------------------- */
  const EDGE = 90;
  let drag = null;
  let ignoreClick = false;

  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || event.button || drag) return;
    const element = grip.closest(grip.dataset.grip === "shot" ? ".shot-row" : ".shots-scene");
    event.preventDefault();
    grip.focus({ preventScroll: true });
    grip.setPointerCapture(event.pointerId);
    drag = { grip, element, id: event.pointerId, y: event.clientY, from: 0, to: 0, moved: false, isShot: grip.dataset.grip === "shot" };
  });

  function startDrag() {
    const before = drag.element.getBoundingClientRect().top;
    if (!drag.isShot) page().classList.add("is-sorting");
    scrollBy({ top: drag.element.getBoundingClientRect().top - before, behavior: "instant" });
    drag.items = Array.from(drag.element.parentElement.children).filter((other) => other.matches(drag.isShot ? ".shot-row" : ".shots-scene"));
    drag.from = drag.to = drag.items.indexOf(drag.element);
    const top = scrollY;
    drag.boxes = drag.items.map((item) => {
      const box = item.getBoundingClientRect();
      return { top: box.top + top, middle: box.top + top + box.height / 2, height: box.height };
    });
    const next = drag.boxes[1] ? drag.boxes[1].top - drag.boxes[0].top - drag.boxes[0].height : 0;
    drag.pitch = drag.boxes[drag.from].height + next;
    drag.startScroll = scrollY;
    drag.moved = true;
    drag.element.classList.add("is-dragged");
    page().classList.add("is-dragging");
    requestAnimationFrame(creep);
  }

  document.addEventListener("pointermove", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    drag.now = event.clientY;
    if (!drag.moved && Math.abs(drag.now - drag.y) < 5) return;
    if (!drag.moved) startDrag();
    follow();
  });

  function follow() {
    const by = drag.now - drag.y + scrollY - drag.startScroll;
    drag.element.style.setProperty("--by", `${by}px`);
    const own = drag.boxes[drag.from];
    const middle = own.middle + by;
    drag.to = drag.boxes.filter((box, index) => index !== drag.from && box.middle < middle).length;
    drag.items.forEach((item, index) => {
      if (index === drag.from) return;
      const isBetween = index > drag.from ? index <= drag.to : index >= drag.to;
      const shift = isBetween ? (index > drag.from ? -drag.pitch : drag.pitch) : 0;
      item.style.setProperty("--by", `${shift}px`);
    });
  }

  /* Near an edge of the window the page goes on by itself. */
  function creep() {
    if (!drag || !drag.moved) return;
    const speed = drag.now < EDGE ? drag.now - EDGE : drag.now > innerHeight - EDGE ? drag.now - innerHeight + EDGE : 0;
    if (speed) {
      scrollBy({ top: speed / 6, behavior: "instant" });
      follow();
    }
    requestAnimationFrame(creep);
  }

  function putDown() {
    const done = drag;
    drag = null;
    if (!done.moved) return null;
    done.element.classList.remove("is-dragged");
    page().classList.remove("is-dragging", "is-sorting");
    for (const item of done.items) item.style.removeProperty("--by");
    ignoreClick = true;
    setTimeout(() => { ignoreClick = false; }, 0);
    return done;
  }

  function cancelDrag() {
    putDown();
  }

  document.addEventListener("pointerup", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const done = putDown();
    if (!done || done.to === done.from) return;
    const others = done.items.filter((item) => item !== done.element);
    others[done.to] ? others[done.to].before(done.element) : others[others.length - 1].after(done.element);
    done.grip.focus({ preventScroll: true });
    post(done.isShot ? `shots/${done.element.dataset.shot}/move/` : `scenes/${done.element.dataset.scene}/move/`, { to: done.to });
  });
  document.addEventListener("pointercancel", (event) => { if (drag && event.pointerId === drag.id) cancelDrag(); });

  /* --- A clip follows the picture that it is made from --------------------------------------------------------------- */
  const FOLLOWING = "shots:following";
  const following = () => new Set(JSON.parse(sessionStorage.getItem(FOLLOWING) || "[]"));
  const keep = (shots) => sessionStorage.setItem(FOLLOWING, JSON.stringify([...shots]));

  document.addEventListener("submit", (event) => {
    const make = event.target.closest("[data-make]");
    if (make && event.target.querySelector("#make-shot")) keep(following().add(make.dataset.make));
    if (event.target.querySelector("#make-all, #make-all-here")) {
      const stale = document.querySelectorAll(".shot-row[data-follows=again]");
      keep(new Set(Array.from(stale, (row) => row.dataset.shot)));
    }
  });

  function stateOf(pk) {
    const row = document.querySelector(`.shot-row[data-shot="${CSS.escape(pk)}"]`);
    return row ? row.dataset.follows : "gone";
  }

  function goOn() {
    const shots = [...following()];
    const states = shots.map(stateOf);
    if (!shots.length || states.includes("working")) return;
    const ready = shots.filter((pk, index) => states[index] === "clip" || states[index] === "picture");
    keep(ready.length ? [] : shots.filter((pk, index) => states[index] === "again" || states[index] === "waiting"));
    if (ready.length === 1) post(`shots/${ready[0]}/make/`);
    else if (ready.length) post("shots/make/");
  }

  document.addEventListener("htmx:afterSettle", () => {
    if (!page()) return;
    dressTrims(page());
    if (forced) document.getElementById("detail-conflict")?.scrollIntoView({ block: "nearest" });
    forced = null;
    goOn();
  });
  dressTrims(document);
})();
