import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { bucket, isEmbedded, put, raw, secretKey, service, signedUrl, visitor } from "./storage-fixture";

const BYTES = randomBytes(600_000);
let priv = "";
let open = "";
let url = "";

beforeAll(async () => {
  [priv, open] = [await bucket(), await bucket({ public: true })];
  await put(priv, "film/video.mp4", BYTES, "video/mp4");
  await put(open, "poster.webp", BYTES, "image/webp");
  url = await signedUrl(priv, "film/video.mp4");
});

async function ranged(range: string, headers: Record<string, string> = {}) {
  const answer = await raw(url, { headers: { range, ...headers } });
  return { answer, body: Buffer.from(await answer.arrayBuffer()) };
}

describe("ranges over a signed URL", () => {
  const cases: [string, number, number][] = [
    ["bytes=0-0", 0, 0],
    ["bytes=1000-65535", 1000, 65_535],
    ["bytes=599990-", 599_990, 599_999],
    ["bytes=-10", 599_990, 599_999],
    ["bytes=-9999999", 0, 599_999],
    ["bytes=100-9999999", 100, 599_999],
    ["bytes=5-500004", 5, 500_004],
  ];

  it.each(cases)("%s are answered exactly", async (range, start, end) => {
    const { answer, body } = await ranged(range);
    expect(answer.status).toBe(206);
    expect(answer.headers.get("content-range")).toBe(`bytes ${start}-${end}/${BYTES.length}`);
    expect(answer.headers.get("content-length")).toBe(String(end - start + 1));
    expect(answer.headers.get("content-type")).toBe("video/mp4");
    expect(body.equals(BYTES.subarray(start, end + 1))).toBe(true);
  });

  it("past the end are refused with the size", async () => {
    const { answer } = await ranged("bytes=600000-");
    expect(isEmbedded ? [416] : [416, 400]).toContain(answer.status);
    if (isEmbedded) expect(answer.headers.get("content-range")).toBe("bytes */600000");
  });

  it.each(["bytes=10-5", "lines=1-2", "bytes=a-b", "bytes=0-1,5-9"])(
    "like %s give the whole object",
    async (range) => {
      if (!isEmbedded) return;
      const { answer, body } = await ranged(range);
      expect(answer.status).toBe(200);
      expect(body.equals(BYTES)).toBe(true);
    },
  );

  it("hold only for the version that If-Range names", async () => {
    const etag = (await ranged("bytes=0-0")).answer.headers.get("etag") ?? "";
    expect((await ranged("bytes=0-9", { "if-range": etag })).answer.status).toBe(206);
    if (isEmbedded) expect((await ranged("bytes=0-9", { "if-range": '"other"' })).answer.status).toBe(200);
  });

  it("leave a later whole read whole, and the other way round", async () => {
    await ranged("bytes=0-9");
    const whole = await raw(url);
    expect(whole.status).toBe(200);
    expect(whole.headers.get("content-range")).toBeNull();
    expect((await whole.arrayBuffer()).byteLength).toBe(BYTES.length);
    expect((await ranged("bytes=3-4")).body.length).toBe(2);
  });
});

describe("delivery", () => {
  it("answers HEAD with everything but the bytes", async () => {
    const answer = await raw(`object/public/${open}/poster.webp`, { method: "HEAD" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-length")).toBe(String(BYTES.length));
    expect(answer.headers.get("accept-ranges")).toBe("bytes");
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
  });

  it("answers 304 to the ETag or date that a browser has kept", async () => {
    const first = await raw(`object/public/${open}/poster.webp`);
    await first.arrayBuffer();
    const etag = first.headers.get("etag") ?? "";
    const modified = first.headers.get("last-modified") ?? "";
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await raw(`object/public/${open}/poster.webp`, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("etag")).toBe(etag);
    const since = await raw(`object/public/${open}/poster.webp`, {
      headers: { "if-modified-since": modified },
    });
    expect(since.status).toBe(304);
    const other = await raw(`object/public/${open}/poster.webp`, { headers: { "if-none-match": '"x"' } });
    expect(other.status).toBe(200);
    await other.arrayBuffer();
  });

  it("lets a player on another origin read what it needs", async () => {
    const answer = await raw(url, { headers: { origin: "https://cineverse.test", range: "bytes=0-1" } });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    if (isEmbedded) expect(answer.headers.get("access-control-expose-headers")).toContain("Content-Range");
    await answer.arrayBuffer();
    const headers = {
      origin: "https://cineverse.test",
      "access-control-request-method": "PUT",
      "access-control-request-headers": "authorization,apikey,x-upsert,range",
    };
    const preflight = await raw(`object/${priv}/x`, { method: "OPTIONS", headers });
    expect(preflight.status).toBeLessThan(300);
    expect(preflight.headers.get("access-control-allow-headers")?.toLowerCase()).toContain("x-upsert");
    expect(preflight.headers.get("access-control-allow-methods")).toContain("PUT");
  });

  it("saves under the name that a link asks for", async () => {
    const { data } = visitor.storage.from(open).getPublicUrl("poster.webp", { download: "Áp phích.webp" });
    const answer = await raw(data.publicUrl);
    await answer.arrayBuffer();
    const disposition = answer.headers.get("content-disposition");
    expect(disposition).toContain("attachment");
    expect(disposition).toContain("filename*=UTF-8''%C3%81p%20ph%C3%ADch.webp");
    const plain = visitor.storage.from(open).getPublicUrl("poster.webp", { download: true });
    expect(
      (await raw(plain.data.publicUrl, { method: "HEAD" })).headers.get("content-disposition"),
    ).toContain("attachment");
  });

  it("never runs an uploaded page", async () => {
    await put(open, "page.html", "<script>alert(1)</script>", "text/html");
    const answer = await raw(`object/public/${open}/page.html`);
    expect(answer.headers.get("content-type")).toContain("text/plain");
    await answer.arrayBuffer();
  });

  it("of a private bucket is nobody else's to cache", async () => {
    if (!isEmbedded) return;
    const own = await raw(`object/authenticated/${priv}/film/video.mp4`, {
      method: "HEAD",
      token: secretKey,
    });
    expect(own.headers.get("cache-control")).toMatch(/^private/);
    expect(own.headers.get("vary")).toBe("authorization");
    const signed = await raw(url, { method: "HEAD" });
    const seconds = Number(/^private, max-age=(\d+)$/.exec(signed.headers.get("cache-control") ?? "")?.[1]);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it("of a public bucket needs no key, of a private one it does", async () => {
    expect((await raw(`object/public/${open}/poster.webp`, { method: "HEAD" })).status).toBe(200);
    expect((await raw(`object/public/${priv}/film/video.mp4`)).status).toBe(400);
    expect((await raw(`object/${priv}/film/video.mp4`)).status).toBe(400);
    expect((await raw(`object/authenticated/${priv}/film/video.mp4`)).status).toBe(400);
  });

  it("of a public bucket works through the SDK for everybody, without a policy", async () => {
    expect((await visitor.storage.from(open).download("poster.webp")).data?.size).toBe(BYTES.length);
    expect((await visitor.storage.from(open).exists("poster.webp")).data).toBe(true);
    expect((await visitor.storage.from(open).list()).data).toEqual([]);
    expect((await visitor.storage.from(open).upload("x", "x")).error?.statusCode).toBe("403");
    expect((await visitor.storage.from(open).remove(["poster.webp"])).data).toEqual([]);
  });

  it("goes on with the old version for a reader who began before an overwrite", async () => {
    const [before, after] = [Buffer.alloc(3_000_000, 1), Buffer.alloc(3_000_000, 2)];
    await put(priv, "swap.bin", before);
    const reading = await raw(await signedUrl(priv, "swap.bin"));
    const reader = reading.body?.getReader();
    const parts = [(await reader?.read())?.value ?? new Uint8Array()];
    await put(priv, "swap.bin", after);
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      parts.push(part.value);
    expect(Buffer.concat(parts).equals(before)).toBe(true);
    const fresh = Buffer.from(await (await raw(await signedUrl(priv, "swap.bin"))).arrayBuffer());
    expect(fresh.equals(after)).toBe(true);
  });

  it("shows a range of the new version after an overwrite, and none after a removal, however often it was read", async () => {
    const range = { headers: { range: "bytes=2-5" } };
    const read = async () => raw(await signedUrl(priv, "often.bin"), range);
    await put(priv, "often.bin", Buffer.from("old bytes"));
    const link = await signedUrl(priv, "often.bin");
    for (let time = 0; time < 3; time += 1) expect(await (await read()).text()).toBe("d by");
    await put(priv, "often.bin", Buffer.from("new bytes"));
    expect(await (await read()).text()).toBe("w by");
    await service.storage.from(priv).remove(["often.bin"]);
    expect((await raw(link, range)).status).toBe(400);
  });

  it("says that image transformation is not there instead of sending the original", async () => {
    if (!isEmbedded) return;
    const { data } = visitor.storage.from(open).getPublicUrl("poster.webp", { transform: { width: 10 } });
    const answer = await raw(data.publicUrl);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "FeatureNotEnabled" });
  });
});

describe("signed links", () => {
  it("for many objects come in order, with an error for each that is not there", async () => {
    const { data } = await service.storage.from(priv).createSignedUrls(["film/video.mp4", "none.mp4"], 60);
    expect(data?.map((entry) => entry.error === null)).toEqual([true, false]);
    expect(data?.[1]).toMatchObject({ path: "none.mp4", signedUrl: null });
    expect((await raw(data?.[0]?.signedUrl ?? "", { method: "HEAD" })).status).toBe(200);
  });

  it("end when their time is over", async () => {
    const short = await signedUrl(priv, "film/video.mp4", 1);
    expect((await raw(short, { headers: { range: "bytes=0-1" } })).status).toBe(206);
    await expect.poll(async () => (await raw(short)).status, { timeout: 5000, interval: 200 }).toBe(400);
    expect(await (await raw(short)).json()).toMatchObject({ error: "InvalidJWT" });
  });

  it("end when the object is removed, at once", async () => {
    await put(priv, "gone.bin");
    const link = await signedUrl(priv, "gone.bin");
    expect((await raw(link, { method: "HEAD" })).status).toBe(200);
    await service.storage.from(priv).remove(["gone.bin"]);
    expect((await raw(link)).status).toBe(400);
  });

  it("for upload take one file at the promised place, for its owner, and no second one", async () => {
    const { data } = await service.storage.from(priv).createSignedUploadUrl("inbox/a.bin");
    const upload = visitor.storage.from(priv);
    const sent = await upload.uploadToSignedUrl("inbox/a.bin", data?.token ?? "", new Blob(["signed"]));
    expect(sent.error).toBeNull();
    expect(sent.data?.fullPath).toBe(`${priv}/inbox/a.bin`);
    const again = await upload.uploadToSignedUrl("inbox/a.bin", data?.token ?? "", "again");
    expect(again.error?.statusCode).toBe("409");
    const renewed = await service.storage.from(priv).createSignedUploadUrl("inbox/a.bin", { upsert: true });
    const token = renewed.data?.token ?? "";
    expect((await upload.uploadToSignedUrl("inbox/a.bin", token, "new")).error).toBeNull();
    expect((await upload.uploadToSignedUrl("inbox/b.bin", token, "elsewhere")).error).not.toBeNull();
  });
});
