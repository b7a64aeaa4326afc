// Apart from schema.ts, so that a form that offers them needs no parser in the browser.
export const SORTS = ["newest", "popular", "rating", "year", "title"] as const;
export const MOVIE_TYPES = ["movie", "series"] as const;
export const ACCESS_LEVELS = ["free", "basic", "premium"] as const;
