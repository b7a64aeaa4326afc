import { type Found, parseFound, type Version } from "@/lib/platform/cache/entry";
import { endsOf } from "@/lib/platform/cache/lifetimes";
import type { CacheTag } from "@/lib/platform/cache/tags";
import { newVersion, TAG_SECONDS, tagKey } from "@/lib/platform/cache/tags";
import { withRedis } from "@/lib/platform/redis";

/** How long one caller may take before another tries, too. */
export const LEASE_MS = 8_000;

type Place = { key: string; tags: readonly CacheTag[] };
export type Claim = { found: Found; isMine: boolean; lease: string };

const namesOf = ({ key, tags }: Place) => [key, ...tags.map(tagKey)];

/** One round trip: the entry and the versions of its tags. Null where Redis cannot be asked. */
export function look(place: Place): Promise<Found | null> {
  return withRedis<Found | null>(
    async (client) => parseFound(await client.mget(...namesOf(place)), place.tags.length),
    () => null,
  );
}

/** Gives a version to the tags that have none; whoever is first decides. */
export function giveVersions(place: Place): Promise<Found | null> {
  return withRedis<Found | null>(
    async (client) => {
      const pipeline = client.pipeline();
      for (const tag of place.tags) pipeline.set(tagKey(tag), newVersion(), { nx: true, ex: TAG_SECONDS });
      pipeline.mget(...namesOf(place));
      return parseFound((await pipeline.exec<unknown[]>()).at(-1), place.tags.length);
    },
    () => null,
  );
}

/**
 * Asks to be the one that loads, then looks again, because another may have stored and let go in between. The lease names
 * the versions, so that nobody who comes after a write waits for a load that began before it.
 */
export function claim(place: Place, versions: readonly Version[]): Promise<Claim | null> {
  const lease = `lease:${[place.key, ...versions].join(" ")}`;
  return withRedis<Claim | null>(
    async (client) => {
      const [taken, answer] = await client
        .pipeline()
        .set(lease, 1, { nx: true, px: LEASE_MS })
        .mget(...namesOf(place))
        .exec<[unknown, unknown]>();
      return { lease, isMine: taken === "OK", found: parseFound(answer, place.tags.length) };
    },
    () => null,
  );
}

type Kept = { value: unknown; versions: readonly Version[]; seconds: number; startedAt: number };

/** Stores a value under the versions that its load began with, and lets the next one load. */
export async function keep(place: Place, lease: string, kept: Kept): Promise<void> {
  const { value, versions, seconds, startedAt } = kept;
  const ends = endsOf(seconds, startedAt);
  const leftMs = ends.servedUntil - Date.now();
  await withRedis<unknown>(
    (client) => {
      const pipeline = client.pipeline();
      if (leftMs > 0)
        pipeline.set(place.key, { value, madeAt: startedAt, ...ends, versions }, { px: leftMs });
      return pipeline.del(lease).exec();
    },
    () => null,
  );
}

export async function letGo(lease: string): Promise<void> {
  await withRedis<unknown>(
    (client) => client.del(lease),
    () => null,
  );
}
