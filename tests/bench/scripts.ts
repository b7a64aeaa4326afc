// Compressed JavaScript that each page makes a browser load before it has come to rest, and how much of it is the
// framework's. Needs a running copy; prints JSON.
import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { env } from "@/lib/platform/env";
import { launchBrowser } from "./browser";
import { printReport, type Row } from "./figures";
import { choosePages } from "./pages-to-open";

const NEXT = path.resolve(import.meta.dirname, "../../.next");

const compressed = (code: Buffer) => brotliCompressSync(code).byteLength;

function frameworkBytes(): number {
  const manifest: { rootMainFiles: string[] } = JSON.parse(
    readFileSync(path.join(NEXT, "build-manifest.json"), "utf8"),
  );
  return manifest.rootMainFiles.reduce(
    (sum, file) => sum + compressed(readFileSync(path.join(NEXT, file))),
    0,
  );
}

async function scriptBytes(browser: Browser, address: string, cookies: Cookie[]): Promise<number> {
  const context = await browser.newContext();
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") sizes.push(response.body().then(compressed));
    });
    await page.goto(`${env().SITE_URL}${address}`, { waitUntil: "networkidle" });
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  } finally {
    await context.close();
  }
}

type Cookie = { name: string; value: string; url: string };

const browser = await launchBrowser();
try {
  const framework = frameworkBytes();
  const { pages, cookies } = await choosePages();
  const shipped: Record<string, number> = {};
  for (const { name, address, isSignedIn } of pages)
    shipped[name] = await scriptBytes(browser, address, isSignedIn ? cookies : []);
  const rows = Object.entries(shipped).map(
    ([name, bytes]): Row => [
      `JavaScript of ${name}, above the framework's`,
      `${kilobytes(bytes)}, ${kilobytes(bytes - framework)}`,
      "kB, brotli",
    ],
  );
  printReport({ figures: { framework, pages: shipped }, rows });
} finally {
  await browser.close();
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1000);
}
