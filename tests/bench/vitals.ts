// Core Web Vitals of home, title, browse and watch as Lighthouse measures a phone on a slow line: its own throttling,
// the middle of several runs; beside them those of a page that is the framework alone. Lighthouse weighs 180 MB, so it is no package of the site: it is installed beside this
// file when it is first wanted. Needs a filled, running copy; prints JSON.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { startBareFramework } from "./bare-framework";
import { browserFlags, browserPath } from "./browser";
import { median, printReport, type Row, rounded } from "./figures";
import { choosePages } from "./pages-to-open";

const RUNS = Number(process.argv[2] ?? 3);
const FOLDER = path.join(import.meta.dirname, "lighthouse");
const MEASURED = ["home", "title", "browse", "watch"];
const AUDITS = {
  lcpMs: "largest-contentful-paint",
  fcpMs: "first-contentful-paint",
  tbtMs: "total-blocking-time",
  cls: "cumulative-layout-shift",
  speedIndexMs: "speed-index",
  serverMs: "server-response-time",
  bytes: "total-byte-weight",
} as const;

type Vitals = Record<keyof typeof AUDITS, number>;
type Lighthouse = (url: string, flags: object) => Promise<unknown>;
type Launch = (options: object) => Promise<{ port: number; kill: () => void }>;

const resultSchema = z.object({
  lhr: z.object({
    runtimeError: z.object({ message: z.string() }).optional(),
    audits: z.record(z.string(), z.object({ numericValue: z.number().optional() })),
  }),
});

async function loadLighthouse(): Promise<{ lighthouse: Lighthouse; launch: Launch }> {
  const modules = path.join(FOLDER, "node_modules");
  if (!existsSync(path.join(modules, "lighthouse")))
    await promisify(execFile)("npm", ["ci", "--no-audit", "--no-fund"], { cwd: FOLDER });
  const from = (file: string) => import(pathToFileURL(path.join(modules, file)).href);
  const [{ default: lighthouse }, { launch }] = await Promise.all([
    from("lighthouse/core/index.js"),
    from("chrome-launcher/dist/index.js"),
  ]);
  return { lighthouse, launch };
}

const { lighthouse, launch } = await loadLighthouse();

async function measureOnce(url: string, cookie: string | null): Promise<Vitals> {
  const chrome = await launch({
    chromePath: browserPath(),
    chromeFlags: ["--headless=new", ...browserFlags],
  });
  try {
    const answer = await lighthouse(url, {
      port: chrome.port,
      onlyAudits: Object.values(AUDITS),
      logLevel: "silent",
      ...(cookie && { extraHeaders: { cookie } }),
    });
    const { audits, runtimeError } = resultSchema.parse(answer).lhr;
    if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
    const named = Object.entries(AUDITS).map(([name, audit]) => [name, audits[audit]?.numericValue ?? 0]);
    return Object.fromEntries(named);
  } finally {
    chrome.kill();
  }
}

/** The middle of several runs, each figure by itself. */
async function measure(url: string, cookie: string | null): Promise<Vitals> {
  const runs: Vitals[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measureOnce(url, cookie));
  const names = Object.keys(AUDITS) as (keyof Vitals)[];
  return Object.fromEntries(
    names.map((name) => [name, rounded(median(runs.map((one) => one[name])), name === "cls" ? 4 : 0)]),
  ) as Vitals;
}

const { pages, cookie } = await choosePages();
const figures: Record<string, Vitals> = {};
const bare = await startBareFramework();
try {
  figures["the bare framework"] = await measure(bare.url, null);
} finally {
  await bare.close();
}
for (const { name, address, isSignedIn } of pages.filter(({ name }) => MEASURED.includes(name)))
  figures[name] = await measure(`${env().SITE_URL}${address}`, isSignedIn ? cookie : null);
const rows = Object.entries(figures).map(
  ([name, { lcpMs, cls, tbtMs }]): Row => [
    `${name} on a phone: LCP / CLS / TBT`,
    `${lcpMs} / ${cls} / ${tbtMs}`,
    "ms, -, ms",
  ],
);
printReport({ figures: { runs: RUNS, pages: figures }, rows });
