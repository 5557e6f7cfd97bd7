/* Which clock this browser goes by: the calendar shows its times. Said once, in a cookie; where that is news to a page
   whose times depend on it, the page is loaded again. */
(() => {
  "use strict";
  const YEAR_S = 365 * 24 * 60 * 60;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;
  const known = document.cookie.split("; ").find((pair) => pair.startsWith("zone="));
  if (known && known.slice(5) === zone) return;
  document.cookie = `zone=${zone}; path=/; max-age=${YEAR_S}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  const page = document.querySelector("[data-zone]");
  const isKept = document.cookie.includes("zone=");
  if (page && isKept && page.dataset.zone !== zone) location.reload();
})();
