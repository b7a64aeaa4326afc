/** Sequences of progress reports in the server's time: a device whose clock is wrong neither wins nor loses. */
export class ServerClock {
  #offsetMs = 0;
  #last = 0;

  constructor(serverTime: number) {
    this.sync(serverTime);
  }

  sync(serverTime: number): void {
    this.#offsetMs = serverTime - Date.now();
  }

  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Grows with every call, even within one millisecond or when the clock is set back. */
  next(): number {
    this.#last = Math.max(this.#last + 1, Math.round(this.now()));
    return this.#last;
  }
}
