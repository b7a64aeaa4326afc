/** Allows `perSecond` a second on average and as many at once after a pause. */
export class RateLimit {
  private allowance: number;
  private lastAt = performance.now();

  constructor(private readonly perSecond: number) {
    this.allowance = perSecond;
  }

  /** Takes all of `count` or nothing. */
  take(count = 1): boolean {
    const now = performance.now();
    this.allowance = Math.min(this.perSecond, this.allowance + ((now - this.lastAt) / 1000) * this.perSecond);
    this.lastAt = now;
    if (this.allowance < count) return false;
    this.allowance -= count;
    return true;
  }
}

const REMEMBERED = 1_000;

/** One limit for each of many, the least recent of whom are forgotten. */
export class RateLimits {
  private readonly limits = new Map<string, RateLimit>();

  constructor(private readonly perSecond: number) {}

  take(who: string, count: number): boolean {
    const limit = this.limits.get(who) ?? new RateLimit(this.perSecond);
    this.limits.delete(who);
    this.limits.set(who, limit);
    const [oldest] = this.limits.keys();
    if (this.limits.size > REMEMBERED && oldest !== undefined) this.limits.delete(oldest);
    return limit.take(count);
  }
}
