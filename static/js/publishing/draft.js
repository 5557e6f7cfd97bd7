/* A draft: its fields save themselves and are counted while they are typed as their platform counts, hashtags are chips,
   the cover is scrubbed for, the picture of the post follows the words. */
(() => {
  "use strict";
  const RETRY_MS = 4000;
  const { counting } = window;
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const words = document.getElementById("words").dataset;
  const said = (sentence) => { for (const mark of all("[data-saved]")) mark.textContent = sentence; };
  const isSaving = (form) => form instanceof HTMLFormElement && "saves" in form.dataset;
  const wasOf = (form) => form.querySelector("[data-was]");
  const fieldsOf = (form) => Array.from(form.elements).filter((one) => one.name === form.dataset.field);
  const unsaved = new Set();

  function valueOf(form) {
    const fields = fieldsOf(form);
    const chosen = fields.filter((one) => one.type !== "hidden" && (one.type !== "radio" && one.type !== "checkbox" || one.checked));
    if (chosen.length) return chosen[0].value;
    const hidden = fields.find((one) => one.type === "hidden");
    return hidden ? hidden.value : "";
  }
  const listOf = (form) => (form ? valueOf(form).split(",").map((word) => word.trim()).filter(Boolean) : []);
  const formOf = (name) => document.querySelector(`[data-field="${name}"]`);

  /* --- Counting ------------------------------------------------------------------------------------------ */
  function count(form) {
    const place = form.querySelector("[data-count]");
    if (!place) return;
    const { limit, unit, joined } = form.dataset;
    const isList = form.classList.contains("is-tags");
    const value = isList ? listOf(form) : valueOf(form);
    const whole = joined ? counting.joined(value, listOf(formOf(joined))) : value;
    const used = counting.length(whole, unit);
    place.querySelector("[data-used]").textContent = used;
    place.classList.toggle("is-over", used > Number(limit));
  }
  const recount = () => all("[data-field]").forEach(count);

  /* --- The post as it will look ------------------------------------------------------------------------------ */
  function show() {
    const text = formOf("caption") || formOf("description");
    const title = formOf("title");
    const whole = text ? counting.joined(valueOf(text), listOf(formOf("hashtags"))) : "";
    for (const place of all("[data-preview-text]")) place.textContent = whole || (title ? valueOf(title) : "");
    for (const place of all("[data-preview-title]")) if (title) place.textContent = valueOf(title);
  }

  /* --- Saving ------------------------------------------------------------------------------------------------- */
  function touched(event) {
    const { form } = event.target;
    if (!isSaving(form)) return;
    if (valueOf(form) === wasOf(form).value && !form.matches(".htmx-request")) unsaved.delete(form);
    else unsaved.add(form);
    if (unsaved.size) said(words.unsaved);
    recount();
    show();
  }
  document.addEventListener("input", touched);
  document.addEventListener("change", touched);

  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target;
    if (!isSaving(form)) return;
    unsaved.add(form);
    form.dataset.sent = valueOf(form);
    form.classList.remove("has-conflict");
    said(words.saving);
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target;
    if (!isSaving(form)) return;
    if (event.detail.successful) {
      wasOf(form).value = form.dataset.sent;
      if (valueOf(form) === form.dataset.sent) unsaved.delete(form);
      said(unsaved.size ? words.saving : words.allSaved);
    } else {
      said(words.unsaved);
      const { status } = event.detail.xhr;
      if (status === 0 || status >= 500) setTimeout(() => { if (form.isConnected && unsaved.has(form)) window.htmx.trigger(form, "submit"); }, RETRY_MS);
    }
  });

  /* Nothing goes out, and nothing is suggested, before the last words have been saved. */
  let held = null;
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!unsaved.size || !(form instanceof HTMLFormElement) || !form.closest("#pub-panel, .draft-suggest")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = { form, button: event.submitter };
    for (const field of unsaved) if (!field.matches(".htmx-request")) window.htmx.trigger(field, "submit");
  }, true);

  function release() {
    if (!held || unsaved.size) return;
    const { form, button } = held;
    held = null;
    const place = form.isConnected ? form : document.querySelector(`form[action="${form.getAttribute("action")}"]`);
    if (place) place.requestSubmit(button && button.isConnected ? button : null);
  }
  document.addEventListener("htmx:afterSettle", () => setTimeout(release));

  let answering = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig } = event.detail;
    answering = requestConfig.elt;
    if (xhr.status === 409 && isSaving(requestConfig.elt)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  /* What is being typed is never replaced: the field learns what is stored, and what is wrong with it. */
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    if (target.id === "draft-fields" && unsaved.size) { event.detail.shouldSwap = false; return; }
    if (!isSaving(target)) return;
    const fresh = fragment.querySelector(`#${CSS.escape(target.id)}`);
    if (!fresh || fresh.matches(".has-conflict")) return;
    const isTyping = target.contains(document.activeElement) || unsaved.has(target);
    if (!isTyping) return;
    event.detail.shouldSwap = false;
    if (answering !== target && wasOf(fresh).value !== valueOf(target)) return;
    wasOf(target).value = wasOf(fresh).value;
    target.dataset.v = fresh.dataset.v;
    for (const old of all(".field-problem", target)) old.remove();
    for (const problem of all(".field-problem", fresh)) target.append(problem);
    target.classList.toggle("has-problem", fresh.matches(".has-problem"));
  });

  document.addEventListener("click", (event) => {
    const theirs = event.target.closest("[data-theirs]");
    if (!theirs) return;
    const form = theirs.closest("form");
    const { theirs: value } = theirs.dataset;
    for (const field of fieldsOf(form)) {
      if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
      else if (field.type !== "hidden") field.value = value;
    }
    wasOf(form).value = value;
    form.classList.remove("has-conflict");
    theirs.closest(".field-conflict").remove();
    unsaved.delete(form);
    chips();
    recount();
    show();
  });

  addEventListener("beforeunload", (event) => { if (unsaved.size) event.preventDefault(); });

  /* --- Chips --------------------------------------------------------------------------------------------------- */
  function chips(root) {
    for (const box of all("[data-tags]", root)) draw(box);
  }

  function draw(box) {
    const field = box.querySelector("[data-value]");
    const isOff = field.closest("fieldset").disabled;
    let list = box.querySelector(".chips-list"), entry = box.querySelector(".chips-entry");
    if (!list) {
      list = document.createElement("ul");
      list.className = "chips-list";
      entry = document.createElement("input");
      entry.type = "text";
      entry.className = "chips-entry";
      entry.autocomplete = "off";
      entry.setAttribute("autocapitalize", "none");
      entry.setAttribute("enterkeyhint", "done");
      entry.placeholder = field.dataset.addWord;
      entry.id = field.id;
      field.removeAttribute("id");
      field.hidden = true;
      box.append(list, entry);
      entry.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === "," || (event.key === " " && "hash" in box.dataset)) { event.preventDefault(); add(box, entry); }
        else if (event.key === "Backspace" && !entry.value) take(box, tagsIn(box).length - 1);
      });
      entry.addEventListener("blur", () => add(box, entry));
      entry.addEventListener("input", (event) => event.stopPropagation());
      entry.addEventListener("change", (event) => event.stopPropagation());
      entry.addEventListener("paste", () => setTimeout(() => { if (/[,\n]/.test(entry.value)) add(box, entry); }));
    }
    entry.disabled = isOff;
    list.replaceChildren(...tagsIn(box).map((tag, index) => chip(box, field, tag, index, isOff)));
  }

  const tagsIn = (box) => box.querySelector("[data-value]").value.split(",").map((tag) => tag.trim()).filter(Boolean);

  function chip(box, field, tag, index, isOff) {
    const item = document.createElement("li");
    item.className = "chip";
    item.append("hash" in box.dataset ? `#${tag}` : tag);
    if (isOff) return item;
    const off = document.createElement("button");
    off.type = "button";
    off.setAttribute("aria-label", field.dataset.offWord.replace("%1", tag));
    off.append(document.getElementById("draft-off").content.cloneNode(true));
    off.addEventListener("click", () => { take(box, index); box.querySelector(".chips-entry").focus(); });
    item.append(off);
    return item;
  }

  function write(box, tags) {
    const field = box.querySelector("[data-value]");
    const fresh = Array.from(new Set(tags)).join(", ");
    if (fresh === field.value) return;
    field.value = fresh;
    draw(box);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function add(box, entry) {
    const isHash = "hash" in box.dataset;
    const tags = entry.value.split(/[,\n]/).map((tag) => tag.trim()).map((tag) => (isHash ? tag.replace(/^#+/, "").replaceAll(" ", "") : tag)).filter(Boolean);
    entry.value = "";
    if (tags.length) write(box, [...tagsIn(box), ...tags]);
  }

  function take(box, index) {
    write(box, tagsIn(box).filter((_, place) => place !== index));
  }

  /* --- The cover ------------------------------------------------------------------------------------------------ */
  const clock = (ms) => `${Math.floor(ms / 60000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}.${String(Math.floor(ms / 100) % 10)}`;

  function scrub(ms) {
    for (const video of all("[data-cover-video], [data-preview-video]")) if (video.readyState >= 1) video.currentTime = ms / 1000;
    for (const place of all("[data-scrub-at]")) place.textContent = clock(ms);
  }

  document.addEventListener("input", (event) => { if (event.target.matches("[data-scrub]")) scrub(Number(event.target.value)); });
  document.addEventListener("loadedmetadata", (event) => {
    const video = event.target;
    if (video.matches && video.matches("[data-cover-video], [data-preview-video]")) video.currentTime = Number(video.dataset.at || 1000) / 1000;
  }, true);

  function settle(root) {
    chips(root);
    recount();
    show();
    const slider = document.querySelector("[data-scrub]");
    if (slider) for (const place of all("[data-scrub-at]")) place.textContent = clock(Number(slider.value));
  }
  /* What was typed and not saved before the page was left has been put back: now it is saved. */
  addEventListener("load", () => {
    for (const form of all("[data-saves]")) if (valueOf(form) !== wasOf(form).value) window.htmx.trigger(form, "submit");
  });

  document.addEventListener("htmx:load", () => settle());
  document.addEventListener("htmx:oobAfterSwap", () => settle());
  settle();
})();
