import type { Sql } from "postgres";
import { type ObjectName, type ObjectRow, toObjectRow } from "./context";

export type CurrentObject = { row: ObjectRow; isPublic: boolean };

/** How long a row changed behind the Storage API's back (by SQL) may still be served. */
const CACHE_MILLISECONDS = 1000;
const CACHE_ENTRIES = 2000;

/**
 * Rows looked up with no caller's rights, for public buckets and signed URLs: there the bucket's flag or the
 * signature is the permission. A player asks for ranges of one object many times a second, so a found row is
 * remembered for a second; everything written through this API forgets at once.
 */
export class CurrentObjects {
  readonly #found = new Map<string, { at: number; object: CurrentObject }>();
  #generation = 0;

  constructor(readonly sql: Sql) {}

  async find(target: ObjectName): Promise<CurrentObject | null> {
    const key = `${target.bucketId}/${target.name}`;
    const known = this.#found.get(key);
    if (known && performance.now() - known.at < CACHE_MILLISECONDS) return known.object;
    const generation = this.#generation;
    const object = await this.#read(target);
    // A write during the read may have made the answer old: it is used once, but not remembered.
    if (object && generation === this.#generation) this.#remember(key, object);
    return object;
  }

  forget(): void {
    this.#generation += 1;
    this.#found.clear();
  }

  #remember(key: string, object: CurrentObject): void {
    if (this.#found.size >= CACHE_ENTRIES) this.#found.clear();
    this.#found.set(key, { at: performance.now(), object });
  }

  async #read({ bucketId, name }: ObjectName): Promise<CurrentObject | null> {
    const [row] = await this.sql`
      select o.id, o.bucket_id, o.name, o.version, o.metadata, o.user_metadata, o.created_at, o.updated_at,
        b.public as is_public
      from storage.objects o join storage.buckets b on b.id = o.bucket_id
      where o.bucket_id = ${bucketId} and o.name = ${name} and o.version is not null and o.metadata is not null`;
    return row ? { row: toObjectRow(row), isPublic: row.is_public as boolean } : null;
  }
}
