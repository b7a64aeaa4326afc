// Apart from schema.ts, so that a form that offers them needs no parser in the browser.
export const SORTS = ["newest", "popular", "rating", "year", "title", "length"] as const;
export const MOVIE_TYPES = ["movie", "series"] as const;
export const ACCESS_LEVELS = ["free", "basic", "premium"] as const;
/** Under 40 minutes, under 90, under 120, and beyond. */
export const LENGTHS = ["short", "medium", "long", "epic"] as const;
/** What a title may offer; in an address each is its own parameter, so that a form needs no script. */
export const FEATURES = ["watchable", "subtitles", "sdh", "description"] as const;
/** As many pages as a reload brings back at once. */
export const MOST_PAGES = 20;
export const CREDIT_ROLES = [
  "actor",
  "voice",
  "creator",
  "director",
  "writer",
  "producer",
  "composer",
  "cinematographer",
  "editor",
  "animator",
  "designer",
  "other",
] as const;
