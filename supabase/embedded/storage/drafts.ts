import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { WriteMode } from "./objects";

/** A resumable upload that was begun: what was permitted to whom, kept beside its bytes across restarts. */
export type Draft = {
  id: string;
  bucketId: string;
  name: string;
  role: string;
  subject: string | null;
  owner: string | null;
  mode: WriteMode;
  /** Begun with a signed upload URL instead of a session. */
  signed: boolean;
  mimeType: string;
  cacheControl: string;
  userMetadata: Record<string, unknown> | null;
  sizeLimit: number | null;
  createdAt: number;
  /** Bytes of the finished object, once its row is committed. */
  finishedSize?: number;
};

const LIFETIME_MILLISECONDS = 24 * 60 * 60 * 1000;
export const DRAFT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export class Drafts {
  constructor(readonly folder: string) {}

  async save(draft: Draft): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = this.#path(draft.id);
    await writeFile(`${path}.new`, JSON.stringify(draft), { flush: true });
    await rename(`${path}.new`, path);
  }

  async find(id: string): Promise<Draft | null> {
    if (!DRAFT_ID.test(id)) return null;
    try {
      const draft = JSON.parse(await readFile(this.#path(id), "utf8")) as Draft;
      return Date.now() - draft.createdAt < LIFETIME_MILLISECONDS ? draft : null;
    } catch {
      return null;
    }
  }

  /** Path of the bytes received so far. */
  bytesPath(id: string): string {
    return join(this.folder, id);
  }

  async receivedBytes(id: string): Promise<number | null> {
    return await stat(this.bytesPath(id)).then(
      ({ size }) => size,
      () => null,
    );
  }

  /** Keeps a note for a client that missed the last answer, and lets the bytes go. */
  async finish(draft: Draft, size: number): Promise<void> {
    await this.save({ ...draft, finishedSize: size });
    await this.#removeBytes(draft.id);
  }

  async remove(id: string): Promise<void> {
    await this.#removeBytes(id);
    await rm(this.#path(id), { force: true });
  }

  /** Drops what is older than a day, and bytes whose draft was never written. */
  async removeExpired(): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    const ids = new Set(names.map((name) => name.split(".", 1)[0] ?? "").filter((id) => DRAFT_ID.test(id)));
    for (const id of ids) if (!(await this.find(id))) await this.remove(id);
  }

  async #removeBytes(id: string): Promise<void> {
    await rm(this.bytesPath(id), { force: true });
    await rm(`${this.bytesPath(id)}.json`, { force: true });
  }

  #path(id: string): string {
    return join(this.folder, `${id}.draft`);
  }
}
