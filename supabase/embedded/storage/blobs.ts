import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { copyFile, type FileHandle, link, mkdir, open, readdir, rename, rm, unlink } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { faults } from "./errors";

export type StoredBytes = { version: string; size: number; etag: string };

const VERSION = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Bytes on disk, named by version uuid and never changed once placed: an overwrite is a new version, so that a
 * reader of the old one goes on undisturbed, and no name that a client sends ever reaches the file system.
 */
export class Blobs {
  /** Versions placed whose row is not committed yet; the sweep leaves them alone. */
  readonly #pending = new Set<string>();
  readonly #objects: string;
  readonly #incoming: string;
  readonly #ready: Promise<unknown>;

  constructor(folder: string) {
    this.#objects = join(folder, "objects");
    this.#incoming = join(folder, "incoming");
    // Whatever lies in `incoming` belongs to an upload that died with the last process.
    this.#ready = rm(this.#incoming, { recursive: true, force: true }).then(() =>
      Promise.all(
        [this.#objects, this.#incoming].map((path) => mkdir(path, { recursive: true, mode: 0o700 })),
      ),
    );
    this.#ready.catch(() => {}); // reported by the first request that needs the folder
  }

  /** Streams a body to disk and cuts it off as soon as it passes `limit` bytes. */
  async receive(body: Readable, limit: number | null): Promise<StoredBytes> {
    await this.#ready;
    const version = randomUUID();
    const temporary = join(this.#incoming, version);
    const meter = new Meter(limit);
    try {
      if (body.destroyed) throw faults.invalidRequest("The upload was cut off");
      await pipeline(body, meter, createWriteStream(temporary, { flush: true, highWaterMark: 1 << 18 }));
      await this.#place(version, (target) => rename(temporary, target));
    } catch (error) {
      await rm(temporary, { force: true });
      throw body.errored ?? error;
    }
    return { version, size: meter.size, etag: `"${meter.digest()}"` };
  }

  /** Gives an existing file (a finished resumable upload) a second name here; the first one stays. */
  async adopt(path: string, version: string): Promise<void> {
    await this.#ready;
    const file = await open(path, "r+");
    await file.sync().finally(() => file.close());
    await this.#place(version, (target) => this.#linkOrCopy(path, target));
  }

  /** A copy costs no bytes where the file system knows hard links. */
  async duplicate(version: string): Promise<string> {
    await this.#ready;
    const copy = randomUUID();
    await this.#place(copy, (target) => this.#linkOrCopy(this.#path(version), target));
    return copy;
  }

  open(version: string): Promise<FileHandle> {
    return open(this.#path(version), "r");
  }

  /** The row is committed or given up: from here on the database alone says whether the bytes stay. */
  settle(version: string): void {
    this.#pending.delete(version);
  }

  async remove(versions: (string | null)[]): Promise<void> {
    for (const version of versions)
      if (version && VERSION.test(version)) await removeFile(this.#path(version));
  }

  /** The versions on disk in groups, without those being written right now. */
  async *versions(): AsyncGenerator<string[]> {
    await this.#ready;
    for (const shard of await readdir(this.#objects)) {
      const names = await readdir(join(this.#objects, shard));
      yield names.filter((name) => VERSION.test(name) && !this.#pending.has(name));
    }
  }

  async #place(version: string, put: (target: string) => Promise<void>): Promise<void> {
    const target = this.#path(version);
    const shard = join(target, "..");
    this.#pending.add(version);
    try {
      await mkdir(shard, { recursive: true });
      await put(target);
      await syncFolder(shard);
    } catch (error) {
      this.#pending.delete(version);
      throw error;
    }
  }

  /** The copy for file systems without hard links appears under its name only when it is whole. */
  async #linkOrCopy(from: string, to: string): Promise<void> {
    try {
      await link(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST") return; // an earlier attempt at the same version got this far
      if (code === "ENOENT") throw faults.noSuchKey();
      const temporary = join(this.#incoming, randomUUID());
      await copyFile(from, temporary);
      await rename(temporary, to);
    }
  }

  #path(version: string): string {
    if (!VERSION.test(version)) throw faults.noSuchKey();
    return join(this.#objects, version.slice(0, 2), version);
  }
}

/** Counts and digests what passes. */
class Meter extends Transform {
  size = 0;
  readonly #hash = createHash("md5");

  constructor(readonly limit: number | null) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void) {
    this.size += chunk.length;
    if (this.limit !== null && this.size > this.limit) return done(faults.tooLarge());
    this.#hash.update(chunk);
    done(null, chunk);
  }

  digest(): string {
    return this.#hash.digest("hex");
  }
}

/** A rename is durable only once the folder is; Windows knows no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}
