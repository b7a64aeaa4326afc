import type { StorageContext } from "./context";

/** Removes bytes that no row names: what a process killed between bytes and row left behind. */
export async function sweepOrphans({ sql, blobs }: StorageContext): Promise<number> {
  let removed = 0;
  for await (const versions of blobs.versions()) {
    if (versions.length === 0) continue;
    const known = await sql`select version from storage.objects where version = any(${versions}::text[])`;
    const kept = new Set(known.map((row) => row.version as string));
    const orphans = versions.filter((version) => !kept.has(version));
    await blobs.remove(orphans);
    removed += orphans.length;
  }
  return removed;
}
