/** Folds the progress of several stages, each with its share of the time, into one number that never goes back. */
export class Stages<Name extends string> {
  private readonly done = new Map<Name, number>();
  private readonly total: number;

  constructor(
    private readonly weights: Record<Name, number>,
    private readonly onProgress: ((fraction: number) => void) | undefined,
  ) {
    this.total = (Object.values(weights) as number[]).reduce((sum, weight) => sum + weight, 0);
  }

  /** A listener for one stage that counts up to `whole`. Beginning a stage ends those before it. */
  of(name: Name, whole = 1): (value: number) => void {
    for (const earlier of Object.keys(this.weights) as Name[]) {
      if (earlier === name) break;
      this.done.set(earlier, 1);
    }
    return (value) => {
      const fraction = Math.min(1, Math.max(this.done.get(name) ?? 0, value / Math.max(whole, 1e-6)));
      this.done.set(name, fraction);
      const sum = [...this.done].reduce((all, [stage, part]) => all + this.weights[stage] * part, 0);
      this.onProgress?.(Math.min(1, sum / this.total));
    };
  }
}
