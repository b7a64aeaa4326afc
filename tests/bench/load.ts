// What the gate costs, how many requests a second the site answers beside a bare page of the same framework, where its knee
// lies under mixed traffic, with Redis and without, and whether 10,000 progress reports a minute all arrive. Requests are
// drawn from 2,000 addresses and 200 sessions by Zipf's law. Needs a running copy that seed.ts has filled; prints JSON.
import { Pool } from "pg";
import { env, requireEnv } from "@/lib/platform/env";
import { GATED, startBareFramework } from "./bare-framework";
import { printReport, type Row } from "./figures";
import { compareThroughput } from "./load/cached-pages";
import { measureGate } from "./load/gate-cost";
import { prepareMix } from "./load/mix";
import { reportProgress } from "./load/progress";
import { climb, type Step } from "./load/steps";
import { withoutRedis } from "./load/without-redis";
import { personCookies } from "./people";
import { chooseVisits } from "./traffic";

const site = env().SITE_URL;
const BARE_PORT = 4207;

function toRows(name: string, steps: Step[]): Row[] {
  return steps.map(({ wanted, answered, p50Ms, p95Ms, p99Ms, errors }): Row => {
    const times = `${p50Ms} / ${p95Ms} / ${p99Ms}`;
    return [
      `${name}, ${wanted} wanted: answered; p50 / p95 / p99; errors`,
      `${answered}; ${times}; ${errors}`,
      "a second; ms",
    ];
  });
}

const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 1 });
const bare = await startBareFramework(GATED, BARE_PORT);
try {
  const [visits, cookies] = [await chooseVisits(pool), await personCookies(pool)];
  const gate = await measureGate({ site, bare: bare.url, cookies });
  const cached = await compareThroughput({ site, bare: bare.url, visits });
  const mix = await prepareMix({ pool, site, visits, cookies });
  const steps = await climb(mix);
  const stepsWithoutRedis = await withoutRedis(() => climb(mix));
  const progress = await reportProgress({ pool, site, watchers: mix.watchers });
  printReport({
    figures: { gate, cached, steps, stepsWithoutRedis, progress },
    rows: [
      [
        "gate, ours above an empty one, visitor: p50 / p95",
        `${gate.visitor.p50Ms} / ${gate.visitor.p95Ms}`,
        "ms",
      ],
      [
        "gate, ours above an empty one, signed in: p50 / p95",
        `${gate.signedIn.p50Ms} / ${gate.signedIn.p95Ms}`,
        "ms",
      ],
      ["bare static page behind an empty gate", cached.barePerSecond, "requests/s"],
      [
        "cached pages of visitors; of the bare page",
        `${cached.perSecond}; ${cached.share}`,
        "requests/s; times",
      ],
      ...toRows("mixed", steps),
      ...toRows("mixed, Redis stopped", stepsWithoutRedis),
      [
        "progress reports, a minute's worth: sent; acknowledged; lost; took; p95",
        `${progress.sent}; ${progress.acknowledged}; ${progress.lost}; ${progress.seconds} s; ${progress.p95Ms} ms`,
        "",
      ],
    ],
  });
} finally {
  await Promise.all([pool.end(), bare.close()]);
}
