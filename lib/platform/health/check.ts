import "server-only";
import { type Dependency, PROBE_MS, probes } from "@/lib/platform/health/probes";

/** Without these no page is right; without the others pages are slower or less lively. */
const NEEDED: readonly Dependency[] = ["database", "auth"];
/** Whoever asks more often than this is told what the last one was: asking costs every dependency something. */
const KEPT_MS = 1_000;

export type Health = {
  status: "ok" | "degraded" | "down";
  checks: Partial<Record<Dependency, { isUp: boolean; milliseconds: number }>>;
};

let last: { at: number; health: Promise<Health> } | undefined;

/** What answers and how fast, without a word about where it is or why it does not. */
export function checkHealth(): Promise<Health> {
  if (last && Date.now() - last.at < KEPT_MS) return last.health;
  last = { at: Date.now(), health: askAll() };
  return last.health;
}

async function askAll(): Promise<Health> {
  const entries = Object.entries(probes());
  const results = await Promise.all(entries.map(([, probe]) => measure(probe)));
  const checks: Health["checks"] = Object.fromEntries(entries.map(([name], index) => [name, results[index]]));
  const isDown = NEEDED.some((name) => !checks[name]?.isUp);
  const isWhole = results.every(({ isUp }) => isUp);
  return { status: isDown ? "down" : isWhole ? "ok" : "degraded", checks };
}

async function measure(probe: () => Promise<unknown>): Promise<{ isUp: boolean; milliseconds: number }> {
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, PROBE_MS, new Error("timeout"));
  });
  const isUp = await Promise.race([probe(), timeout]).then(
    () => true,
    () => false,
  );
  clearTimeout(timer);
  return { isUp, milliseconds: Math.round(performance.now() - startedAt) };
}
