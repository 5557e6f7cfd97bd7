/* Changing a picture with words: a box drawn on it says which part may change, and the button says with which model
   and for how much. Four fields hold the box, so it can be typed as well; without this script they are all there is. */
(() => {
  "use strict";
  const LEAST = 1;
  const SIDES = ["left", "top", "width", "height"];
  const formOf = (element) => element.closest(".change-form");
  const fields = (form) => SIDES.map((side) => form.querySelector(`[data-side="${side}"]`));
  const between = (value, least, most) => Math.min(most, Math.max(least, value));
  const short = (value) => String(Math.round(value * 10) / 10);

  /* --- The box ------------------------------------------------------------------------------- */
  function boxOf(form) {
    const found = fields(form).map((field) => (field && field.value !== "" ? Number(field.value) : NaN));
    return found.some(Number.isNaN) ? null : found;
  }

  function show(form) {
    const mark = form.querySelector("[data-change-box]");
    if (!mark) return;
    const box = boxOf(form);
    mark.hidden = !box;
    if (box) SIDES.forEach((side, index) => mark.style.setProperty(side, `${box[index]}%`));
    const mask = form.querySelector("[data-change-mask]");
    const isMarked = Boolean(box || (mask && mask.files.length));
    form.querySelector("[data-change-clear]").hidden = !isMarked;
    form.querySelector("[data-change-marked]").hidden = !isMarked;
    choose(form, isMarked);
  }

  function put(form, box) {
    fields(form).forEach((field, index) => { field.value = box ? short(box[index]) : ""; });
    show(form);
  }

  let from = null;
  function at(event, area) {
    const place = area.getBoundingClientRect();
    return [
      between((event.clientX - place.left) / place.width * 100, 0, 100),
      between((event.clientY - place.top) / place.height * 100, 0, 100),
    ];
  }

  document.addEventListener("pointerdown", (event) => {
    const area = event.target.closest("[data-change-area]");
    if (!area || event.button) return;
    event.preventDefault();
    area.setPointerCapture(event.pointerId);
    from = { area, id: event.pointerId, point: at(event, area) };
  });
  document.addEventListener("pointermove", (event) => {
    if (!from || event.pointerId !== from.id) return;
    const [x, y] = at(event, from.area);
    const [left, top] = [Math.min(x, from.point[0]), Math.min(y, from.point[1])];
    const [width, height] = [Math.abs(x - from.point[0]), Math.abs(y - from.point[1])];
    if (width >= LEAST && height >= LEAST) put(formOf(from.area), [left, top, width, height]);
  });
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { from = null; });

  /* --- The model ------------------------------------------------------------------------------ */
  function choose(form, isMarked) {
    const list = form.querySelector("[data-change-model]");
    for (const option of list.options) option.disabled = !(isMarked ? "part" in option.dataset : "whole" in option.dataset);
    const chosen = list.selectedOptions[0];
    const fit = chosen && !chosen.disabled ? chosen : Array.from(list.options).find((option) => !option.disabled);
    if (fit && fit !== chosen) list.value = fit.value;
    tell(form);
  }

  function tell(form) {
    const chosen = form.querySelector("[data-change-model]").selectedOptions[0];
    if (chosen) form.querySelector("[data-change-told]").textContent = chosen.dataset.told;
  }

  document.addEventListener("input", (event) => { if (event.target.matches("[data-side]")) show(formOf(event.target)); });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-change-model]")) tell(formOf(event.target));
    if (event.target.matches("[data-change-mask]")) show(formOf(event.target));
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-change-clear]")) return;
    const form = formOf(event.target);
    form.querySelector("[data-change-mask]").value = "";
    put(form, null);
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches(".change") && event.target.open) event.target.querySelectorAll(".change-form").forEach(show);
  }, true);
})();
