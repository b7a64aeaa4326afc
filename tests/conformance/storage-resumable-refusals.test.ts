import { describe, expect, it } from "vitest";
import { bucket, person, publishableKey, raw, rows, service } from "./storage-fixture";
import { create, ENDPOINT, home, options, patch, run, statusOfFailure } from "./storage-tus";

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
