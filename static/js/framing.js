/* The window of a shot is dragged over its still; the slider under it does the same, and is what is sent. */
(() => {
  "use strict";
  const TOP = 1000;

  function place(form, value) {
    const slider = form.querySelector(".framed-slider");
    const share = Number(form.style.getPropertyValue("--share"));
    const at = Math.min(TOP - share / 2, Math.max(share / 2, value));
    slider.value = at;
    form.style.setProperty("--at", at);
  }

  document.addEventListener("pointerdown", (event) => {
    const still = event.target.closest(".framed-still");
    const form = still && still.closest("[data-framed]");
    if (!form || !form.querySelector(".framed-slider") || event.button) return;
    event.preventDefault();
    const isAcross = form.dataset.framed === "x";
    const box = still.getBoundingClientRect();
    const length = isAcross ? box.width : box.height;
    const begun = isAcross ? event.clientX : event.clientY;
    const was = Number(form.style.getPropertyValue("--at"));
    still.setPointerCapture(event.pointerId);
    const move = (now) => {
      const by = (isAcross ? now.clientX : now.clientY) - begun;
      place(form, was + (by / length) * TOP);
    };
    const end = (now) => {
      still.removeEventListener("pointermove", move);
      if (now.type === "pointercancel") place(form, was);
      else if (Number(form.style.getPropertyValue("--at")) !== was) form.dispatchEvent(new Event("change", { bubbles: true }));
    };
    still.addEventListener("pointermove", move);
    for (const last of ["pointerup", "pointercancel"]) still.addEventListener(last, end, { once: true });
  });

  document.addEventListener("input", (event) => {
    const form = event.target.closest("[data-framed]");
    if (form && event.target.matches(".framed-slider")) place(form, Number(event.target.value));
  });

  document.addEventListener("click", (event) => {
    const again = event.target.closest("[data-follow]");
    if (!again) return;
    const form = again.closest("[data-framed]");
    form.querySelector(".framed-slider").disabled = true;
    form.dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
