import * as tus from "tus-js-client";
import { expect } from "vitest";
import {
  allowOwnFolder,
  bucket,
  type Person,
  person,
  publishableKey,
  raw,
  storageUrl,
} from "./storage-fixture";

/** A hosted project takes chunks of exactly 6 MB. */
export const CHUNK = 6 * 1024 * 1024;
export const ENDPOINT = `${storageUrl}/upload/resumable`;

type Options = ConstructorParameters<typeof tus.Upload>[1];

export function options(
  bucketName: string,
  path: string,
  token: string,
  more: Partial<Options> = {},
): Options {
  return {
    endpoint: ENDPOINT,
    chunkSize: CHUNK,
    retryDelays: null,
    removeFingerprintOnSuccess: true,
    headers: { authorization: `Bearer ${token}`, apikey: publishableKey },
    metadata: {
      bucketName,
      objectName: path,
      contentType: "video/mp4",
      cacheControl: "600",
      metadata: '{"reel":2}',
    },
    ...more,
  };
}

/** Runs an upload to its end, or until `stop` says so after a chunk. */
export function run(body: Buffer, settings: Options, stop?: (sent: number) => boolean): Promise<tus.Upload> {
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(body, {
      ...settings,
      onSuccess: () => resolve(upload),
      onError: reject,
      onChunkComplete: (_size, sent) => {
        if (stop?.(sent)) upload.abort().then(() => resolve(upload), reject);
      },
    });
    upload.start();
  });
}

export async function home(): Promise<{ name: string; owner: Person }> {
  const [name, owner] = [await bucket(), await person()];
  await allowOwnFolder(name, ["select", "insert", "update"]);
  return { name, owner };
}

function statusOf(error: unknown): number | undefined {
  return error instanceof tus.DetailedError ? error.originalResponse?.getStatus() : undefined;
}

export async function statusOfFailure(upload: Promise<unknown>): Promise<number | undefined> {
  return await upload.then(() => 0, statusOf);
}

export async function create(bucketName: string, path: string, token: string, size: number): Promise<string> {
  const metadata = { bucketName, objectName: path, contentType: "video/mp4" };
  const encoded = Object.entries(metadata).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`,
  );
  const headers = {
    "tus-resumable": "1.0.0",
    "upload-length": String(size),
    "upload-metadata": encoded.join(","),
  };
  const answer = await raw(ENDPOINT, { method: "POST", token, headers });
  expect(answer.status).toBe(201);
  return new URL(answer.headers.get("location") ?? "", ENDPOINT).href;
}

export async function offsetOf(url: string, token: string): Promise<number> {
  const answer = await raw(url, { method: "HEAD", token, headers: { "tus-resumable": "1.0.0" } });
  return Number(answer.headers.get("upload-offset"));
}

export async function patch(url: string, token: string, body: string) {
  const headers = {
    "tus-resumable": "1.0.0",
    "upload-offset": "0",
    "content-type": "application/offset+octet-stream",
  };
  return await raw(url, { method: "PATCH", token, headers, body });
}
