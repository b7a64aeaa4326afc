import type { ByteRange } from "./ranges";

const KEPT_BYTES = 32 * 1024 * 1024;

/**
 * The ranges last asked for, in memory: many watch the same film, and waiting for a thread to copy what the system has
 * in memory anyway is half of the work of a segment. The bytes of a version never change; whether it may still be
 * served is decided before anybody looks here.
 */
export class HotRanges {
  readonly #kept = new Map<string, Buffer>();
  #bytes = 0;

  find(version: string, range: ByteRange): Buffer | undefined {
    const key = keyOf(version, range);
    const bytes = this.#kept.get(key);
    if (!bytes) return undefined;
    // The oldest stands first and goes first.
    this.#kept.delete(key);
    this.#kept.set(key, bytes);
    return bytes;
  }

  keep(version: string, range: ByteRange, bytes: Buffer): void {
    const key = keyOf(version, range);
    if (this.#kept.has(key)) return;
    this.#kept.set(key, bytes);
    this.#bytes += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= KEPT_BYTES) break;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
  }
}

const keyOf = (version: string, { start, end }: ByteRange) => `${version}:${start}-${end}`;
