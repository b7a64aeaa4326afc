import { cacheTags, tagKey } from "@/lib/platform/cache/tags";
import type { Variant } from "@/lib/platform/gate/kept-pages/key";
import { withRedis } from "@/lib/platform/redis";

const TITLE = /^\/title\/([^/?]+)/;

/** What a page shows was written by whoever last set one of these (lib/platform/cache). */
function tagsOf({ path }: Variant): string[] {
  const slug = TITLE.exec(path)?.[1];
  return [cacheTags.catalogue, ...(slug ? [cacheTags.movie(slug)] : [])].map(tagKey);
}

/** Changes with every write that a page may show. Without Redis it is empty: pages then go by their age alone. */
export async function readVersions(variant: Variant): Promise<string> {
  const versions = await withRedis<unknown[]>(
    (client) => client.mget(...tagsOf(variant)),
    () => [],
  );
  return versions.map((version) => version ?? "").join(" ");
}
