/* The service worker. Pages, parts of pages, films and pictures always come from the studio: nothing stale is ever
   shown. Kept are only files whose link says what is in them (?v=digest) and fonts; and the page that says that the
   studio cannot be reached. VERSION stands above, written by the studio. */
"use strict";
const KEPT = `sceneme-${VERSION}`;
const OFFLINE = "/offline/";

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(KEPT);
    const page = await fetch(OFFLINE, { cache: "no-store" });
    if (page.ok) {
      await cache.put(OFFLINE, page.clone());
      const links = (await page.text()).matchAll(/(?:href|src)="(\/static\/[^"#]+)/g);
      await Promise.allSettled(Array.from(links, ([, link]) => cache.add(link.replaceAll("&amp;", "&"))));
    }
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("sceneme-") && name !== KEPT) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (address.pathname.startsWith("/static/")) event.respondWith(file(request, address));
});

async function page(request) {
  try {
    return await fetch(request);
  } catch {
    const cache = await caches.open(KEPT);
    return (await cache.match(OFFLINE)) || Response.error();
  }
}

async function file(request, address) {
  const isFont = address.pathname.startsWith("/static/fonts/");
  /* Without a digest nobody can know whether it is still the same: ask. */
  if (!address.searchParams.has("v") && !isFont) return fetchFresh(request);
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const fresh = await fetchFresh(request);
  if (fresh.status === 200) cache.put(request.url, fresh.clone()).catch(() => {});
  return fresh;
}

/* What a cache between here and the studio holds is asked for its age first. */
function fetchFresh(request) {
  return fetch(request, { cache: "no-cache" });
}
