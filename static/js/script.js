/* The script as a script: lines that are typed over, heard, moved, and read aloud from beginning to end. What somebody
   is typing survives whatever the server sends meanwhile. */
(() => {
  "use strict";
  const page = () => document.querySelector("[data-step]");
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  /* --- Text that grows ---------------------------------------------------------------------------- */
  function grow(area) {
    const box = area.closest(".grow");
    if (box) box.dataset.text = area.value;
  }
  document.addEventListener("input", (event) => {
    if (event.target.matches(".grow textarea")) grow(event.target);
  });

  /* --- Speakers: kept once on the page, put into a list when it is opened --------------------------- */
  function fill(select) {
    const names = $("[data-speaker-names]");
    if (!names || select.dataset.filled === names.innerHTML.length.toString()) return;
    const { value } = select;
    const own = select.selectedOptions[0];
    const had = own ? { value: own.value, words: own.textContent } : null;
    select.replaceChildren(...Array.from(names.options).filter((option) => option.value !== "new" || select.dataset.speakers === "line").map((option) => option.cloneNode(true)));
    if (had && !Array.from(select.options).some((option) => option.value === had.value)) select.prepend(new Option(had.words, had.value));
    for (const option of select.options) option.defaultSelected = had ? option.value === had.value : option.defaultSelected;
    select.value = value;
    select.dataset.filled = names.innerHTML.length.toString();
  }
  for (const moment of ["pointerdown", "focusin", "touchstart"]) {
    document.addEventListener(moment, (event) => {
      if (event.target.matches && event.target.matches("select[data-speakers]")) fill(event.target);
    }, { passive: true });
  }
  document.addEventListener("change", (event) => {
    if (!event.target.matches("select[data-speakers='line']")) return;
    const name = $(".say-new", event.target.form);
    name.hidden = event.target.value !== "new";
    if (name.hidden) return;
    event.stopPropagation();  /* nobody to give the line to before there is a name */
    name.focus();
  }, true);

  /* --- What is being typed stays, whatever comes --------------------------------------------------- */
  const isDirty = (field) => field.tagName === "SELECT"
    ? field.selectedOptions[0] && !field.selectedOptions[0].defaultSelected
    : field.value !== field.defaultValue;

  function carry(from, to) {
    for (const field of $$("textarea, input:not([type=hidden]), select", from)) {
      const same = field.id && $(`#${CSS.escape(field.id)}`, to);
      if (!same || !isDirty(field) || field.value === same.value) continue;
      const was = $(`input[name="was-${CSS.escape(field.name)}"]`, field.form);
      const now = same.form && $(`input[name="was-${CSS.escape(field.name)}"]`, same.form);
      const sent = field.form && field.form.dataset.sent;
      if (sent && JSON.parse(sent)[field.name] === field.value) continue;  /* saved as it stands */
      if (same.tagName === "SELECT") same.append(new Option(field.selectedOptions[0].textContent, field.value));
      same.value = field.value;
      if (was && now && !(sent && JSON.parse(sent)[field.name] === now.value)) now.value = was.value;
      grow(same);
    }
    for (const open of $$("details[open]", from)) {
      const same = open.id && $(`#${CSS.escape(open.id)}`, to);
      if (same) same.open = true;
    }
  }
  document.addEventListener("htmx:configRequest", (event) => {
    const form = event.target.closest && event.target.closest("form.say-form");
    if (form) form.dataset.sent = JSON.stringify(Object.fromEntries(new FormData(form)));
  });
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    const fresh = target.id && fragment.querySelector(`#${CSS.escape(target.id)}`);
    if (!fresh) return;
    carry(target, fresh);
    for (const tools of $$(".tools:not([hidden])", target)) {
      const place = $(`#${CSS.escape(tools.id)}`, fresh);
      if (place) place.replaceChildren(...tools.childNodes), place.hidden = false, place.inert = true;
    }
  });

  /* --- One line's tools, fetched when they are opened ------------------------------------------------ */
  document.addEventListener("toggle", (event) => {
    const more = event.target;
    if (!more.matches || !more.matches("details[data-tools]")) return;
    const place = document.getElementById(`tools-${more.id.slice(5)}`);
    if (!place) return;
    place.hidden = !more.open;
    if (!more.open) return;
    if (!place.firstElementChild) place.textContent = "…";
    window.htmx.ajax("GET", more.dataset.tools, { target: place, swap: "innerHTML" }).then(() => { place.inert = false; });
  }, true);

  /* --- A form with both versions --------------------------------------------------------------------- */
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status !== 409) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });
  function formOf(action) {
    return $$("form[action]").find((form) => new URL(form.action).pathname === action && !("conflict" in form.dataset));
  }
  function closeConflict(box) {
    box.hidden = true;
    box.replaceChildren();
  }
  document.addEventListener("click", (event) => {
    const theirs = event.target.closest("[data-take-theirs]");
    if (!theirs) return;
    const box = theirs.closest("#conflict");
    const form = formOf(theirs.dataset.action);
    const field = form && form.elements[theirs.dataset.takeTheirs];
    if (!form || !field || !field.matches) location.reload();
    else {
      field.value = theirs.closest(".conflict-pair").querySelector("form input[name^='was-']").value;
      const was = form.elements[`was-${theirs.dataset.takeTheirs}`];
      if (was) was.value = field.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      form.querySelector(":scope > .kept")?.remove();
      closeConflict(box);
      field.focus();
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && event.target.matches("[data-conflict]")) {
      const field = event.target.elements[0].name === "csrfmiddlewaretoken" ? event.target.elements[1] : event.target.elements[0];
      const form = formOf(new URL(event.target.action).pathname);
      const there = form && form.elements[field.name];
      if (there && there.matches && there.matches("textarea, input")) there.value = field.value, grow(there);
      closeConflict(event.target.closest("#conflict"));
    }
  });

  /* --- Keys ---------------------------------------------------------------------------------------------- */
  const lineOf = (element) => element.closest && element.closest("[data-line]");
  const addressOf = (line, verb) => `${$("details[data-tools]", line).dataset.tools}${verb}/`;
  function post(line, verb, values) {
    return window.htmx.ajax("POST", addressOf(line, verb), { source: line, target: "#live", swap: "outerHTML", values });
  }

  function wordAt(area) {
    return area.value.slice(0, area.selectionStart).split(/\s+/).filter(Boolean).length;
  }
  async function saved(area) {
    if (area.value === area.defaultValue) return;
    const done = new Promise((resolve) => document.addEventListener("htmx:afterSettle", resolve, { once: true }));
    area.dispatchEvent(new Event("change", { bubbles: true }));
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 4000))]);
  }
  async function divide(area) {
    const { line } = lineOf(area).dataset;
    const word = wordAt(area);
    await saved(area);
    const now = $(`[data-line="${line}"]`);
    if (now) post(now, "divide", { word });
  }
  const placeOf = (line) => $$("[data-line]", line.parentElement).indexOf(line);
  async function move(line, by) {
    const id = line.dataset.line;
    const to = placeOf(line) + by;
    if (to < 0 || to >= $$("[data-line]", line.parentElement).length) return;
    const focused = document.activeElement && (document.activeElement.id || (document.activeElement.matches("[data-grip]") && "grip"));
    await post(line, "move", { to });
    const now = $(`[data-line="${id}"]`);
    const target = now && (focused === "grip" ? $("[data-grip]", now) : focused && document.getElementById(focused));
    if (target) target.focus();
  }
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    const line = lineOf(target);
    if (event.key === "Escape" && !$("[data-reader]")?.hidden) stop();
    if (!line) return;
    if (target.matches("[data-grip]") && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(line, event.key === "ArrowUp" ? -1 : 1);
    } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(line, event.key === "ArrowUp" ? -1 : 1);
    } else if (event.altKey && event.code === "KeyP") {
      event.preventDefault();
      hear(line);
    } else if (target.matches(".say-form textarea")) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        divide(target);
      } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        if (target.value !== target.defaultValue) target.dispatchEvent(new Event("change", { bubbles: true }));
      } else if (event.key === "Escape") {
        target.value = target.defaultValue;
        grow(target);
        target.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
  });

  /* --- Lines moved by hand: mouse, pen or finger -------------------------------------------------------- */
  let drag = null;
  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || event.button) return;
    const line = lineOf(grip);
    drag = { line, grip, lines: $$("[data-line]", line.parentElement), to: placeOf(line), startY: event.clientY, moved: false };
    grip.setPointerCapture(event.pointerId);
  });
  document.addEventListener("pointermove", (event) => {
    if (!drag || (!drag.moved && Math.abs(event.clientY - drag.startY) < 6)) return;
    event.preventDefault();
    drag.moved = true;
    drag.line.classList.add("is-dragged");
    const others = drag.lines.filter((line) => line !== drag.line);
    drag.to = others.filter((line) => {
      const box = line.getBoundingClientRect();
      return event.clientY > box.top + box.height / 2;
    }).length;
    for (const line of drag.lines) line.classList.remove("is-drop-before", "is-drop-after");
    const before = others[drag.to];
    if (before) before.classList.add("is-drop-before");
    else if (others.length) others[others.length - 1].classList.add("is-drop-after");
  });
  function drop(isMeant) {
    if (!drag) return;
    for (const line of drag.lines) line.classList.remove("is-dragged", "is-drop-before", "is-drop-after");
    const { line, to, moved } = drag;
    drag = null;
    if (isMeant && moved && to !== placeOf(line)) post(line, "move", { to });
  }
  document.addEventListener("pointerup", () => drop(true));
  document.addEventListener("pointercancel", () => drop(false));

  /* --- Listening: one sound at a time; a line, a scene, the whole of it --------------------------------- */
  const sound = new Audio();
  let queue = [];
  let now = null;
  let pressed = null;
  let waiting = 0;

  function release() {
    if (pressed) pressed.setAttribute("aria-pressed", "false");
    pressed = null;
  }
  function unmark() {
    for (const line of $$(".is-heard")) line.classList.remove("is-heard");
  }
  function stop() {
    clearTimeout(waiting);
    waiting = 0;
    queue = [];
    now = null;
    sound.pause();
    release();
    unmark();
    const reader = $("[data-reader]");
    if (reader) reader.hidden = true;
  }
  function play(address, button) {
    release();
    pressed = button;
    if (button) button.setAttribute("aria-pressed", "true");
    sound.src = address;
    sound.play().catch(stop);
  }
  function hear(line) {
    const button = $("[data-say]", line);
    if (!button) return;
    if (pressed === button) return stop();
    stop();
    line.classList.add("is-heard");
    play(line.dataset.audio, button);
  }
  function read(lines) {
    stop();
    queue = lines.map((line) => line.dataset.line);
    const reader = $("[data-reader]");
    reader.hidden = false;
    showPause(false);
    next();
  }
  function next() {
    unmark();
    const id = queue.shift();
    const line = id && $(`[data-line="${id}"]`);
    if (!id) return stop();
    if (!line) return next();
    now = id;
    line.classList.add("is-heard");
    const words = $("textarea", line)?.value || $(".say-text", line)?.textContent || "";
    $("[data-reader-words]").textContent = line.dataset.audio ? `${line.dataset.who}: ${words}` : words || "…";
    const box = line.getBoundingClientRect();
    if (box.top < 80 || box.bottom > innerHeight - 130) line.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    const before = Number(line.dataset.before);
    const silence = Number(line.dataset.pause) || (line.dataset.audio ? 0 : 1200);
    waiting = setTimeout(() => {
      waiting = 0;
      if (line.dataset.audio && !silence) play(line.dataset.audio, $("[data-say]", line));
      else waiting = setTimeout(next, silence);
    }, before);
    return undefined;
  }
  sound.addEventListener("ended", () => {
    release();
    if (now) next();
    else unmark();
  });
  sound.addEventListener("error", async () => {
    if (!sound.getAttribute("src")) return;
    const fresh = window.renewedLink ? await window.renewedLink(sound.src) : "";
    if (!fresh || sound.src.endsWith(fresh)) return stop();
    sound.src = fresh;
    sound.play().catch(stop);
    return undefined;
  });

  function showPause(isPaused) {
    const button = $("[data-reader-pause]");
    button.setAttribute("aria-pressed", String(isPaused));
    button.querySelector("use").setAttribute("href", button.querySelector("use").getAttribute("href").replace(/#\w+$/, isPaused ? "#play" : "#pause"));
  }
  function pause() {
    if (waiting) {
      clearTimeout(waiting);
      waiting = 0;
      queue.unshift(now);
      showPause(true);
    } else if (!sound.paused) {
      sound.pause();
      showPause(true);
    } else {
      showPause(false);
      if (sound.src && !sound.ended && sound.currentTime > 0) sound.play().catch(stop);
      else next();
    }
  }

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest(selector);
    const lines = $$("[data-line]");
    if (at("[data-say]")) hear(lineOf(event.target));
    else if (at("[data-hear]")) {
      const button = at("[data-hear]");
      if (pressed === button) stop();
      else stop(), play(button.dataset.hear, button);
    } else if (at("[data-read]")) read(lines);
    else if (at("[data-read-scene]")) read($$("[data-line]", at(".spread")));
    else if (at("[data-read-from]")) read($$("[data-line]", at(".spread")).slice(placeOf(lineOf(event.target))));
    else if (at("[data-reader-pause]")) pause();
    else if (at("[data-reader-stop]")) stop();
    else if (at("[data-all-voices]")) {
      const button = at("[data-all-voices]");
      document.getElementById(button.getAttribute("aria-controls")).classList.add("is-whole");
      button.hidden = true;
    }
  });
  document.addEventListener("htmx:load", (event) => {
    const button = event.detail.elt.matches?.("[data-hear-now]") ? event.detail.elt : event.detail.elt.querySelector?.("[data-hear-now]");
    if (button) stop(), play(button.dataset.hear, button);
  });

  /* --- Finding words ---------------------------------------------------------------------------------------- */
  function find() {
    const field = $("[data-find]");
    if (!field) return;
    const wanted = field.value.trim().toLocaleLowerCase();
    let found = 0;
    for (const line of $$("[data-line]")) {
      const words = [$("textarea", line)?.value, $(".say-text", line)?.textContent, line.dataset.who, $("input[name=direction]", line)?.value].join(" ").toLocaleLowerCase();
      const isHit = Boolean(wanted) && words.includes(wanted);
      found += isHit;
      line.classList.toggle("is-miss", Boolean(wanted) && !isHit);
    }
    for (const scene of $$(".spread")) scene.classList.toggle("is-miss", Boolean(wanted) && !$("[data-line]:not(.is-miss)", scene));
    $("[data-found]").textContent = wanted ? String(found) : "";
  }
  document.addEventListener("input", (event) => { if (event.target.matches("[data-find]")) find(); });
  document.addEventListener("htmx:oobAfterSwap", find);

  /* A sheet that stands in the address closes as sheets do. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const box = $("#conflict:not([hidden])");
    if (box) return closeConflict(box);
    const close = $("[data-sheet]:not([hidden]) .sheet-head a");
    if (close && !event.target.matches("textarea, input")) close.click();
    return undefined;
  });
  if (page()) for (const area of $$(".grow textarea")) grow(area);
})();
