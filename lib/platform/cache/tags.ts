/** What values depend on. Whoever shows titles carries `catalogue`, and of one title also its `movie`. */
export const cacheTags = {
  catalogue: "catalogue",
  movie: (slug: string) => `movie:${slug}` as const,
  user: (userId: string) => `user:${userId}` as const,
  viewer: (viewerId: string) => `viewer:${viewerId}` as const,
} as const;

export type CacheTag = "catalogue" | `movie:${string}` | `user:${string}` | `viewer:${string}`;

/** Where Redis holds the version of a tag. Kept pages (lib/platform/gate/kept-pages) compare the same. */
export const tagKey = (tag: CacheTag) => `tag:${tag}`;

/** Longer than any value is kept, although a version that is gone costs no more than a miss. */
export const TAG_SECONDS = 2 * 24 * 60 * 60;

/** Random, so that no version ever comes back. The letter keeps the client from reading a number. */
export const newVersion = () => `v${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`;
