// npm run bench [-- part …]: starts a copy of its own, fills it, measures, removes it. Writes .data-bench/bench.json
// and prints the same as a table. Everything stays on this machine.
import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import type { PartReport } from "./figures";
import { NEED_SEED, PARTS, type PartName, runFile, runPart } from "./part";
import { benchStart, type RunningCopy } from "./start";
import { benchTranscode } from "./transcode";

const REPORT = path.resolve(import.meta.dirname, "../../.data-bench/bench.json");
const OTHERS = ["start", "transcode"];

function readNames(): Set<string> {
  const asked = process.argv.slice(2);
  const known: readonly string[] = [...PARTS, ...OTHERS];
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no part "${unknown[0]}": ${known.join(", ")}.`);
  return new Set(asked.length > 0 ? asked : known);
}

async function measure(copy: RunningCopy, names: PartName[]): Promise<Record<string, PartReport>> {
  const reports: Record<string, PartReport> = {};
  let isSeeded = false;
  for (const name of names) {
    if (NEED_SEED.includes(name) && !isSeeded) {
      say("filling the catalogue");
      reports.seed = { figures: JSON.parse(await runFile(copy, "seed.ts")), rows: [] };
      isSeeded = true;
    }
    say(name);
    reports[name] = await runPart(copy, name);
  }
  return reports;
}

function say(what: string): void {
  process.stderr.write(`bench: ${what} …\n`);
}

const names = readNames();
const parts = PARTS.filter((name) => names.has(name));
const machine = {
  cores: os.availableParallelism(),
  node: process.version,
  platform: `${os.platform()} ${os.arch()}`,
  loadAverageBefore: os.loadavg()[0],
};
const reports: Record<string, PartReport> = {};
if (parts.length > 0 || names.has("start")) {
  say("starting a copy");
  const { start, result } = await benchStart(names.has("start"), (copy) => measure(copy, parts));
  if (start) reports.start = start;
  Object.assign(reports, result);
}
if (names.has("transcode")) {
  say("transcode");
  reports.transcode = await benchTranscode();
}
const report = {
  date: new Date().toISOString(),
  machine,
  ...Object.fromEntries(Object.entries(reports).map(([name, { figures }]) => [name, figures])),
};
await mkdir(path.dirname(REPORT), { recursive: true });
await writeFile(REPORT, `${JSON.stringify(report, null, 2)}\n`);
const rows = Object.values(reports).flatMap((part) => part.rows);
console.table(Object.fromEntries(rows.map(([what, value, unit]) => [what, { value, unit }])));
process.stderr.write(`bench: written to ${path.relative(process.cwd(), REPORT)}\n`);
