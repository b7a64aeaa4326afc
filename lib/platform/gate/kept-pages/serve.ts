import { gunzipSync } from "fflate";
import { NextResponse } from "next/server";
import { isToKeep, renderVariant } from "@/lib/platform/gate/kept-pages/fill";
import { keyOf, type Variant } from "@/lib/platform/gate/kept-pages/key";
import type { KeptPage } from "@/lib/platform/gate/kept-pages/page";
import { PageStore } from "@/lib/platform/gate/kept-pages/store";
import { readVersions } from "@/lib/platform/gate/kept-pages/versions";
import { log } from "@/lib/platform/log";
import { count } from "@/lib/platform/statistics";

/** A page this young is sent as it is; one older, but not too old, while a new one is rendered behind it. */
const FRESH_MS = 60_000;
const TOO_OLD_MS = 120_000;
/** How long a write elsewhere may go unnoticed. */
const CHECK_EVERY_MS = 1_000;
const PAUSE_AFTER_FAILURE_MS = 30_000;

const store = new PageStore();
const rendering = new Map<string, Promise<KeptPage | null>>();
let pausedUntil = 0;

type Behind = (work: Promise<unknown>) => void;

/** The page of a variant; however many ask for one that is not kept, it is rendered once. Null: render it per request. */
export async function findKeptPage(variant: Variant, behind: Behind): Promise<KeptPage | null> {
  const key = keyOf(variant);
  const entry = store.get(key);
  const now = Date.now();
  const age = entry ? now - entry.madeAt : Number.POSITIVE_INFINITY;
  if (!entry || age > TOO_OLD_MS) return countMiss(renderOnce(key, variant));
  if (now - entry.checkedAt > CHECK_EVERY_MS) {
    entry.checkedAt = now;
    const versions = await readVersions(variant);
    if (versions !== null && versions !== entry.versions) {
      store.delete(key);
      return countMiss(renderOnce(key, variant));
    }
  }
  count("cache", `pages:${age > FRESH_MS ? "stale" : "hit"}`);
  if (age > FRESH_MS) behind(renderOnce(key, variant));
  return entry.page;
}

function countMiss<Page>(page: Page): Page {
  count("cache", "pages:miss");
  return page;
}

function renderOnce(key: string, variant: Variant): Promise<KeptPage | null> {
  const running = rendering.get(key);
  if (running) return running;
  if (Date.now() < pausedUntil) return Promise.resolve(null);
  const promise = render(key, variant).finally(() => rendering.delete(key));
  rendering.set(key, promise);
  return promise;
}

async function render(key: string, variant: Variant): Promise<KeptPage | null> {
  try {
    // Read before the page: a write while it is rendered makes it old at once.
    const versions = await readVersions(variant);
    const page = await renderVariant(variant);
    const now = Date.now();
    if (page && isToKeep(page)) store.set(key, { page, madeAt: now, checkedAt: now, versions });
    return page;
  } catch (error) {
    pausedUntil = Date.now() + PAUSE_AFTER_FAILURE_MS;
    log.warn({ reason: error instanceof Error ? error.name : "unknown" }, "the site does not answer itself");
    return null;
  }
}

/**
 * The kept page as an answer. It goes out compressed where who stands before us can send it so (send-compressed.mjs) and the
 * browser takes it.
 */
export function answerWith(page: KeptPage, asked: Headers): NextResponse {
  const { status, body, isCompressed, policy, link, failedAs } = page;
  const isSentSo =
    asked.get("x-cineverse-sends") === "gzip" && /\bgzip\b/.test(asked.get("accept-encoding") ?? "");
  return new NextResponse(isCompressed && !isSentSo ? gunzipSync(body) : body, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      vary: "accept, accept-encoding, accept-language, cookie, save-data",
      ...(link && { link }),
      ...(failedAs && { "x-request-id": failedAs }),
      ...(isCompressed && isSentSo && { "x-cineverse-encoding": "gzip" }),
    },
  });
}
