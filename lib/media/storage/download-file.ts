import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { isDiskFull, MediaError } from "@/lib/media/errors";
import { adminClient } from "@/lib/platform/supabase/admin";

const ATTEMPTS = 5;
const URL_SECONDS = 12 * 3600;

/** Fetches a source to disk, streamed; a broken connection goes on where it stopped. */
export async function downloadSource(name: string, path: string, signal?: AbortSignal): Promise<void> {
  const { data, error } = await adminClient().storage.from("uploads").createSignedUrl(name, URL_SECONDS);
  if (error) throw missing(error);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchRest(data.signedUrl, path, signal);
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      if (attempt === ATTEMPTS || cause instanceof MediaError || isDiskFull(cause)) throw cause;
      await wait(attempt * 500);
    }
  }
}

async function fetchRest(url: string, path: string, signal: AbortSignal | undefined): Promise<void> {
  const have = (await stat(path).catch(() => null))?.size ?? 0;
  const response = await fetch(url, { signal, headers: have > 0 ? { range: `bytes=${have}-` } : {} });
  if (response.status === 416) return;
  if (response.status === 404 || response.status === 400) throw missing(await response.text());
  if (!response.ok || !response.body) throw new Error(`The storage answered ${response.status}`);
  const flags = response.status === 206 ? "a" : "w";
  await pipeline(
    Readable.fromWeb(response.body as import("node:stream/web").ReadableStream),
    createWriteStream(path, { flags }),
  );
}

function missing(cause: unknown): MediaError {
  return new MediaError("input", "The uploaded file is no longer in the storage: ingest it again.", {
    cause,
  });
}
