import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { type BrowserContext, expect, test } from "@playwright/test";
import { signInAs } from "../fixtures/watching";

/** Compressed bytes that a page may ship above what any page of the framework does; most people come by home. */
const HOME_ALLOWANCE = 60_000;
const ALLOWANCE = 65_000;
const allowanceOf = (address: string) => (address === "/" ? HOME_ALLOWANCE : ALLOWANCE);
const NEXT = path.resolve(import.meta.dirname, "../../.next");

const compressed = (code: Buffer | string) => brotliCompressSync(code).byteLength;

/** React, the router and the bundler's runtime: what the emptiest page of this build would load. */
function bareFramework(): number {
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(NEXT, "build-manifest.json"), "utf8"));
  const files: string[] = rootMainFiles;
  return files.reduce((sum, file) => sum + compressed(readFileSync(path.join(NEXT, file))), 0);
}

/** Everything that a browser runs of ours until the page has come to rest, links that it looks ahead to included. */
async function shippedScripts(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") sizes.push(response.body().then(compressed));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  const shipped = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return shipped;
}

const PAGES = ["/", "/title/the-last-keeper", "/browse", "/search?q=keeper"];

for (const address of PAGES) {
  test(`a visitor of ${address} is spared scripts that the page does not need`, async ({ context }) => {
    const above = (await shippedScripts(context, address)) - bareFramework();
    test.info().annotations.push({ type: "bytes above the framework", description: String(above) });
    expect(above).toBeGreaterThan(0);
    expect(above).toBeLessThanOrEqual(allowanceOf(address));
  });
}

test("somebody signed in is spared them too", async ({ context }) => {
  await signInAs(context, "premium");
  for (const address of ["/", "/watchlist"]) {
    const above = (await shippedScripts(context, address)) - bareFramework();
    expect(above, address).toBeLessThanOrEqual(allowanceOf(address));
  }
});
