import type { z } from "zod";
import { withRedis } from "@/lib/platform/redis";

/** How long each kind of thing may be old, in seconds. */
export const CACHE_SECONDS = {
  movie: 300,
  movieList: 120,
  user: 600,
  recommendations: 3600,
  trending: 1800,
  session: 86_400,
} as const;

/** What a list of titles depends on besides its own name. */
export type CacheAudience = { maturityLimit: number; country: string | null };

const audience = ({ maturityLimit, country }: CacheAudience) => `${maturityLimit}:${country ?? "any"}`;

export const cacheKeys = {
  movie: (slug: string) => `movie:${slug}`,
  movieEpisodes: (slug: string) => `movie:${slug}:episodes`,
  movieSimilar: (slug: string, who: CacheAudience) => `movie:${slug}:similar:${audience(who)}`,
  movies: (type: string, cursor: string, who: CacheAudience) => `movies:${type}:${cursor}:${audience(who)}`,
  calendar: (who: CacheAudience) => `movies:calendar:${audience(who)}`,
  collections: (who: CacheAudience) => `movies:collections:${audience(who)}`,
  search: (most: number, asked: string, who: CacheAudience) => `search:${most}:${asked}:${audience(who)}`,
  userProfile: (userId: string) => `user:${userId}:profile`,
  viewerRecommendations: (profileId: string) => `viewer:${profileId}:recommendations`,
  trendingMovies: (who: CacheAudience) => `trending:movies:${audience(who)}`,
  popularCategories: (who: CacheAudience) => `popular:categories:${audience(who)}`,
  session: (sessionId: string) => `session:${sessionId}`,
  pinLocked: (viewerId: string) => `viewer:${viewerId}:pin-locked`,
  newDevice: (userId: string, device: string) => `user:${userId}:new-device:${device}`,
};

const loading = new Map<string, Promise<unknown>>();

type CacheOptions<Schema extends z.ZodType> = {
  key: string;
  seconds: number;
  /** What was stored is parsed again: a value of an older release is loaded anew, never trusted. */
  schema: Schema;
  load: () => Promise<z.output<Schema>>;
};

/**
 * Stands where a value was forgotten, long enough for every load that began before: such a load stores its answer only
 * where there is nothing, so it never brings back what a write has just made wrong.
 */
const FORGOTTEN = { isForgotten: true };
const FORGOTTEN_SECONDS = 15;
const isForgotten = (stored: unknown) =>
  typeof stored === "object" && stored !== null && "isForgotten" in stored;

/** Cache-aside: Redis first, then `load`, whose answer is kept. Works without Redis, only slower. */
export async function cached<Schema extends z.ZodType>(
  options: CacheOptions<Schema>,
): Promise<z.output<Schema>> {
  const { key, schema } = options;
  const stored = await withRedis<unknown>(
    (client) => client.get(key),
    () => null,
  );
  if (stored !== null && !isForgotten(stored)) {
    const parsed = schema.safeParse(stored);
    if (parsed.success) return parsed.data;
  }
  return loadOnce(options, stored === null);
}

/** Many requests that miss together ask the database once. */
function loadOnce<Schema extends z.ZodType>(
  options: CacheOptions<Schema>,
  isAbsent: boolean,
): Promise<z.output<Schema>> {
  const { key } = options;
  const running = loading.get(key);
  if (running) return running as Promise<z.output<Schema>>;
  const promise = loadAndStore(options, isAbsent).finally(() => {
    if (loading.get(key) === promise) loading.delete(key);
  });
  loading.set(key, promise);
  return promise;
}

async function loadAndStore<Schema extends z.ZodType>(
  { key, seconds, load }: CacheOptions<Schema>,
  isAbsent: boolean,
): Promise<z.output<Schema>> {
  const value = await load();
  if (value !== undefined)
    await withRedis<unknown>(
      (client) => client.set(key, value, isAbsent ? { ex: seconds, nx: true } : { ex: seconds }),
      () => null,
    );
  return value;
}

/** After a write: the next reader loads anew. */
export async function forget(...keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  for (const key of keys) loading.delete(key);
  await withRedis<unknown>(
    (client) => {
      const pipeline = client.pipeline();
      for (const key of keys) pipeline.set(key, FORGOTTEN, { ex: FORGOTTEN_SECONDS });
      return pipeline.exec();
    },
    () => null,
  );
}
