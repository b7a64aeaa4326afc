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
