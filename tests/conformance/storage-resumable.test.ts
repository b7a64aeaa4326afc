import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import * as tus from "tus-js-client";
import { describe, expect, it } from "vitest";
import { bucket, bytesOf, isEmbedded, publishableKey, rows, service } from "./storage-fixture";
import { CHUNK, create, ENDPOINT, home, offsetOf, options, patch, run, statusOfFailure } from "./storage-tus";

const BYTES = randomBytes(2 * CHUNK + 12_345);

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
    const bodies = Array.from({ length: 10 }, () => randomBytes(1_000_000));
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
