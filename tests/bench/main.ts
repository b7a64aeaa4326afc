// npm run bench: prints JSON, then the same as a table. Starts a copy of its own, measures, and removes it.
import os from "node:os";
import process from "node:process";
import { benchFirstFrame } from "./first-frame";
import { benchStart } from "./start";
import { benchTranscode } from "./transcode";

const { start, result: firstFrame } = await benchStart(({ siteUrl }) => benchFirstFrame(siteUrl));
const transcode = await benchTranscode();
const report = {
  machine: { cores: os.availableParallelism(), node: process.version, loadAverage: os.loadavg()[0] },
  start,
  firstFrame,
  transcode,
};
console.log(JSON.stringify(report, null, 2));
console.table({
  "first page, empty folder": { value: start.coldSeconds, unit: "s" },
  "first page, second start": { value: start.warmSeconds, unit: "s" },
  "first frame, median": { value: firstFrame.medianMs, unit: "ms" },
  "first frame, worst": { value: firstFrame.worstMs, unit: "ms" },
  ...Object.fromEntries(
    transcode.map(({ name, timesRealTime }) => [
      `transcode, ${name}`,
      { value: timesRealTime, unit: "x real time" },
    ]),
  ),
});
