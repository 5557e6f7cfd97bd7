/* The calendar: publications are dragged to another day or a free place, by mouse at once, by finger after a long press;
   by keyboard they are picked up with the space bar; and there is a dialog with a day and a time. */
(() => {
  "use strict";
  const HOLD_MS = 380, SLOP_PX = 8, EDGE_PX = 70, QUARTER = 15;
  const calendar = document.querySelector("[data-calendar]");
  if (!calendar) return;
  const words = calendar.dataset;
  const dialog = document.getElementById("move");
  const form = dialog.querySelector("form");
  const say = (sentence) => { document.getElementById("calendar-said").textContent = sentence; };
  const told = (sentence, card, at) => sentence.replace("%1", card.dataset.title).replace("%2", at);
  const live = () => document.getElementById("live");

  function send(card, day, time) {
    const values = { day };
    if (time) values.time = time;
    window.htmx.ajax("POST", card.dataset.moveTo, { source: live(), target: "#live", swap: "outerHTML", values });
  }

  /* --- Drag -------------------------------------------------------------------------------------------- */
  let drag = null;
  let hold = 0;

  const cardOf = (event) => {
    const card = event.target.closest && event.target.closest(".pub[data-movable]");
    return card && !event.target.closest("button") ? card : null;
  };

  document.addEventListener("pointerdown", (event) => {
    const card = cardOf(event);
    if (!card || event.button || drag) return;
    drag = { card, id: event.pointerId, x: event.clientX, y: event.clientY, isOn: false, target: null, shadow: null };
    if (event.pointerType === "touch") hold = setTimeout(() => begin(event), HOLD_MS);
  });

  function begin(event) {
    if (!drag) return;
    drag.isOn = true;
    const box = drag.card.getBoundingClientRect();
    drag.shadow = drag.card.cloneNode(true);
    drag.shadow.removeAttribute("id");
    drag.shadow.classList.add("is-shadow");
    drag.shadow.setAttribute("aria-hidden", "true");
    drag.shadow.inert = true;
    drag.dx = drag.x - box.left;
    drag.dy = drag.y - box.top;
    drag.shadow.dataset.vars = `width: ${box.width}px`;
    document.body.append(drag.shadow);
    drag.card.classList.add("is-lifted");
    calendar.classList.add("is-dragging");
    for (const ghost of calendar.querySelectorAll(".ghost")) ghost.classList.toggle("is-other", ghost.dataset.for !== channelOf(drag.card));
    try { drag.card.setPointerCapture(drag.id); } catch { /* The finger is gone already. */ }
    if (event.pointerType === "touch" && navigator.vibrate) navigator.vibrate(12);
    place(drag.x, drag.y);
  }

  const channelOf = (card) => card.dataset.channelId || "";

  function place(x, y) {
    drag.shadow.style.setProperty("transform", `translate(${x - drag.dx}px, ${y - drag.dy}px)`);
    const under = document.elementsFromPoint(x, y).filter((one) => !drag.shadow.contains(one));
    const ghost = under.map((one) => one.closest(".ghost:not(.is-other)")).find(Boolean);
    const day = under.map((one) => one.closest(".day[data-day]")).find(Boolean);
    const target = ghost || day || null;
    if (target !== drag.target) {
      drag.target?.classList.remove("is-target");
      target?.classList.add("is-target");
      drag.target = target;
    }
  }

  let scrolling = 0;
  function scrollAtEdge(y) {
    cancelAnimationFrame(scrolling);
    const by = y < EDGE_PX ? -9 : y > innerHeight - EDGE_PX ? 9 : 0;
    if (!by || !drag || !drag.isOn) return;
    scrolling = requestAnimationFrame(() => { scrollBy(0, by); if (drag) { place(drag.lastX, drag.lastY); scrollAtEdge(y); } });
  }

  document.addEventListener("pointermove", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > SLOP_PX;
    if (!drag.isOn) {
      if (!far) return;
      if (event.pointerType === "touch") { clearTimeout(hold); drag = null; return; }
      begin(event);
    }
    drag.lastX = event.clientX;
    drag.lastY = event.clientY;
    place(event.clientX, event.clientY);
    scrollAtEdge(event.clientY);
  });

  /* A finger that has picked something up moves it, and not the page. */
  document.addEventListener("touchmove", (event) => { if (drag && drag.isOn) event.preventDefault(); }, { passive: false });
  document.addEventListener("contextmenu", (event) => { if (drag && drag.isOn) event.preventDefault(); });
  document.addEventListener("dragstart", (event) => { if (event.target.closest && event.target.closest(".pub")) event.preventDefault(); });

  function end(isDropped) {
    clearTimeout(hold);
    cancelAnimationFrame(scrolling);
    const { card, isOn, target, shadow } = drag;
    drag = null;
    if (!isOn) return;
    shadow.remove();
    card.classList.remove("is-lifted");
    calendar.classList.remove("is-dragging");
    target?.classList.remove("is-target");
    /* The click that follows a drop opens nothing. */
    const swallow = (event) => { event.preventDefault(); event.stopPropagation(); };
    addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", swallow, true), 60);
    if (isDropped && target) drop(card, target);
  }

  function drop(card, target) {
    const { day, time } = target.dataset;
    if (time) send(card, day, time);
    else if (!card.dataset.atTime) ask(card, day);
    else if (day !== card.dataset.atDay) send(card, day);
  }

  document.addEventListener("pointerup", (event) => { if (drag && event.pointerId === drag.id) end(true); });
  document.addEventListener("pointercancel", (event) => { if (drag && event.pointerId === drag.id) end(false); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && drag && drag.isOn) { event.preventDefault(); end(false); } });

  /* Nothing is put under somebody's hand while they carry something. */
  document.addEventListener("htmx:beforeRequest", (event) => {
    if ((drag && drag.isOn || picked) && event.target.id === "live" && event.detail.requestConfig.verb === "get") event.preventDefault();
  });

  /* --- Keyboard ------------------------------------------------------------------------------------------ */
  let picked = null;
  const shownAt = (at) => at.toLocaleString(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" });

  function wallOf(card) {
    const { atDay, atTime } = card.dataset;
    if (atDay) return new Date(`${atDay}T${atTime}:00Z`);
    const first = calendar.querySelector(".day:not(.is-past)[data-day]");
    return new Date(`${first ? first.dataset.day : new Date().toISOString().slice(0, 10)}T18:00:00Z`);
  }

  document.addEventListener("keydown", (event) => {
    const link = event.target.closest && event.target.closest(".pub[data-movable] .pub-link");
    if (!link) return;
    const card = link.closest(".pub");
    if (!picked) {
      if (event.key !== " " && !event.key.startsWith("Arrow")) return;
      event.preventDefault();
      picked = { card, at: wallOf(card) };
      card.classList.add("is-picked");
      say(told(words.picked, card, shownAt(picked.at)));
      if (event.key === " ") return;
    }
    const by = { ArrowLeft: -1440, ArrowRight: 1440, ArrowUp: -QUARTER, ArrowDown: QUARTER }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      picked.at = new Date(picked.at.getTime() + by * 60_000);
      mark();
      say(told(words.nowAt, card, shownAt(picked.at)));
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const iso = picked.at.toISOString();
      lay();
      send(card, iso.slice(0, 10), iso.slice(11, 16));
    } else if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      lay();
      say(words.left);
    }
  });

  function mark() {
    for (const one of calendar.querySelectorAll(".day.is-target")) one.classList.remove("is-target");
    calendar.querySelector(`.day[data-day="${picked.at.toISOString().slice(0, 10)}"]`)?.classList.add("is-target");
  }

  function lay() {
    picked?.card.classList.remove("is-picked");
    for (const one of calendar.querySelectorAll(".day.is-target")) one.classList.remove("is-target");
    picked = null;
  }

  /* --- The dialog ------------------------------------------------------------------------------------------- */
  function ask(card, day) {
    form.action = card.dataset.moveTo;
    form.setAttribute("hx-post", card.dataset.moveTo);
    window.htmx.process(form);
    const wall = wallOf(card).toISOString();
    form.elements.day.value = day || card.dataset.atDay || wall.slice(0, 10);
    form.elements.time.value = card.dataset.atTime || wall.slice(11, 16);
    dialog.querySelector("[data-move-what]").textContent = `${card.dataset.title} · ${card.dataset.channel}`;
    form.querySelector(`[name=which][value=${"atSecond" in card.dataset ? "second" : "first"}]`).checked = true;
    window.twice(form);
    offer(card);
    dialog.showModal();
    form.elements[day ? "time" : "day"].focus();
  }

  /* The free places of its channel that are in sight. */
  function offer(card) {
    const box = dialog.querySelector("[data-move-free]");
    const free = Array.from(calendar.querySelectorAll(`.ghost[data-for="${channelOf(card)}"]`)).slice(0, 6);
    box.hidden = free.length === 0;
    box.querySelector("div").replaceChildren(...free.map((ghost) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button is-small";
      const why = document.createElement("small");
      why.textContent = ghost.dataset.why;
      button.append(shownAt(new Date(`${ghost.dataset.day}T${ghost.dataset.time}:00Z`)), " ", why);
      button.addEventListener("click", () => {
        form.elements.day.value = ghost.dataset.day;
        form.elements.time.value = ghost.dataset.time;
        window.twice(form);
        form.requestSubmit();
      });
      return button;
    }));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (button) {
      const card = button.closest(".pub") || calendar.querySelector(`[data-pub="${button.dataset.move}"]`);
      if (card) ask(card, "");
    }
    if (event.target.closest("[data-move-shut]") || event.target === dialog) dialog.close();
  });
  form.addEventListener("submit", () => dialog.close());
  document.addEventListener("htmx:afterRequest", (event) => { if (event.target === form) dialog.close(); });
})();
