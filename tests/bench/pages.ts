// How long home, titles, browse and search take to be answered, and how many a second: cold (Redis empty) and cached, as
// a visitor and as somebody signed in, by requests drawn from 2,000 addresses and 200 sessions by Zipf's law. Needs a
// running copy that seed.ts has filled; prints JSON.
import autocannon from "autocannon";
import { Pool } from "pg";
import { env, requireEnv } from "@/lib/platform/env";
import { redis } from "@/lib/platform/redis";
import { printReport, type Row, rounded, spread } from "./figures";
import { ask } from "./http-client";
import { personCookies } from "./people";
import { closeCountedSite, countRoundTrips } from "./round-trips";
import { chooseVisits, drawSequence, PAGE_KINDS, type PageKind, type Visit } from "./traffic";

const COLD_REQUESTS = 40;
const CACHED_REQUESTS = 300;
/** On a slow machine fewer are asked for: the count stands beside each figure. */
const PATIENCE_MS = 12_000;
const CONNECTIONS = 10;
const LOAD_SECONDS = 4;
const MIXED_SECONDS = 10;
const DRAWN_PER_CONNECTION = 2_000;

type Request = { path: string; headers: Record<string, string> };
type Audience = "visitor" | "signedIn";

const site = env().SITE_URL;
const pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 1 });

/** Who asks is drawn as what is asked for: some people come far more often. */
function drawRequests(visits: Visit[], cookies: string[], count: number, seed: number): Request[] {
  const drawn = drawSequence(visits, count, seed);
  const people = cookies.length > 0 ? drawSequence(cookies, count, seed + 1) : [];
  return drawn.map(({ path }, index): Request => {
    const cookie = people[index];
    return { path, headers: cookie ? { cookie } : {} };
  });
}

async function time(requests: Request[], before: () => Promise<unknown> = async () => undefined) {
  const whole: number[] = [];
  const first: number[] = [];
  const end = performance.now() + PATIENCE_MS;
  for (const { path, headers } of requests) {
    if (performance.now() > end) break;
    await before();
    const answer = await ask(`${site}${path}`, headers);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    whole.push(answer.milliseconds);
    first.push(answer.firstByteMs);
  }
  return { ...spread(whole), firstByteP95Ms: spread(first).p95Ms };
}

async function load(seconds: number, draw: (seed: number) => Request[]) {
  let seed = 500;
  const result = await autocannon({
    url: site,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { accept: "text/html", "accept-encoding": "gzip" },
    setupClient: (client) => {
      seed += 2;
      client.setRequests(draw(seed).map((request) => ({ method: "GET", ...request })));
    },
  });
  return {
    perSecond: rounded(result.requests.average),
    p50Ms: result.latency.p50,
    p97Ms: result.latency.p97_5,
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

/** Under an address that nobody has asked for: a visitor's page is kept whole by the site itself, too. */
function asNew(request: Request, number: number): Request {
  return { ...request, path: `${request.path}${request.path.includes("?") ? "&" : "?"}new=${number}` };
}

/** Everything that will be asked for has been asked for once. */
async function warm(requests: Request[]): Promise<void> {
  const left = [...new Map(requests.map((request) => [JSON.stringify(request), request])).values()];
  const work = async () => {
    for (let request = left.pop(); request; request = left.pop())
      await fetch(`${site}${request.path}`, { headers: request.headers }).then((answer) =>
        answer.arrayBuffer(),
      );
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
}

async function measure(visits: Visit[], cookies: string[]) {
  const [example] = drawRequests(visits, cookies, 1, 1);
  if (!example) throw new Error("There is nothing to ask for.");
  await ask(`${site}${example.path}`, example.headers);
  const cold = await time(drawRequests(visits, cookies, COLD_REQUESTS, 10).map(asNew), () =>
    redis().flushdb(),
  );
  const sequence = drawRequests(visits, cookies, CACHED_REQUESTS, 20);
  await warm(sequence);
  const cached = await time(sequence);
  const perSecond = await load(LOAD_SECONDS, () => sequence);
  return { cold, cached, load: perSecond, roundTrips: await countRoundTrips(example) };
}

type Figures = Record<PageKind, Record<Audience, Awaited<ReturnType<typeof measure>>>>;

async function measureAll(visits: Visit[], cookies: string[]): Promise<Figures> {
  const figures: Partial<Figures> = {};
  for (const kind of PAGE_KINDS) {
    const own = visits.filter((visit) => visit.kind === kind);
    figures[kind] = { visitor: await measure(own, []), signedIn: await measure(own, cookies) };
  }
  return figures as Figures;
}

function toRows(figures: Figures): Row[] {
  return PAGE_KINDS.flatMap((kind) =>
    (["visitor", "signedIn"] as const).flatMap((who): Row[] => {
      const { cold, cached, load: under, roundTrips } = figures[kind][who];
      const name = `${kind}, ${who === "visitor" ? "visitor" : "signed in"}`;
      return [
        [`${name}, cold, p50 / p95`, `${cold.p50Ms} / ${cold.p95Ms}`, "ms"],
        [`${name}, cached, p50 / p95`, `${cached.p50Ms} / ${cached.p95Ms}`, "ms"],
        [`${name}, cached, ${CONNECTIONS} connections`, under.perSecond, "requests/s"],
        [`${name}, round trips cold / cached`, roundTrips.summary, "database + Redis"],
      ];
    }),
  );
}

try {
  const visits = await chooseVisits(pool);
  const cookies = await personCookies(pool);
  const pages = await measureAll(visits, cookies);
  await redis().flushdb();
  // Half of the people who come are signed in.
  const mixed = await load(MIXED_SECONDS, (seed) =>
    drawRequests(visits, cookies, DRAWN_PER_CONNECTION, seed).map((request, index) =>
      index % 2 === 0 ? request : { ...request, headers: {} },
    ),
  );
  printReport({
    figures: { addresses: visits.length, sessions: cookies.length, connections: CONNECTIONS, pages, mixed },
    rows: [
      ...toRows(pages),
      ["everything mixed, from an empty cache", mixed.perSecond, "requests/s"],
      ["everything mixed, p50 / p97.5", `${mixed.p50Ms} / ${mixed.p97Ms}`, "ms"],
    ],
  });
} finally {
  await Promise.all([pool.end(), closeCountedSite()]);
}
