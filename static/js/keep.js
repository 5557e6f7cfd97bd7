/* What is typed is kept in this tab until it has been saved: a session that ends, a line that breaks, a page that is
   loaded again or left and come back to loses nothing. Passwords, files and hidden fields are never kept; a form with
   data-keep="no" neither. */
(() => {
  "use strict";
  const PREFIX = "kept:";
  const TEXT = "textarea, select, input:not([type]), input[type=text], input[type=search], input[type=url], input[type=email], input[type=number], input[type=range]";
  const here = () => location.pathname;

  function keyOf(field) {
    const form = field.form;
    if (!form || !field.name || form.dataset.keep === "no" || form.querySelector("input[type=password]")) return "";
    if ((form.getAttribute("method") || "").toLowerCase() === "get" && !form.hasAttribute("hx-post")) return "";
    const which = form.id || form.getAttribute("hx-post") || form.getAttribute("action") || "";
    return `${PREFIX}${here()}#${which}#${field.name}`;
  }

  /* What the server last said; the text is put back only where that is still so, or is shown beside it. */
  function given(field) {
    if (field.tagName !== "SELECT") return field.defaultValue;
    const chosen = Array.from(field.options).find((option) => option.defaultSelected) || field.options[0];
    return chosen ? chosen.value : "";
  }

  function keep(field) {
    const key = keyOf(field);
    if (!key) return;
    try {
      if (field.value === given(field)) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify({ value: field.value, was: given(field) }));
    } catch { /* The browser keeps nothing, or no more: then the page is all there is. */ }
  }

  function keysOf(form) {
    return Array.from(form.elements).filter((field) => field.matches(TEXT)).map(keyOf).filter(Boolean);
  }

  function forget(form) {
    for (const key of keysOf(form)) sessionStorage.removeItem(key);
  }

  function tell(form, overtaken) {
    if (form.querySelector(":scope > .kept")) return;
    const said = document.getElementById("words").dataset;
    const words = document.createElement("p");
    words.className = "kept muted";
    words.setAttribute("role", "status");
    words.textContent = overtaken
      ? `${said.keptChanged} `
      : `${said.kept} `;
    const away = document.createElement("button");
    away.type = "button";
    away.className = "button is-quiet is-small";
    away.textContent = said.discard;
    away.addEventListener("click", () => {
      forget(form);
      words.remove();
      for (const field of form.elements) {
        if (!field.matches(TEXT)) continue;
        field.value = given(field);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    words.append(away);
    form.prepend(words);
  }

  function restore(root) {
    for (const field of root.querySelectorAll(TEXT)) {
      const key = keyOf(field);
      const kept = key && sessionStorage.getItem(key);
      if (!kept) continue;
      const { value, was } = JSON.parse(kept);
      if (value === given(field)) {
        sessionStorage.removeItem(key);
      } else if (field.value !== value) {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        tell(field.form, was !== given(field));
      }
    }
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches && event.target.matches(TEXT)) keep(event.target);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches && event.target.matches(TEXT)) keep(event.target);
  });

  /* A form that htmx sends is done when the answer says so. */
  document.addEventListener("htmx:afterRequest", (event) => {
    const { requestConfig, successful } = event.detail;
    if (!successful || !requestConfig || requestConfig.verb === "get") return;
    /* The answer may have put something else in the form's place; then the event comes from what is left around it. */
    const target = requestConfig.elt || event.target;
    const key = target.matches(TEXT) && keyOf(target);
    if (key) sessionStorage.removeItem(key);
    else if (target.matches("form, form *")) forget(target.closest("form"));
  });

  /* A form that the browser sends is done when the next page comes. */
  const SENT = `${PREFIX}sent`;
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.hasAttribute("hx-post")) return;
    const keys = keysOf(event.target).filter((key) => sessionStorage.getItem(key) !== null);
    if (keys.length) sessionStorage.setItem(SENT, JSON.stringify(keys));
  });

  function settle() {
    const sent = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    for (const key of JSON.parse(sent || "[]")) sessionStorage.removeItem(key);
  }

  /* A page that turned the form away, or the door on the way, says that what was sent did not arrive. */
  if (document.querySelector(".dead-end, .door")) sessionStorage.removeItem(SENT);
  else settle();
  restore(document);
  document.addEventListener("htmx:load", (event) => restore(event.detail.elt.parentElement || document));
  addEventListener("pageshow", (event) => { if (event.persisted) restore(document); });
})();
