/* Where clocks go back an hour comes twice: a form with a day and a time asks which of both is meant, and only then. */
(() => {
  "use strict";
  const DAY_MS = 86_400_000;

  /* How far a zone's clock is ahead of UTC at a moment. */
  function ahead(moment, zone) {
    const shown = new Intl.DateTimeFormat("en", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" }).formatToParts(moment);
    const of = (type) => Number(shown.find((part) => part.type === type).value);
    return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - moment;
  }

  /* The moments at which a zone's clock shows a time: none, one or two. */
  function moments(day, time, zone) {
    const wall = Date.parse(`${day}T${time.slice(0, 5)}:00Z`);
    if (Number.isNaN(wall)) return [];
    const offsets = new Set([ahead(wall - DAY_MS, zone), ahead(wall + DAY_MS, zone)]);
    return Array.from(offsets, (by) => wall - by).filter((moment) => moment + ahead(moment, zone) === wall).sort((a, b) => a - b);
  }

  function named(moment, zone) {
    const parts = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: zone, timeZoneName: "short" }).formatToParts(moment);
    return parts.find((part) => part.type === "timeZoneName").value;
  }

  window.twice = (form) => {
    const place = form.querySelector("[data-twice]");
    const page = document.querySelector("[data-zone]");
    if (!place || !page) return;
    const { day, time } = form.elements;
    const found = moments(day.value, time.value, page.dataset.zone);
    place.hidden = place.disabled = found.length < 2;
    if (place.hidden) return;
    place.querySelector("[data-at-first]").textContent = named(found[0], page.dataset.zone);
    place.querySelector("[data-at-second]").textContent = named(found[1], page.dataset.zone);
  };

  const look = (event) => {
    const form = event.target.form;
    if (form && event.target.matches("[name=day], [name=time]")) window.twice(form);
  };
  const all = () => { for (const place of document.querySelectorAll("[data-twice]")) window.twice(place.form); };
  document.addEventListener("input", look);
  document.addEventListener("change", look);
  document.addEventListener("htmx:oobAfterSwap", all);
  addEventListener("pageshow", all);
  all();
})();
