import { cacheTags, newVersion, TAG_SECONDS, tagKey } from "@/lib/platform/cache/tags";
import type { Variant } from "@/lib/platform/gate/kept-pages/key";
import { withRedis } from "@/lib/platform/redis";

const TITLE = /^\/title\/([^/?]+)/;

/** What a page shows was written by whoever last set one of these (lib/platform/cache). */
function tagsOf({ path }: Variant): string[] {
  const slug = TITLE.exec(path)?.[1];
  return [cacheTags.catalogue, ...(slug ? [cacheTags.movie(slug)] : [])].map(tagKey);
}

/**
 * Changes with every write that a page may show. What has no version is given one: another would give it a moment later,
 * and the page seem written to. Null where Redis cannot be asked: pages then go by their age alone.
 */
export async function readVersions(variant: Variant): Promise<string | null> {
  const names = tagsOf(variant);
  return withRedis<string | null>(
    async (client) => {
      const versions = await client.mget<(string | null)[]>(...names);
      if (versions.every((version) => version !== null)) return versions.join(" ");
      const pipeline = client.pipeline();
      for (const name of names) pipeline.set(name, newVersion(), { nx: true, ex: TAG_SECONDS });
      pipeline.mget(...names);
      return ((await pipeline.exec<unknown[]>()).at(-1) as string[]).join(" ");
    },
    () => null,
  );
}
