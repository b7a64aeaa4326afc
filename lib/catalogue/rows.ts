import { z } from "zod";
import { CREDIT_ROLES } from "@/lib/catalogue/choices";

/** What the catalogue's SQL functions answer; this is also the form in which answers are kept in Redis. */
const text = z.string().nullable();
const translation = z.object({
  title: z.string().optional(),
  tagline: z.string().optional(),
  description: z.string().optional(),
});

export const cardRow = z.object({
  id: z.uuid(),
  slug: z.string(),
  type: z.enum(["movie", "series"]),
  title: z.string(),
  tagline: text,
  year: z.number().nullable(),
  duration_seconds: z.number().nullable(),
  maturity_rating: z.number(),
  access_level: z.enum(["free", "basic", "premium"]),
  genres: z.array(z.string()),
  average_rating: z.number().nullable(),
  poster_path: text,
  poster_placeholder: text,
  backdrop_path: text,
  backdrop_placeholder: text,
  translations: z.record(z.string(), translation).catch({}),
  features: z.array(z.string()).default([]),
  /** Where it leaves within thirty days, and when; "any" is every country. */
  leaving: z.record(z.string(), z.string()).nullish(),
});

const named = z.object({
  slug: z.string(),
  title: z.string(),
  translations: z.record(z.string(), translation).catch({}),
});

export const collectionsRow = z.array(
  named.extend({ description: text, count: z.number(), cards: z.array(cardRow) }),
);

export const homeRow = z.object({
  hero: z.array(cardRow.extend({ description: text })),
  trending: z.array(cardRow),
  fresh: z.array(cardRow),
  rails: z.array(z.object({ slug: z.string(), name: z.string(), cards: z.array(cardRow) })),
  coming: z.array(cardRow.extend({ description: text, published_at: z.string() })),
  leaving: z.array(cardRow),
  /** Each with its first posters only. */
  collections: collectionsRow,
});

export const calendarRow = homeRow.pick({ coming: true, leaving: true });

export const browseRow = z.array(z.object({ card: cardRow, after: z.string() }));

const category = z.object({ slug: z.string(), name: z.string() });

const counts = z.array(z.object({ value: z.string(), count: z.number() })).default([]);

export const facetsRow = z.object({
  total: z.number(),
  counts: z.object({
    genres: counts,
    countries: counts,
    languages: counts,
    types: counts,
    access: counts,
    years: counts,
    maturity: counts,
    lengths: counts,
    features: counts,
  }),
  categories: z.array(category.extend({ description: text, count: z.number() })),
});

export const episodeRow = z.object({
  id: z.uuid(),
  slug: z.string(),
  season: z.number(),
  number: z.number(),
  title: z.string(),
  description: text,
  duration_seconds: z.number().nullable(),
  still_path: text,
  still_placeholder: text,
  is_playable: z.boolean(),
});

export const titleRow = cardRow.extend({
  original_title: text,
  description: text,
  plot: text,
  language: text,
  countries: z.array(z.string()),
  keywords: z.array(z.string()),
  imdb_rating: z.number().nullable(),
  rating_count: z.number(),
  published_at: text,
  is_playable: z.boolean(),
  category: category.nullable(),
  credits: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      photo_path: text,
      role: z.enum(CREDIT_ROLES),
      character: text,
    }),
  ),
  episodes: z.array(episodeRow),
  subtitle_languages: z.array(z.string()),
  audio_languages: z.array(z.string()),
  collections: z.array(named),
  similar: z.array(cardRow),
});

export const personRow = z.object({
  slug: z.string(),
  name: z.string(),
  biography: text,
  photo_path: text,
  photo_placeholder: text,
  titles: z.array(
    cardRow.extend({
      roles: z.array(z.enum(CREDIT_ROLES)),
      characters: z.array(z.string()),
      billing: z.number(),
      views: z.number(),
      plays: z.boolean(),
    }),
  ),
});

export const searchRow = z.object({
  titles: z.array(cardRow),
  people: z.array(
    z.object({ slug: z.string(), name: z.string(), photo_path: text, photo_placeholder: text }),
  ),
  episodes: z.array(episodeRow.extend({ series: cardRow })),
  /** The name that was probably meant, where nothing is called what was typed. */
  meant: text,
  /** What many watch, where nothing was found. */
  popular: z.array(cardRow),
});

export type CardRow = z.output<typeof cardRow>;
export type EpisodeRow = z.output<typeof episodeRow>;
export type TitleRow = z.output<typeof titleRow>;
