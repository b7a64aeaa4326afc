import process from "node:process";
import { expect, test } from "vitest";

const { SITE_URL = "" } = process.env;
const MOST_PAGES = 150;
const AT_ONCE = 4;

/** Own addresses that a page's links, forms' targets and pictures name; data and fragments left out. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|action)="(\/[^"#]*)/g)]
    .map(([, address = ""]) => address.replaceAll("&amp;", "&"))
    .filter((address) => !address.startsWith("//") && !address.startsWith("/api/"));
}

async function visit(
  address: string,
  found: Map<string, string>,
  queue: string[],
  from: string,
  broken: string[],
) {
  const response = await fetch(`${SITE_URL}${address}`, { headers: { accept: "text/html,*/*" } });
  if (response.status >= 400) broken.push(`${response.status} ${address} (on ${from})`);
  const isPage = response.headers.get("content-type")?.includes("text/html");
  const html = await response.text();
  if (!isPage) return;
  for (const next of linksOf(html)) {
    if (found.has(next) || found.size >= MOST_PAGES * 4) continue;
    found.set(next, address);
    queue.push(next);
  }
}

test("a visitor who follows every link of the site arrives somewhere", { timeout: 300_000 }, async () => {
  const found = new Map([["/", "the start"]]);
  const queue = ["/"];
  const broken: string[] = [];
  let visited = 0;
  while (queue.length > 0 && visited < MOST_PAGES) {
    const batch = queue.splice(0, AT_ONCE);
    visited += batch.length;
    await Promise.all(batch.map((address) => visit(address, found, queue, found.get(address) ?? "", broken)));
  }
  expect(visited).toBeGreaterThan(60);
  expect(broken).toEqual([]);
});
