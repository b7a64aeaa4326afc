/** Allows `perSecond` a second on average and as many at once after a pause. */
export class RateLimit {
  private allowance: number;
  private lastAt = performance.now();

  constructor(private readonly perSecond: number) {
    this.allowance = perSecond;
  }

  take(): boolean {
    const now = performance.now();
    this.allowance = Math.min(this.perSecond, this.allowance + ((now - this.lastAt) / 1000) * this.perSecond);
    this.lastAt = now;
    if (this.allowance < 1) return false;
    this.allowance -= 1;
    return true;
  }
}
