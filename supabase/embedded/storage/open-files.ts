import type { FileHandle } from "node:fs/promises";

/** As long as a row may be served without asking again: what is removed is closed as soon. */
const KEPT_MILLISECONDS = 1000;
const KEPT_FILES = 64;

type Entry = { file: Promise<FileHandle>; readers: number; timer: NodeJS.Timeout | undefined };

/** Files stay open for a moment after a reading: a player asks for range after range of the same one. */
export class OpenFiles {
  readonly #entries = new Map<string, Entry>();

  constructor(readonly open: (version: string) => Promise<FileHandle>) {}

  /** Gives the open file to `read` and waits for it; what opening fails with is thrown. */
  async use<Result>(version: string, read: (file: FileHandle) => Promise<Result>): Promise<Result> {
    const entry = this.#take(version);
    try {
      return await read(await entry.file);
    } finally {
      this.#release(version, entry);
    }
  }

  close(): void {
    for (const [version, entry] of this.#entries) if (entry.readers === 0) this.#drop(version, entry);
  }

  #take(version: string): Entry {
    const known = this.#entries.get(version);
    const entry = known ?? { file: this.open(version), readers: 0, timer: undefined };
    if (!known) {
      this.#entries.set(version, entry);
      // The next one tries again.
      entry.file.catch(() => this.#entries.delete(version));
    }
    clearTimeout(entry.timer);
    entry.readers += 1;
    return entry;
  }

  #release(version: string, entry: Entry): void {
    entry.readers -= 1;
    if (entry.readers > 0) return;
    const wait = this.#entries.size > KEPT_FILES ? 0 : KEPT_MILLISECONDS;
    entry.timer = setTimeout(() => this.#drop(version, entry), wait);
    entry.timer.unref();
  }

  #drop(version: string, entry: Entry): void {
    clearTimeout(entry.timer);
    if (this.#entries.get(version) === entry) this.#entries.delete(version);
    entry.file.then(
      (file) => file.close(),
      () => undefined,
    );
  }
}
