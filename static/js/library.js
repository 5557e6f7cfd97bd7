/* The library: fields that save themselves, guide images that are dragged into order, pictures that are dropped. */
(() => {
  "use strict";
  const RETRY_MS = 4000;
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const words = document.getElementById("words").dataset;
  const said = (sentence) => {
    const place = document.getElementById("library-said");
    if (place) place.textContent = sentence;
    for (const mark of all("[data-saved]")) mark.textContent = sentence;
  };

  /* --- Saving ------------------------------------------------------------------------------------------ */
  const unsaved = new Set();

  function refresh() {
    for (const form of unsaved) if (!form.isConnected) unsaved.delete(form);
    const isOpen = unsaved.size > 0 || document.querySelector(".library-field.has-conflict, .library-field.has-problem") !== null;
    for (const button of all("[data-generate]")) button.disabled = isOpen || button.hasAttribute("data-held");
    for (const note of all("[data-waiting]")) note.hidden = !isOpen;
    for (const note of all("[data-note]")) note.hidden = isOpen;
  }

  const valueOf = (form) => form.querySelector("[data-value]");
  const wasOf = (form) => form.querySelector("[data-was]");
  const isSaving = (form) => form instanceof HTMLFormElement && "saves" in form.dataset;

  function touched(event) {
    const form = event.target.form;
    if (!isSaving(form)) return;
    const output = form.querySelector("output");
    if (output) output.textContent = event.target.value;
    const field = valueOf(form), was = wasOf(form);
    if (field && was && field.value === was.value && !form.matches(".htmx-request")) unsaved.delete(form);
    else unsaved.add(form);
    refresh();
  }
  document.addEventListener("input", touched);
  document.addEventListener("change", touched);

  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target;
    if (!isSaving(form)) return;
    unsaved.add(form);
    form.dataset.sent = valueOf(form) ? valueOf(form).value : "";
    form.classList.remove("has-conflict");
    said(words.saving);
    refresh();
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target;
    if (!isSaving(form)) return;
    const { status } = event.detail.xhr;
    if (event.detail.successful) {
      const field = valueOf(form);
      if (!field || field.value === form.dataset.sent) unsaved.delete(form);
      form.classList.remove("has-problem");
      for (const problem of all(".field-problem, .field-conflict", form)) problem.remove();
      said(words.allSaved);
    } else {
      said(words.unsaved);
      const mayPass = status === 0 || status >= 500;
      if (mayPass) setTimeout(() => { if (form.isConnected && unsaved.has(form)) window.htmx.trigger(form, "submit"); }, RETRY_MS);
    }
    refresh();
  });

  /* A field in conflict, or one that cannot be stored, comes back as an answer to be shown and not as an accident. */
  let answering = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    answering = event.detail.requestConfig.elt;
    if ((xhr.status === 409 || xhr.status === 422) && isSaving(event.detail.requestConfig.elt)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  /* What is being typed is never replaced: the field only learns what is stored. */
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    if (!(target instanceof HTMLFormElement) || !target.classList.contains("library-field")) return;
    const fresh = fragment.querySelector(`#${CSS.escape(target.id)}`);
    if (!fresh) return;
    const isAnswer = fresh.matches(".has-conflict, .has-problem");
    if (target.classList.contains("has-conflict") && !isAnswer) { event.detail.shouldSwap = false; return; }
    const field = valueOf(target), stored = wasOf(fresh);
    if (isAnswer || !field || !stored) return;
    const isTyping = field === document.activeElement || unsaved.has(target);
    if (!isTyping) return;
    event.detail.shouldSwap = false;
    /* The answer to its own save holds what it sent, if perhaps without a space at the end; any other answer may hold
       what somebody else wrote, and then the next save says so. */
    if (answering !== target && stored.value !== field.value) return;
    wasOf(target).value = stored.value;
    if ("defaultValue" in field) field.defaultValue = stored.value;
    target.dataset.v = fresh.dataset.v;
  });

  document.addEventListener("click", (event) => {
    const theirs = event.target.closest("[data-theirs]");
    if (!theirs) return;
    const form = theirs.closest("form");
    valueOf(form).value = theirs.dataset.theirs;
    wasOf(form).value = theirs.dataset.theirs;
    form.classList.remove("has-conflict");
    theirs.closest(".field-conflict").remove();
    unsaved.delete(form);
    valueOf(form).focus();
    refresh();
  });

  document.addEventListener("htmx:load", refresh);
  document.addEventListener("htmx:afterSettle", refresh);
  addEventListener("beforeunload", (event) => { if (unsaved.size > 0) event.preventDefault(); });

  /* --- Guide images in order --------------------------------------------------------------------------- */
  const tiles = (list) => all("[data-guide]", list);
  const orderOf = (list) => tiles(list).map((tile) => tile.dataset.guide).join(".");

  function send(list) {
    if (!list.dataset.guides) return;
    window.htmx.ajax("POST", list.dataset.guides, { source: list, swap: "none", values: { order: orderOf(list) } });
  }

  function told(list, tile) {
    const place = tiles(list).indexOf(tile) + 1;
    said(words.place.replace("%1", place).replace("%2", tiles(list).length));
  }

  let waiting = 0;
  document.addEventListener("keydown", (event) => {
    const handle = event.target.closest && event.target.closest(".guide-move");
    if (!handle) return;
    const tile = handle.closest("[data-guide]"), list = tile.parentElement, rows = tiles(list);
    const at = rows.indexOf(tile), last = rows.length - 1;
    const to = { ArrowLeft: at - 1, ArrowUp: at - 1, ArrowRight: at + 1, ArrowDown: at + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0 || to > last || to === at) return;
    if (to < at) rows[to].before(tile); else rows[to].after(tile);
    handle.focus();
    told(list, tile);
    clearTimeout(waiting);
    waiting = setTimeout(() => send(list), 500);
  });

  /* One finger or the mouse: the tile goes where the pointer is, the others make room. */
  document.addEventListener("pointerdown", (event) => {
    const tile = event.target.closest("[data-guide]");
    if (!tile || event.button || event.target.closest(".guide-delete")) return;
    const isHandle = event.target.closest(".guide-move");
    const list = tile.parentElement;
    if (!list.dataset.guides || (event.pointerType !== "mouse" && !isHandle)) return;
    event.preventDefault();
    if (isHandle) isHandle.focus();
    const before = orderOf(list);
    tile.classList.add("is-dragged");
    tile.setPointerCapture(event.pointerId);
    const move = (moved) => {
      const under = tiles(list).find((other) => {
        const box = other.getBoundingClientRect();
        return other !== tile && moved.clientX > box.left && moved.clientX < box.right && moved.clientY > box.top && moved.clientY < box.bottom;
      });
      if (!under) return;
      const rows = tiles(list);
      if (rows.indexOf(under) < rows.indexOf(tile)) under.before(tile); else under.after(tile);
    };
    const stop = () => {
      tile.classList.remove("is-dragged");
      tile.removeEventListener("pointermove", move);
      tile.removeEventListener("pointerup", stop);
      tile.removeEventListener("pointercancel", stop);
      if (orderOf(list) === before) return;
      told(list, tile);
      send(list);
    };
    tile.addEventListener("pointermove", move);
    tile.addEventListener("pointerup", stop);
    tile.addEventListener("pointercancel", stop);
  });

  /* --- Sending pictures -------------------------------------------------------------------------------- */
  const progressOf = (form) => form.querySelector && form.querySelector("progress");
  document.addEventListener("htmx:xhr:progress", (event) => {
    const bar = progressOf(event.target);
    if (!bar || !event.detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = 100 * event.detail.loaded / event.detail.total;
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.dataset && "uploads" in event.target.dataset) event.target.classList.add("is-sending");
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target;
    if (!form.dataset || !("uploads" in form.dataset)) return;
    form.classList.remove("is-sending");
    const bar = progressOf(form);
    if (bar) bar.hidden = true;
    form.reset();
  });
  const holdsFiles = (event) => event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
  document.addEventListener("dragover", (event) => {
    const form = event.target.closest && event.target.closest("[data-uploads]");
    if (!form || !holdsFiles(event)) return;
    event.preventDefault();
    form.classList.add("is-over");
  });
  document.addEventListener("dragleave", (event) => {
    const form = event.target.closest && event.target.closest("[data-uploads]");
    if (form && !form.contains(event.relatedTarget)) form.classList.remove("is-over");
  });
  document.addEventListener("drop", (event) => {
    const form = event.target.closest && event.target.closest("[data-uploads]");
    if (!form || !holdsFiles(event)) return;
    event.preventDefault();
    form.classList.remove("is-over");
    const input = form.querySelector("input[type=file]");
    const files = new DataTransfer();
    for (const file of Array.from(event.dataTransfer.files).slice(0, input.multiple ? undefined : 1)) files.items.add(file);
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  /* --- Listening --------------------------------------------------------------------------------------- */
  const player = new Audio();
  let speaks = null;
  function quiet() {
    if (speaks) speaks.setAttribute("aria-pressed", "false");
    player.pause();
    speaks = null;
  }
  player.addEventListener("ended", quiet);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-play]");
    if (!button) return;
    const isSame = button === speaks;
    quiet();
    if (isSame) return;
    player.src = button.dataset.play;
    button.setAttribute("aria-pressed", "true");
    speaks = button;
    player.play().catch(quiet);
  });
  let wantsToHear = false;
  document.addEventListener("submit", (event) => { if (event.target.matches("[data-speaks]")) wantsToHear = true; });
  document.addEventListener("htmx:load", (event) => {
    const sample = wantsToHear && event.detail.elt.parentElement && event.detail.elt.parentElement.querySelector("[data-sample]");
    if (!sample) return;
    wantsToHear = false;
    sample.play().catch(() => {});
  });

  document.addEventListener("change", (event) => { if (event.target.matches("[data-submits]")) event.target.form.submit(); });

  /* The chosen shelf is in sight where the row of them is wider than the screen. */
  const tab = document.querySelector(".library-tabs [aria-current]");
  if (tab) tab.parentElement.scrollLeft = tab.offsetLeft - (tab.parentElement.clientWidth - tab.clientWidth) / 2;

  /* The card of what is open is in sight, without the page itself moving. */
  const here = document.querySelector(".library-card.is-here");
  const list = here && here.closest(".library-list");
  if (list && list.scrollHeight > list.clientHeight) list.scrollTop = here.offsetTop - list.offsetTop - 12;
  refresh();
})();
