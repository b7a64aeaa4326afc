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
  userProfile: (userId: string) => `user:${userId}:profile`,
  viewerFavorites: (profileId: string) => `viewer:${profileId}:favorites`,
  viewerWatchlist: (profileId: string) => `viewer:${profileId}:watchlist`,
  viewerRecommendations: (profileId: string) => `viewer:${profileId}:recommendations`,
  trendingMovies: (who: CacheAudience) => `trending:movies:${audience(who)}`,
  popularCategories: (who: CacheAudience) => `popular:categories:${audience(who)}`,
  session: (sessionId: string) => `session:${sessionId}`,
};

const loading = new Map<string, Promise<unknown>>();

type CacheOptions<Schema extends z.ZodType> = {
  key: string;
  seconds: number;
  /** What was stored is parsed again: a value of an older release is loaded anew, never trusted. */
  schema: Schema;
  load: () => Promise<z.output<Schema>>;
};

/** Cache-aside: Redis first, then `load`, whose answer is kept. Works without Redis, only slower. */
export async function cached<Schema extends z.ZodType>(
  options: CacheOptions<Schema>,
): Promise<z.output<Schema>> {
  const { key, schema } = options;
  const stored = await withRedis<unknown>(
    (client) => client.get(key),
    () => null,
  );
  if (stored !== null) {
    const parsed = schema.safeParse(stored);
    if (parsed.success) return parsed.data;
  }
  return loadOnce(options);
}

/** Many requests that miss together ask the database once. */
function loadOnce<Schema extends z.ZodType>({
  key,
  seconds,
  load,
}: CacheOptions<Schema>): Promise<z.output<Schema>> {
  const running = loading.get(key);
  if (running) return running as Promise<z.output<Schema>>;
  const promise = load()
    .then(async (value) => {
      if (value !== undefined)
        await withRedis<unknown>(
          (client) => client.set(key, value, { ex: seconds }),
          () => null,
        );
      return value;
    })
    .finally(() => loading.delete(key));
  loading.set(key, promise);
  return promise;
}

/** After a write: the next reader loads anew. */
export async function forget(...keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  for (const key of keys) loading.delete(key);
  await withRedis<unknown>(
    (client) => client.del(...keys),
    () => null,
  );
}
