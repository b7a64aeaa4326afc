import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import * as tus from "tus-js-client";
import { describe, expect, it } from "vitest";
import {
  allowOwnFolder,
  bucket,
  bytesOf,
  isEmbedded,
  type Person,
  person,
  publishableKey,
  raw,
  rows,
  service,
  storageUrl,
} from "./storage-fixture";

const MEGABYTE = 1024 * 1024;
/** A hosted project takes chunks of exactly 6 MB. */
const CHUNK = 6 * MEGABYTE;
const BYTES = randomBytes(2 * CHUNK + 12_345);
const ENDPOINT = `${storageUrl}/upload/resumable`;

type Options = ConstructorParameters<typeof tus.Upload>[1];

function options(bucketName: string, path: string, token: string, more: Partial<Options> = {}): Options {
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
function run(body: Buffer, settings: Options, stop?: (sent: number) => boolean): Promise<tus.Upload> {
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

async function home(): Promise<{ name: string; owner: Person }> {
  const [name, owner] = [await bucket(), await person()];
  await allowOwnFolder(name, ["select", "insert", "update"]);
  return { name, owner };
}

function statusOf(error: unknown): number | undefined {
  return error instanceof tus.DetailedError ? error.originalResponse?.getStatus() : undefined;
}

async function statusOfFailure(upload: Promise<unknown>): Promise<number | undefined> {
  return await upload.then(() => 0, statusOf);
}

/** Sends part of a chunk and then pulls the plug. */
function cutOff(location: string, token: string, body: Buffer): Promise<void> {
  const { hostname, port, pathname, host } = new URL(location);
  const socket = connect(Number(port) || 80, hostname);
  const head = [
    `PATCH ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${token}`,
    `apikey: ${publishableKey}`,
    "Tus-Resumable: 1.0.0",
    "Upload-Offset: 0",
    "Content-Type: application/offset+octet-stream",
    `Content-Length: ${body.length}`,
  ].join("\r\n");
  return new Promise((resolve) => {
    socket.write(`${head}\r\n\r\n`);
    socket.write(body.subarray(0, body.length / 2), () => socket.destroy());
    socket.once("close", () => resolve());
    socket.on("error", () => {});
  });
}

describe("a resumable upload", () => {
  it("in one go becomes an object with type, cache time, metadata and owner", async () => {
    const { name, owner } = await home();
    const path = `${owner.id}/Phim.mp4`;
    await run(BYTES, options(name, path, owner.token));
    const files = service.storage.from(name);
    expect(BYTES.equals(await bytesOf((await files.download(path)).data))).toBe(true);
    expect((await files.info(path)).data).toMatchObject({
      contentType: "video/mp4",
      cacheControl: "max-age=600",
      size: BYTES.length,
      metadata: { reel: 2 },
    });
    expect((await rows(name))[0]?.owner_id).toBe(owner.id);
  });

  it("paused between chunks goes on where it stopped", async () => {
    const { name, owner } = await home();
    const path = `${owner.id}/a.bin`;
    const paused = await run(BYTES, options(name, path, owner.token), (sent) => sent >= CHUNK);
    expect(await rows(name)).toEqual([]);
    const sent: number[] = [];
    await run(BYTES, options(name, path, owner.token, { uploadUrl: paused.url }), (total) => {
      sent.push(total);
      return false;
    });
    expect(sent[0]).toBeGreaterThan(CHUNK);
    expect(BYTES.equals(await bytesOf((await service.storage.from(name).download(path)).data))).toBe(true);
  });

  it("cut in the middle of a chunk goes on with what had arrived", async () => {
    const { name, owner } = await home();
    const path = `${owner.id}/a.bin`;
    const url = await create(name, path, owner.token, BYTES.length);
    await cutOff(url, owner.token, BYTES);
    // Hosted keeps whole parts only, the embedded stack every byte that arrived.
    const arrived = isEmbedded ? BYTES.length / 3 : -1;
    await expect.poll(() => offsetOf(url, owner.token)).toBeGreaterThan(arrived);
    expect(await offsetOf(url, owner.token)).toBeLessThan(BYTES.length);
    await run(BYTES, options(name, path, owner.token, { uploadUrl: url }));
    expect(BYTES.equals(await bytesOf((await service.storage.from(name).download(path)).data))).toBe(true);
  });

  it("is done at once when it is empty", async () => {
    const { name, owner } = await home();
    await run(Buffer.alloc(0), options(name, `${owner.id}/empty`, owner.token));
    expect((await service.storage.from(name).info(`${owner.id}/empty`)).data?.size).toBe(0);
  });

  it("beside nine others ends with ten whole objects", async () => {
    const { name, owner } = await home();
    const bodies = Array.from({ length: 10 }, () => randomBytes(MEGABYTE));
    await Promise.all(
      bodies.map((body, index) => run(body, options(name, `${owner.id}/${index}`, owner.token))),
    );
    for (const [index, body] of bodies.entries()) {
      const { data } = await service.storage.from(name).download(`${owner.id}/${index}`);
      expect(body.equals(await bytesOf(data))).toBe(true);
    }
  });

  it("replaces an object only as an upsert", async () => {
    const { name, owner } = await home();
    const path = `${owner.id}/a.bin`;
    await run(Buffer.from("first"), options(name, path, owner.token));
    expect(await statusOfFailure(run(Buffer.from("second"), options(name, path, owner.token)))).toBe(409);
    const settings = options(name, path, owner.token);
    await run(Buffer.from("third"), { ...settings, headers: { ...settings.headers, "x-upsert": "true" } });
    expect(await (await service.storage.from(name).download(path)).data?.text()).toBe("third");
    expect(await rows(name)).toHaveLength(1);
  });

  it("given up leaves nothing", async () => {
    const { name, owner } = await home();
    const url = await create(name, `${owner.id}/a.bin`, owner.token, 100);
    await tus.Upload.terminate(url, options(name, "", owner.token) as never);
    expect((await patch(url, owner.token, "x")).status).toBe(404);
    expect(await rows(name)).toEqual([]);
  });

  it("with a signed link instead of a session lands where the link says", async () => {
    const name = await bucket();
    const { data } = await service.storage.from(name).createSignedUploadUrl("inbox/a.bin");
    const headers = { "x-signature": data?.token ?? "", apikey: publishableKey };
    const settings = { ...options(name, "inbox/a.bin", ""), endpoint: `${ENDPOINT}/sign`, headers };
    await run(Buffer.from("signed"), settings);
    expect(await (await service.storage.from(name).download("inbox/a.bin")).data?.text()).toBe("signed");
    const elsewhere = { ...settings, metadata: { bucketName: name, objectName: "inbox/b.bin" } };
    expect(await statusOfFailure(run(Buffer.from("x"), elsewhere))).toBe(400);
  });
});

describe("a resumable upload is refused", () => {
  it("without a token, in another's folder, for a wrong type, a size over the limit or a hostile name", async () => {
    const { name, owner } = await home();
    const strict = await bucket({ public: false, allowedMimeTypes: ["image/*"], fileSizeLimit: 1000 });
    const body = Buffer.alloc(2000);
    const path = `${owner.id}/a`;
    const without = { ...options(name, path, ""), headers: {} };
    expect([400, 401, 403]).toContain(await statusOfFailure(run(body, without)));
    expect(await statusOfFailure(run(body, options(name, "other/a", owner.token)))).toBe(403);
    const secret = process.env.SUPABASE_SECRET_KEY ?? "";
    expect(await statusOfFailure(run(body, options(strict, "a", secret)))).toBe(415);
    const image = { metadata: { bucketName: strict, objectName: "a", contentType: "image/png" } };
    expect(await statusOfFailure(run(body, options(strict, "a", secret, image)))).toBe(413);
    for (const hostile of ["../a", `${owner.id}/../b`, "a\u0000b", "a\\b"])
      expect([400, 403]).toContain(await statusOfFailure(run(body, options(name, hostile, owner.token))));
    expect(await statusOfFailure(run(body, options("no-such-bucket", "a", owner.token)))).toBe(404);
  });

  it("to whoever knows another person's upload id: no look, no byte, no end", async () => {
    const { name, owner } = await home();
    const thief = await person();
    const url = await create(name, `${owner.id}/a.bin`, owner.token, 10);
    for (const token of [thief.token, publishableKey]) {
      expect([403, 404]).toContain((await patch(url, token, "0123456789")).status);
      const headers = { "tus-resumable": "1.0.0" };
      expect([403, 404]).toContain((await raw(url, { method: "DELETE", token, headers })).status);
    }
    expect(await rows(name)).toEqual([]);
    expect((await patch(url, owner.token, "0123456789")).status).toBe(204);
    expect(await (await service.storage.from(name).download(`${owner.id}/a.bin`)).data?.text()).toBe(
      "0123456789",
    );
  });

  it("for ids that are paths", async () => {
    const { owner } = await home();
    for (const id of ["..%2f..%2fkeys.json", "%2e%2e", "a", "0".repeat(36), `${crypto.randomUUID()}.draft`])
      expect([400, 403, 404]).toContain((await patch(`${ENDPOINT}/${id}`, owner.token, "x")).status);
  });

  it("for bytes beyond the announced size", async () => {
    const { name, owner } = await home();
    const url = await create(name, `${owner.id}/a.bin`, owner.token, 4);
    expect((await patch(url, owner.token, "too many bytes")).status).toBeGreaterThanOrEqual(400);
    expect(await rows(name)).toEqual([]);
  });
});

async function create(bucketName: string, path: string, token: string, size: number): Promise<string> {
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

async function offsetOf(url: string, token: string): Promise<number> {
  const answer = await raw(url, { method: "HEAD", token, headers: { "tus-resumable": "1.0.0" } });
  return Number(answer.headers.get("upload-offset"));
}

async function patch(url: string, token: string, body: string) {
  const headers = {
    "tus-resumable": "1.0.0",
    "upload-offset": "0",
    "content-type": "application/offset+octet-stream",
  };
  return await raw(url, { method: "PATCH", token, headers, body });
}
