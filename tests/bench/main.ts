// npm run bench: prints JSON, then the same as a table. Starts a copy of its own, measures, and removes it.
import os from "node:os";
import process from "node:process";
import { benchFirstFrame } from "./first-frame";
import { benchParts } from "./part";
import { benchStart } from "./start";
import { benchTranscode } from "./transcode";

const loadAverageBefore = os.loadavg()[0];
const { start, result } = await benchStart(async (copy) => ({
  firstFrame: await benchFirstFrame(copy.siteUrl),
  ...(await benchParts(copy)),
}));
const transcode = await benchTranscode();
const report = {
  machine: { cores: os.availableParallelism(), node: process.version, loadAverageBefore },
  start,
  ...result,
  transcode,
};
console.log(JSON.stringify(report, null, 2));

type Row = [what: string, value: number, unit: string];
const { firstFrame, pages, gateway, realtime } = result;
const rows: Row[] = [
  ["first page, empty folder", start.coldSeconds, "s"],
  ["first page, second start", start.warmSeconds, "s"],
  ["first frame, median", firstFrame.medianMs, "ms"],
  ["first frame, worst", firstFrame.worstMs, "ms"],
  ...pages.pages.flatMap(({ path, coldMs, medianMs, p95Ms }): Row[] => [
    [`${path}, cold`, coldMs, "ms"],
    [`${path}, warm, median`, medianMs, "ms"],
    [`${path}, warm, p95`, p95Ms, "ms"],
  ]),
  ["REST, select", gateway.select.perSecond, "requests/s"],
  ["REST, select with embedding", gateway.selectWithEmbed.perSecond, "requests/s"],
  ["getClaims", gateway.getClaims.eachMs, "ms"],
  ...realtime.results.flatMap(({ name, changesPerSecond, latencyMs }): Row[] => [
    [`realtime, ${name}`, changesPerSecond, "changes/s"],
    [`realtime, ${name}, p95`, latencyMs.p95, "ms"],
  ]),
  ...transcode.map(({ name, timesRealTime }): Row => [`transcode, ${name}`, timesRealTime, "x real time"]),
];
console.table(Object.fromEntries(rows.map(([what, value, unit]) => [what, { value, unit }])));
