import { readFile } from "node:fs/promises";
import { request as rawRequest } from "node:http";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";

type Answer = {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
};

/** As it comes over the wire: no unpacking, no tidying of the path. */
function ask(base: string | undefined, target: string, encodings: string, method = "GET"): Promise<Answer> {
  const { hostname, port } = new URL(base ?? "");
  return new Promise((resolve, reject) => {
    const call = rawRequest(
      { hostname, port, path: target, method, headers: { "accept-encoding": encodings } },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
        });
      },
    );
    call.on("error", reject).end();
  });
}

test("scripts and style sheets come as the build compressed them", async ({ baseURL }) => {
  const page = (await ask(baseURL, "/", "")).body.toString();
  const assets = [...new Set(page.match(/\/_next\/static\/chunks\/[\w.~-]+\.(?:js|css)/g))];
  expect(assets.length).toBeGreaterThan(5);
  for (const asset of assets) {
    const whole = await readFile(path.join(process.cwd(), asset.replace("/_next/", ".next/")));
    const brotli = await ask(baseURL, asset, "gzip, deflate, br, zstd");
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(brotli.body).equals(whole)).toBe(true);
    const gzip = await ask(baseURL, asset, "gzip, deflate");
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.body).equals(whole)).toBe(true);
    const plain = await ask(baseURL, asset, "identity");
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.body.equals(whole)).toBe(true);
    for (const { headers } of [brotli, gzip, plain]) {
      expect(headers.vary).toBe("Accept-Encoding");
      expect(headers["cache-control"]).toMatch(/max-age=31536000.*immutable/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-type"]).toMatch(asset.endsWith(".css") ? /^text\/css/ : /^text\/javascript/);
    }
  }
});

test("nothing but the site's own assets is among them", async ({ baseURL }) => {
  for (const target of [
    "/_next/static/chunks/none.js",
    "/_next/static/../BUILD_ID",
    "/_next/static/%2e%2e/BUILD_ID",
    "/_next/static/..%2fserver/middleware-manifest.json",
    "/_next/static//etc/passwd",
    "/_next/static/%E0%A4%A",
    "/_next/static/",
  ]) {
    const answer = await ask(baseURL, target, "br");
    expect([target, answer.status]).toEqual([target, expect.any(Number)]);
    expect(answer.status, target).toBeGreaterThanOrEqual(300);
  }
  const [script = ""] =
    (await ask(baseURL, "/", "")).body.toString().match(/\/_next\/static\/chunks\/[\w.~-]+\.js/) ?? [];
  const head = await ask(baseURL, script, "br", "HEAD");
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect((await ask(baseURL, script, "br", "POST")).status).not.toBe(500);
});
