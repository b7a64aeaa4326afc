import { MediaError } from "@/lib/media/errors";
import { adminClient } from "@/lib/platform/supabase/admin";

type Bucket = "media" | "uploads" | "artwork";
const PAGE = 100;

/** Names of the objects directly in a folder of a bucket. */
export async function listFolder(bucket: Bucket, folder: string): Promise<string[]> {
  const names: string[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = { limit: PAGE, offset, sortBy: { column: "name", order: "asc" } };
    const { data, error } = await adminClient().storage.from(bucket).list(folder, page);
    if (error)
      throw new MediaError("environment", "The storage does not answer: try again.", { cause: error });
    names.push(...data.filter((entry) => entry.id !== null).map((entry) => entry.name));
    if (data.length < PAGE) return names;
  }
}

/** Removes everything directly in a folder but what `keep` names. */
export async function clearFolder(
  bucket: Bucket,
  folder: string,
  keep: ReadonlySet<string> = new Set(),
): Promise<void> {
  const surplus = (await listFolder(bucket, folder)).filter((name) => !keep.has(name));
  await removeObjects(
    bucket,
    surplus.map((name) => `${folder}/${name}`),
  );
}

/** Removes objects by name; one that is not there is no error. */
export async function removeObjects(bucket: Bucket, names: string[]): Promise<void> {
  for (let first = 0; first < names.length; first += PAGE) {
    const { error } = await adminClient()
      .storage.from(bucket)
      .remove(names.slice(first, first + PAGE));
    if (error)
      throw new MediaError("environment", "The storage does not answer: try again.", { cause: error });
  }
}
