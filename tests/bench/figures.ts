export type Spread = { count: number; p50Ms: number; p95Ms: number };
/** A line of the table at the end: what, how much, and in what. */
export type Row = [what: string, value: number | string, unit: string];
export type PartReport = { figures: unknown; rows: Row[] };

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

export function spread(milliseconds: readonly number[]): Spread {
  return {
    count: milliseconds.length,
    p50Ms: rounded(percentile(milliseconds, 0.5)),
    p95Ms: rounded(percentile(milliseconds, 0.95)),
  };
}

/** What a part says to whoever started it: one line of JSON. */
export function printReport(report: PartReport): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
