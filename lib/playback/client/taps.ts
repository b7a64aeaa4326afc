const DOUBLE_WITHIN_MS = 320;
const EDGE = 0.36;
const JUMP_SECONDS = 10;

type Side = "back" | "forward";

/** Tells two taps near an edge from one, and counts those that follow at once. */
export class TapReader {
  #last: { side: Side | null; at: number } = { side: null, at: Number.NEGATIVE_INFINITY };
  #count = 0;
  #touchedAt = Number.NEGATIVE_INFINITY;

  /** A browser makes double clicks of double taps: those are none. */
  get wasTouch(): boolean {
    return performance.now() - this.#touchedAt < 1000;
  }

  /** `across` is 0 at the left edge and 1 at the right one. The jump that this tap completes, with all its seconds. */
  tap(across: number, at: number): { side: Side; seconds: number } | null {
    this.#touchedAt = at;
    const side = across < EDGE ? "back" : across > 1 - EDGE ? "forward" : null;
    const isNext = side !== null && side === this.#last.side && at - this.#last.at < DOUBLE_WITHIN_MS;
    this.#count = isNext ? this.#count + 1 : 0;
    this.#last = { side, at };
    return isNext ? { side, seconds: JUMP_SECONDS * this.#count } : null;
  }
}
