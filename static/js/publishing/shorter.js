/* A shorter cut: what is ticked adds up to the length that the film would have. */
(() => {
  "use strict";
  const form = document.querySelector("[data-shorter]");
  if (!form) return;
  const { now, limit, enough, over } = form.dataset;
  const length = form.querySelector("[data-length]");
  const told = form.querySelector("[data-told]");
  const go = form.querySelector("[data-go]");

  function clock(ms) {
    const seconds = Math.round(ms / 1000), hours = Math.floor(seconds / 3600), minutes = Math.floor(seconds / 60) % 60;
    const two = (number) => String(number).padStart(2, "0");
    return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  }

  function add() {
    const ticked = Array.from(form.querySelectorAll("[data-saves]:checked"));
    const left = ticked.reduce((sum, one) => sum - Number(one.dataset.saves), Number(now));
    const rest = left - Number(limit);
    length.textContent = clock(left);
    told.textContent = rest > 0 ? over.replace("%1", clock(Math.max(1000, rest))) : enough;
    told.classList.toggle("is-over", rest > 0);
    if (go) go.disabled = !ticked.length;
  }

  form.addEventListener("change", add);
  addEventListener("pageshow", add);
  add();
})();
