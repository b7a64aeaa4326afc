import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Upload } from "tus-js-client";
import { MediaError } from "@/lib/media/errors";
import { env } from "@/lib/platform/env";
import { adminClient } from "@/lib/platform/supabase/admin";

export type UploadTarget = { bucket: "media" | "uploads" | "artwork"; name: string; contentType: string };
type Options = { signal?: AbortSignal; onFraction?: (fraction: number) => void };

/** The chunk that hosted Supabase asks for; also the most of a file that is ever in memory. */
const CHUNK_BYTES = 6 * 1024 * 1024;
const RETRY_DELAYS_MS = [500, 1000, 3000, 5000, 10_000];
const CACHE_SECONDS = "31536000";

/** Puts one file into a bucket, replacing what has its name: small ones at once, others by resumable upload. */
export async function uploadFile(path: string, target: UploadTarget, options: Options = {}): Promise<void> {
  options.signal?.throwIfAborted();
  const { size } = await stat(path);
  if (size > CHUNK_BYTES) await uploadResumable(path, { ...target, size }, options);
  else await uploadBytes(await readFile(path), target);
  options.onFraction?.(1);
}

/** Puts bytes into a bucket, replacing what has the name. */
export async function uploadBytes(bytes: Buffer, { bucket, name, contentType }: UploadTarget): Promise<void> {
  const { error } = await adminClient()
    .storage.from(bucket)
    .upload(name, bytes, { contentType, upsert: true, cacheControl: CACHE_SECONDS });
  if (error)
    throw new MediaError("environment", `The storage did not take ${name}: try again.`, { cause: error });
}

function uploadResumable(
  path: string,
  { bucket, name, contentType, size }: UploadTarget & { size: number },
  { signal, onFraction }: Options,
): Promise<void> {
  const key = env().SUPABASE_SECRET_KEY;
  return new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(path), {
      endpoint: `${env().SUPABASE_URL}/storage/v1/upload/resumable`,
      headers: { authorization: `Bearer ${key}`, apikey: key, "x-upsert": "true" },
      metadata: { bucketName: bucket, objectName: name, contentType, cacheControl: CACHE_SECONDS },
      uploadSize: size,
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_DELAYS_MS,
      removeFingerprintOnSuccess: true,
      onProgress: (sent, total) => onFraction?.(sent / total),
      onSuccess: () => resolve(),
      onError: (cause) =>
        reject(new MediaError("environment", `The storage did not take ${name}: try again.`, { cause })),
    });
    signal?.addEventListener("abort", () => void upload.abort(true).finally(() => reject(signal.reason)), {
      once: true,
    });
    upload.start();
  });
}
