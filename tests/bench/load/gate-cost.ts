import { percentile, rounded } from "../figures";
import { ask } from "../http-client";

const REQUESTS = 400;
/** The framework itself answers OPTIONS; the gate proves the session and counts it in Redis, as any call of the route. */
const ROUTE = "/api/library/rails";
const METHOD = "OPTIONS";

type Measured = { site: string; bare: string; cookies: string[] };

/**
 * One connection, turn by turn: a route that does nothing behind our gate and behind an empty one. What is above the empty
 * one's is ours: that of each percentile, not a percentile of differences, which would add up two noises.
 */
export async function measureGate({ site, bare, cookies }: Measured) {
  let turn = 0;
  const kinds = {
    empty: () => ask(`${bare}api/live`, {}, METHOD),
    visitor: () => ask(`${site}${ROUTE}`, { "x-forwarded-for": `10.3.${turn >> 8}.${turn & 255}` }, METHOD),
    signedIn: () => ask(`${site}${ROUTE}`, { cookie: cookies[turn % cookies.length] ?? "" }, METHOD),
  };
  const times = { empty: [] as number[], visitor: [] as number[], signedIn: [] as number[] };
  for (let count = -50; count < REQUESTS; count += 1)
    for (const kind of ["empty", "visitor", "signedIn"] as const) {
      turn += 1;
      const { milliseconds, status } = await kinds[kind]();
      if (status !== 204) throw new Error(`${kind} answered ${status}`);
      if (count >= 0) times[kind].push(milliseconds);
    }
  const above = (kind: "visitor" | "signedIn") => ({
    p50Ms: rounded(percentile(times[kind], 0.5) - percentile(times.empty, 0.5), 2),
    p95Ms: rounded(percentile(times[kind], 0.95) - percentile(times.empty, 0.95), 2),
  });
  const emptyP95Ms = rounded(percentile(times.empty, 0.95), 2);
  return { requests: REQUESTS, emptyP95Ms, visitor: above("visitor"), signedIn: above("signedIn") };
}
