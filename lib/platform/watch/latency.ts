/** Upper ends in milliseconds; the last bucket has none. */
export const BUCKETS = [
  5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 400, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000,
] as const;

export function bucketOf(milliseconds: number): number {
  const index = BUCKETS.findIndex((end) => milliseconds <= end);
  return index === -1 ? BUCKETS.length : index;
}

/**
 * The latency that this share of the answers did not exceed, in milliseconds; null where there was none. Within its bucket
 * answers are taken as evenly spread; beyond the last end it is that end.
 */
export function percentile(counts: ReadonlyMap<number, number>, share: number): number | null {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rank = share * total;
  let below = 0;
  for (let bucket = 0; bucket <= BUCKETS.length; bucket += 1) {
    const count = counts.get(bucket) ?? 0;
    if (count > 0 && below + count >= rank) {
      const from = BUCKETS[bucket - 1] ?? 0;
      const to = BUCKETS[bucket] ?? from;
      return from + ((rank - below) / count) * (to - from);
    }
    below += count;
  }
  return BUCKETS.at(-1) ?? null;
}
