import { type ChildProcess, fork } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { appendFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bytesOf, isEmbedded, rows } from "./storage-fixture";

type Server = { process: ChildProcess; url: string; key: string; client: SupabaseClient };

let folder = "";
let bucketName = "";
let server: Server;

async function start(): Promise<Server> {
  const execArgv = ["--import", "tsx", "--conditions=react-server"];
  const child = fork(join(import.meta.dirname, "storage-server.ts"), [folder], { execArgv });
  const [{ url, key }] = (await once(child, "message")) as [{ url: string; key: string }];
  return { process: child, url, key, client: createClient(url, key, { auth: { persistSession: false } }) };
}

async function kill(): Promise<void> {
  const ended = once(server.process, "exit");
  server.process.kill("SIGKILL");
  await ended;
}

/** Every file below the storage folder that holds bytes. */
async function files(part: "objects" | "incoming" | "resumable"): Promise<string[]> {
  const entries = await readdir(join(folder, part), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function versions(): Promise<string[]> {
  return (await rows(bucketName)).map((row) => row.version).toSorted();
}

describe.runIf(isEmbedded)("a storage service that is killed", () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "cineverse-storage-"));
    bucketName = `test-${randomUUID()}`;
    server = await start();
    await server.client.storage.createBucket(bucketName);
  });

  afterEach(async () => {
    await server.client.storage.emptyBucket(bucketName);
    await server.client.storage.deleteBucket(bucketName);
    await kill();
    await rm(folder, { recursive: true, force: true });
  });

  it("in the middle of an upload leaves no row, and no bytes after the next start", async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => {});
    const head = `POST /storage/v1/object/${bucketName}/a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.key}`;
    socket.write(`${head}\r\nContent-Type: video/mp4\r\nContent-Length: 99999999\r\n\r\n`);
    socket.write(randomBytes(2_000_000));
    await expect.poll(async () => (await files("incoming")).length).toBe(1);
    await kill();
    expect(await rows(bucketName)).toEqual([]);
    server = await start();
    await expect.poll(async () => [...(await files("incoming")), ...(await files("objects"))]).toEqual([]);
  });

  it("while objects are being overwritten keeps for every row exactly its bytes", async () => {
    for (let round = 0; round < 4; round += 1) {
      const writes = Array.from({ length: 40 }, (_, index) =>
        server.client.storage
          .from(bucketName)
          .upload(`${index % 8}.bin`, randomBytes(200_000), { upsert: true }),
      );
      await Promise.race(writes);
      await kill();
      await Promise.allSettled(writes);
      server = await start();
      await expect.poll(async () => (await files("objects")).toSorted()).toEqual(await versions());
    }
    for (const row of await rows(bucketName)) {
      const { data } = await server.client.storage.from(bucketName).download(row.name);
      const info = await server.client.storage.from(bucketName).info(row.name);
      const digest = createHash("md5")
        .update(await bytesOf(data))
        .digest("hex");
      expect(info.data?.etag).toBe(`"${digest}"`);
    }
  });

  it("in the middle of a resumable upload goes on from there after the next start", async () => {
    const body = randomBytes(3_000_000);
    const path = await beginResumable("films/a.mp4", body.length);
    const aborted = new AbortController();
    const sending = patch(path, 0, slowly(body.subarray(0, 1_500_000)), aborted.signal).catch(() => null);
    await expect.poll(async () => (await files("resumable")).length).toBeGreaterThan(1);
    await kill();
    aborted.abort();
    await sending;
    server = await start();
    const offset = await offsetOf(path);
    expect(offset).toBeLessThan(body.length);
    expect((await patch(path, offset, body.subarray(offset))).status).toBe(204);
    const { data } = await server.client.storage.from(bucketName).download("films/a.mp4");
    expect(body.equals(await bytesOf(data))).toBe(true);
  });

  it("between the last byte of a resumable upload and its row finishes it when the client asks", async () => {
    const body = randomBytes(100_000);
    const path = await beginResumable("films/b.mp4", body.length);
    expect((await patch(path, 0, body.subarray(0, 60_000))).status).toBe(204);
    await kill();
    // The last bytes reached the disk; the process ended before it could act on them.
    await appendFile(join(folder, "resumable", path.split("/").at(-1) ?? ""), body.subarray(60_000));
    server = await start();
    expect(await offsetOf(path)).toBe(body.length);
    const { data } = await server.client.storage.from(bucketName).download("films/b.mp4");
    expect(body.equals(await bytesOf(data))).toBe(true);
    expect(await offsetOf(path)).toBe(body.length);
  });
});

function headers(more: Record<string, string> = {}) {
  return { authorization: `Bearer ${server.key}`, "tus-resumable": "1.0.0", ...more };
}

async function beginResumable(objectName: string, size: number): Promise<string> {
  const encoded = Object.entries({ bucketName, objectName }).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`,
  );
  const answer = await fetch(`${server.url}/storage/v1/upload/resumable`, {
    method: "POST",
    headers: headers({ "upload-length": String(size), "upload-metadata": encoded.join(",") }),
  });
  return answer.headers.get("location") ?? "";
}

async function patch(path: string, offset: number, body: Buffer | ReadableStream, signal?: AbortSignal) {
  const type = "application/offset+octet-stream";
  const init: RequestInit & { duplex: "half" } = {
    method: "PATCH",
    headers: headers({ "upload-offset": String(offset), "content-type": type }),
    body: body as BodyInit,
    duplex: "half",
    signal,
  };
  return await fetch(new URL(path, server.url), init);
}

async function offsetOf(path: string): Promise<number> {
  const answer = await fetch(new URL(path, server.url), { method: "HEAD", headers: headers() });
  return Number(answer.headers.get("upload-offset"));
}

/** A body that never ends by itself: the rest is still to come when the process dies. */
function slowly(bytes: Buffer): ReadableStream {
  return new ReadableStream({ start: (controller) => controller.enqueue(bytes) });
}
