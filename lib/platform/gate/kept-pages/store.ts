import type { KeptPage } from "@/lib/platform/gate/kept-pages/page";

type Entry = { page: KeptPage; madeAt: number; checkedAt: number; versions: string | null };

const MOST_BYTES = 64 * 1024 * 1024;

/** Pages in this process's memory, least recently asked for first out. */
export class PageStore {
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  get(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  set(key: string, entry: Entry): void {
    this.delete(key);
    this.#entries.set(key, entry);
    this.#bytes += sizeOf(entry);
    for (const [oldest] of this.#entries) {
      if (this.#bytes <= MOST_BYTES) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= sizeOf(entry);
  }
}

const OVERHEAD = 1024;
const sizeOf = ({ page }: Entry) => page.body.byteLength + page.policy.length + OVERHEAD;
