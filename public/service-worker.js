// Answers a page that cannot be reached with one that says so. Nothing else passes through here: films, lists and pages are
// never kept, so that nothing of one viewer is shown to another.
const SHELF = "offline-1";
const FILES = ["/offline.html", "/offline.css", "/offline.js"];

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELF)
      .then((shelf) => shelf.addAll(FILES.map((file) => new Request(file, { cache: "reload" }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  const forget = (names) =>
    Promise.all(names.filter((name) => name !== SHELF).map((name) => caches.delete(name)));
  // The page is asked for while this worker wakes up, so that it costs no time.
  const preload = self.registration.navigationPreload?.enable();
  event.waitUntil(Promise.all([preload, caches.keys().then(forget)]).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOwn = FILES.includes(new URL(request.url).pathname) && request.method === "GET";
  if (request.mode === "navigate") event.respondWith(openPage(event));
  else if (isOwn) event.respondWith(fetch(request).catch(() => caches.match(request)));
});

async function openPage(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return caches.match("/offline.html");
  }
}
