/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
// The whole app is kept on the device when it is first opened; after that every page comes from there, network or not.
import { build, files, prerendered, version } from '$service-worker';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** One cache a version: a page never mixes files of two builds. */
const CACHE_PREFIX = 'sacra-';
const cacheName = `${CACHE_PREFIX}${version}`;
const keptPaths = new Set([...build, ...files, ...prerendered]);
const TAKE_OVER = 'take-over';

worker.addEventListener('install', (event) => {
  event.waitUntil(keepEverything());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlderVersions());
});

worker.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request, url));
  else if (keptPaths.has(url.pathname)) event.respondWith(fromCache(request, url.pathname));
});

async function keepEverything(): Promise<void> {
  const cache = await caches.open(cacheName);
  // Names in `build` hold a hash, so what the page has just fetched will do. The others are asked for again: a new version
  // must never be made of old files.
  await cache.addAll(build);
  await cache.addAll([...files, ...prerendered].map((path) => new Request(path, { cache: 'no-cache' })));
}

async function forgetOlderVersions(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(CACHE_PREFIX) && name !== cacheName) await caches.delete(name);
  }
}

async function openPage(request: Request, url: URL): Promise<Response> {
  if (await newerVersionMayTakeOver(url)) return askAgain();
  const path = [url.pathname, `${url.pathname}/`].find((candidate) => keptPaths.has(candidate));
  if (path !== undefined) return fromCache(request, path);
  // Not a page of the app: ask the server, and without one go home.
  return fetch(request).catch(() => Response.redirect(new URL('./', worker.registration.scope), 302));
}

/**
 * A newer version that has arrived waits until no page of the older one is in use. Opening the app anew is such a moment,
 * and so is reloading its only page: the newer version is told, and the page asks again. A second window is not: the
 * files that the first one may still want would go.
 */
async function newerVersionMayTakeOver(opening: URL): Promise<boolean> {
  const { waiting } = worker.registration;
  if (waiting === null) return false;
  const [only, ...others] = await worker.clients.matchAll({ type: 'window' });
  const isReload = only !== undefined && only.url === opening.href;
  if (others.length > 0 || (only !== undefined && !isReload)) return false;
  waiting.postMessage(TAKE_OVER);
  return true;
}

/**
 * An empty page, dark in the dark, that asks once more after a second. Asking at once could keep this worker so busy that the newer
 * one, which waits for it to have nothing to do, never gets its turn.
 */
function askAgain(): Response {
  const page = '<!doctype html><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">';
  return new Response(page, { headers: { 'Content-Type': 'text/html', Refresh: '1' } });
}

async function fromCache(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? fetch(request);
}
