import { withRedis } from "@/lib/platform/redis";

/** Whatever is kept about titles begins with one of these (lib/platform/cache.ts). */
const KEPT = ["movie:*", "movies:*", "trending:*", "popular:*", "search:*"];
const KEYS_A_STEP = 500;
/** Whole pages are kept with the version that they were rendered at (lib/platform/gate/kept-pages). */
const CATALOGUE_TAG = "tag:catalogue";

/** After a change of many titles at once: pages are made anew, instead of showing the old ones for half an hour. */
export async function forgetCatalogue(): Promise<void> {
  await withRedis<unknown>(
    (client) => client.set(CATALOGUE_TAG, crypto.randomUUID()),
    () => null,
  );
  for (const match of KEPT)
    await withRedis(
      async (client) => forgetMatching(client, match),
      () => undefined,
    );
}

async function forgetMatching(
  client: Parameters<Parameters<typeof withRedis>[0]>[0],
  match: string,
): Promise<void> {
  let cursor = "0";
  do {
    const [next, keys] = await client.scan(cursor, { match, count: KEYS_A_STEP });
    if (keys.length > 0) await client.del(...keys);
    cursor = next;
  } while (cursor !== "0");
}
