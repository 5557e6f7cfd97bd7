/* Several shots selected: by their boxes, with shift from one to another, a scene at once, all that is out of date.
   What is selected is kept here by number, so that it stays when rows come anew or a scene is folded. */
(() => {
  "use strict";
  const ASK_AFTER_MS = 180;
  const bar = () => document.querySelector("[data-several]");
  const form = () => document.getElementById("several-form");
  const boxes = () => Array.from(document.querySelectorAll("[data-pick-shot]"));
  const numbers = (text) => (text || "").split(" ").filter(Boolean);
  const chosen = new Set();
  let last = "";
  let asking = 0;
  let asked = "";

  function mark(pk, isOn) {
    if (isOn) chosen.add(pk);
    else chosen.delete(pk);
  }

  function show() {
    if (!bar() || !form()) return;
    const all = new Set(numbers(bar().dataset.shotsOfFilm));
    for (const pk of chosen) if (!all.has(pk)) chosen.delete(pk);
    for (const box of boxes()) box.checked = chosen.has(box.value);
    for (const button of document.querySelectorAll("[data-pick-shots]")) {
      const some = numbers(button.dataset.pickShots);
      button.setAttribute("aria-pressed", String(some.length > 0 && some.every((pk) => chosen.has(pk))));
      button.hidden = !some.length;
    }
    const count = bar().querySelector("[data-several-count]");
    const { one, many } = count.dataset;
    const words = chosen.size === 1 ? one : many.replace("%s", chosen.size);
    if (count.textContent !== words) count.textContent = words;
    bar().classList.toggle("is-shown", chosen.size > 0);
    document.body.classList.toggle("is-selecting", chosen.size > 0);
    ask();
  }

  /* What it costs is asked for once the hand rests. */
  function ask() {
    clearTimeout(asking);
    const box = document.getElementById("several-price");
    const wanted = [...chosen].sort().join(" ") + bar().dataset.v + bar().dataset.stale;
    if (!chosen.size || !box || (wanted === asked && box.querySelector("button"))) return;
    asking = setTimeout(() => {
      asked = wanted;
      window.htmx.ajax("GET", box.dataset.url, { target: box, swap: "innerHTML", values: { shots: [...chosen] } });
    }, ASK_AFTER_MS);
  }

  function pick(box, isRange) {
    const isOn = box.checked;
    const all = boxes();
    const from = all.findIndex((one) => one.value === last);
    const to = all.indexOf(box);
    if (isRange && from >= 0) {
      for (const one of all.slice(Math.min(from, to), Math.max(from, to) + 1)) mark(one.value, isOn);
    }
    mark(box.value, isOn);
    last = box.value;
    show();
  }

  function none() {
    chosen.clear();
    show();
  }

  document.addEventListener("click", (event) => {
    const box = event.target.closest("[data-pick-shot]");
    if (box) pick(box, event.shiftKey);
    const several = event.target.closest("[data-pick-shots]");
    if (several) {
      const some = numbers(several.dataset.pickShots);
      const isOn = some.some((pk) => !chosen.has(pk));
      for (const pk of some) mark(pk, isOn);
      show();
    }
    if (event.target.closest("[data-several-none]")) none();
  });

  /* With shift and an arrow the selection goes on from box to box; Escape ends it. */
  document.addEventListener("keydown", (event) => {
    const box = event.target.closest && event.target.closest("[data-pick-shot]");
    if (event.key === "Escape" && chosen.size && (box || (bar() && bar().contains(event.target)))) {
      event.stopPropagation();
      none();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!box || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = boxes();
    const next = all[all.indexOf(box) + step];
    if (!next) return;
    event.preventDefault();
    if (event.shiftKey) {
      mark(box.value, true);
      mark(next.value, true);
      last = next.value;
      show();
    }
    next.focus();
  }, true);

  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.elt === form()) event.detail.parameters.shots = [...chosen];
  });

  /* What was deleted is not selected any more; what was changed may be changed on. */
  document.addEventListener("htmx:afterSettle", () => { clearTimeout(show.soon); show.soon = setTimeout(show, 0); });
  for (const box of boxes()) if (box.checked) chosen.add(box.value);
  show();
})();
