import autocannon from "autocannon";
import { percentile, rounded } from "../figures";
import type { Kind, Mix } from "./mix";

const RATES = [25, 50, 100, 150, 200, 300, 400, 600, 800];
const SECONDS = 6;
const CONNECTIONS = 50;
const DRAWN_PER_CONNECTION = 200;
/** Beyond the knee fewer are answered than come, or one in a hundred waits this long. */
const ANSWERED_SHARE = 0.95;
const LONGEST_P99_MS = 1_000;

export type Step = {
  wanted: number;
  answered: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** Neither done nor refused in the way that is promised. */
  errors: number;
  /** Sign-ins that were refused because nobody could count them. */
  refusedSignIns: number;
  byKind: Partial<Record<Kind, { count: number; p95Ms: number }>>;
};

/** Rising rates of arrival, whoever still waits, until the knee; the step beyond it is the last. */
export async function climb(mix: Mix): Promise<Step[]> {
  const steps: Step[] = [];
  for (const rate of RATES) {
    const step = await take(mix, rate);
    steps.push(step);
    if (step.answered < rate * ANSWERED_SHARE || step.p99Ms > LONGEST_P99_MS) break;
  }
  return steps;
}

async function take({ site, draw }: Mix, wanted: number): Promise<Step> {
  const times: number[] = [];
  const kinds = new Map<Kind, number[]>();
  let [errors, refusedSignIns, seed] = [0, 0, wanted];
  const result = await autocannon({
    url: site,
    connections: Math.min(CONNECTIONS, wanted),
    overallRate: wanted,
    duration: SECONDS,
    timeout: 15,
    headers: { "accept-encoding": "gzip" },
    setupClient: (client) => {
      seed += 10;
      const requests = draw(DRAWN_PER_CONNECTION, seed);
      client.setRequests(requests);
      let next = 0;
      client.on("response", (status, _bytes, milliseconds) => {
        const kind = requests[next % requests.length]?.kind ?? "page";
        next += 1;
        times.push(milliseconds);
        kinds.set(kind, [...(kinds.get(kind) ?? []), milliseconds]);
        if (status === 503 && kind === "sign-in") refusedSignIns += 1;
        else if (status >= 400) errors += 1;
      });
    },
  });
  const at = (share: number) => rounded(percentile(times, share));
  return {
    wanted,
    answered: rounded(times.length / SECONDS),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    errors: errors + result.errors + result.timeouts,
    refusedSignIns,
    byKind: Object.fromEntries(
      [...kinds].map(([kind, own]) => [kind, { count: own.length, p95Ms: rounded(percentile(own, 0.95)) }]),
    ),
  };
}
