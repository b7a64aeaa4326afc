import { describe, expect, test } from "vitest";
import { readBody, readQuery } from "@/lib/platform/http/parse";

const KILOBYTE = new Uint8Array(1024).fill(97);

/** A body without a length that would go on for 1 GB; says how much of it was taken. */
function endless(contentType: string) {
  let taken = 0;
  const body = new ReadableStream({
    pull(controller) {
      taken += 1;
      if (taken > 1_000_000) controller.close();
      else controller.enqueue(KILOBYTE);
    },
  });
  const init = { method: "POST", headers: { "content-type": contentType }, body, duplex: "half" };
  return { request: new Request("http://site.test/api", init), kilobytes: () => taken };
}

describe("a body without an end", () => {
  test.each(["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"])(
    "is not read to its end: %s",
    async (contentType) => {
      const { request, kilobytes } = endless(contentType);
      await expect(readBody(request)).rejects.toMatchObject({ code: "INVALID" });
      expect(kilobytes()).toBeLessThan(300);
    },
  );

  test("is given up also where its copy is kept for the form", async () => {
    const { request } = endless("application/x-www-form-urlencoded");
    request.clone();
    await expect(readBody(request)).rejects.toMatchObject({ code: "INVALID" });
  });
});

describe("a body", () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}) => {
    const json: Record<string, string> =
      typeof body === "string" ? { "content-type": "application/json" } : {};
    const all = { ...json, ...headers };
    return readBody(new Request("http://site.test/api", { method: "POST", body, headers: all }));
  };

  test("is read as JSON, as a form, or as nothing", async () => {
    expect(await post(JSON.stringify({ name: "Đào" }))).toEqual({ name: "Đào" });
    expect(await post(new URLSearchParams("a=1&b=2&b=3"))).toEqual({ a: "1", b: ["2", "3"] });
    const form = new FormData();
    form.set("name", "Mai");
    expect(await post(form)).toEqual({ name: "Mai" });
    expect(await readBody(new Request("http://site.test/api", { method: "POST" }))).toEqual({});
  });

  test("that is nonsense is refused in plain words", async () => {
    await expect(post("{")).rejects.toMatchObject({ code: "INVALID" });
    const type = { "content-type": "multipart/form-data; boundary=b" };
    await expect(post("no form", type)).rejects.toMatchObject({ code: "INVALID" });
  });

  test.each(['"\\u0000"', '{"name":"a\\u0000"}', '{"a":[{"\\u0000":1}]}'])(
    "with a NUL in it is refused: %s",
    async (json) => {
      await expect(post(json)).rejects.toMatchObject({ code: "INVALID" });
    },
  );

  test("with a NUL in a form or in the address is refused", async () => {
    await expect(post(new URLSearchParams("a=%00"))).rejects.toMatchObject({ code: "INVALID" });
    const asked = new Request("http://site.test/api?q=a%00b");
    expect(() => readQuery(asked)).toThrow(expect.objectContaining({ code: "INVALID" }));
  });

  test.each(["text/plain", "application/xml", "application/jsonp", "image/png"])(
    "of a type that is neither JSON nor a form is refused: %s",
    async (type) => {
      await expect(post("{}", { "content-type": type })).rejects.toMatchObject({ code: "INVALID" });
    },
  );

  test("may name its letters and be of a kind of JSON", async () => {
    expect(await post('{"a":1}', { "content-type": "application/json; charset=utf-8" })).toEqual({ a: 1 });
    expect(await post('{"a":1}', { "content-type": "application/csp+json" })).toEqual({ a: 1 });
  });

  test.each([
    ["lists", "[".repeat(33) + "]".repeat(33)],
    ["objects", `${'{"a":'.repeat(33)}1${"}".repeat(33)}`],
    ["lists without an end, a hundred thousand of them", "[".repeat(100_000)],
  ])("nested too deeply is refused before it is parsed: %s", async (_what, json) => {
    await expect(post(json)).rejects.toMatchObject({ code: "INVALID" });
  });

  test("may be nested as deeply as any of ours, and brackets in texts do not count", async () => {
    expect(await post("[".repeat(32) + "]".repeat(32))).toHaveLength(1);
    const text = `\\"${"[{".repeat(100)}`;
    expect(await post(JSON.stringify({ text }))).toEqual({ text });
  });

  test.each([
    ["in JSON", Buffer.from([0x22, 0xc3, 0x28, 0x22]), "application/json"],
    ["in a form", Buffer.from([0x61, 0x3d, 0xff]), "application/x-www-form-urlencoded"],
    ["percent-encoded in a form", Buffer.from("a=%ff"), "application/x-www-form-urlencoded"],
  ])("with letters that are not UTF-8 is refused: %s", async (_where, bytes, type) => {
    const body = new Uint8Array(bytes);
    await expect(post(body, { "content-type": type })).rejects.toMatchObject({ code: "INVALID" });
  });

  test("with half a letter is refused", async () => {
    await expect(post('{"a":"\\ud800"}')).rejects.toMatchObject({ code: "INVALID" });
  });

  test.each(["__proto__", "constructor", "toString"])("may have a field called %s", async (name) => {
    const [form] = Object.entries((await post(new URLSearchParams(`${name}=1&${name}=2`))) as object);
    expect(form).toEqual([name, ["1", "2"]]);
    const asked = new Request(`http://site.test/api?${name}=1`);
    expect(Object.entries(readQuery(asked))).toEqual([[name, "1"]]);
    expect(({} as Record<string, unknown>)[0]).toBeUndefined();
  });
});
