import { percentile, rounded } from "../figures";
import { arrive } from "./arrivals";
import type { Kind, Mix } from "./mix";

const RATES = [25, 50, 75, 100, 150, 200, 300, 400, 600, 800];
const SECONDS = 6;
/** Beyond the knee fewer are answered in time than come, or one in a hundred waits this long. */
const ANSWERED_SHARE = 0.95;
const LONGEST_P99_MS = 1_000;

export type Step = {
  wanted: number;
  /** A second, until the last of the step was answered. */
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
  const requests = draw(wanted * SECONDS, wanted);
  const { answers, seconds } = await arrive(site, requests, wanted);
  const at = (share: number) =>
    rounded(
      percentile(
        answers.map(({ milliseconds }) => milliseconds),
        share,
      ),
    );
  const isRefusedSignIn = ({ kind, status }: (typeof answers)[number]) =>
    kind === "sign-in" && status === 503;
  const kinds = Map.groupBy(answers, ({ kind }) => kind);
  return {
    wanted,
    answered: rounded(answers.length / seconds),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    errors: answers.filter(
      (answer) => (answer.status === 0 || answer.status >= 400) && !isRefusedSignIn(answer),
    ).length,
    refusedSignIns: answers.filter(isRefusedSignIn).length,
    byKind: Object.fromEntries(
      [...kinds].map(([kind, own]) => [
        kind,
        {
          count: own.length,
          p95Ms: rounded(
            percentile(
              own.map(({ milliseconds }) => milliseconds),
              0.95,
            ),
          ),
        },
      ]),
    ),
  };
}
