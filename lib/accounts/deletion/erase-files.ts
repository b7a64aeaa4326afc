import type { PoolClient } from "pg";
// biome-ignore lint/style/noRestrictedImports: a job; the bytes go with the row only through Storage's own API
import { adminClient } from "@/lib/platform/supabase/admin";

/** As many names as Storage takes in one call. */
const AT_ONCE = 1_000;
/** What lies here belongs to a person; elsewhere they only brought in what is the catalogue's. */
const PERSONAL_BUCKETS = ["avatars", "clips"];

type Found = { bucket: string; names: string[] };

/** Removes every file of a person's from every bucket; of what stays it takes their name away. */
export async function eraseFiles(client: PoolClient, userId: string): Promise<void> {
  for (;;) {
    const { rows } = await client.query<Found>(
      `select bucket_id as bucket, array_agg(name) as names
       from (
         select bucket_id, name from storage.objects
         where $1 = any (path_tokens)
           or (bucket_id = any ($2) and (owner_id = $1 or owner::text = $1))
         limit $3
       ) as found
       group by bucket_id`,
      [userId, PERSONAL_BUCKETS, AT_ONCE],
    );
    if (rows.length === 0) break;
    for (const { bucket, names } of rows) {
      const { data, error } = await adminClient().storage.from(bucket).remove(names);
      if (error) throw error;
      // One that is listed and cannot be removed would be found for ever.
      if (data.length === 0) throw new Error(`Storage removed none of ${names.length} files in ${bucket}.`);
    }
  }
  await client.query(
    "update storage.objects set owner = null, owner_id = null where owner_id = $1 or owner::text = $1",
    [userId],
  );
}
