import { z } from "zod";
import { ACCESS_LEVELS, CREDIT_ROLES } from "@/lib/catalogue/choices";

// docs/import-format.md describes this for people.

const slug = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case letters and digits joined by hyphens");
const line = (maximum: number) => z.string().trim().min(1).max(maximum);
const words = (maximum: number, count: number) => z.array(line(maximum)).max(count).default([]);
const seconds = z.number().nonnegative().max(1_000_000);
const file = z.string().min(1).max(500);

const segment = z.object({ kind: z.enum(["intro", "recap", "credits"]), start: seconds, end: seconds });
const subtitle = z.object({
  language: line(35),
  label: line(100),
  path: file.optional(),
  isDefault: z.boolean().optional(),
});
const playable = {
  media: file.optional(),
  durationSeconds: seconds.optional(),
  segments: z.array(segment).default([]),
  subtitles: z.array(subtitle).default([]),
};

const episode = z.object({
  number: z.number().int().min(0).max(5000),
  slug: slug.optional(),
  title: line(300),
  description: line(5000).optional(),
  still: file.optional(),
  ...playable,
});

const translation = z.object({
  title: line(300).optional(),
  tagline: line(300).optional(),
  description: line(5000).optional(),
});

export const titleSchema = z.object({
  slug: slug.optional(),
  type: z.enum(["movie", "series"]).default("movie"),
  title: line(300),
  originalTitle: line(300).optional(),
  tagline: line(300).optional(),
  description: line(5000).optional(),
  plot: line(50_000).optional(),
  year: z.number().int().min(1870).max(2200).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a BCP 47 language")
    .optional(),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, "must be ISO 3166 codes such as VN"))
    .max(50)
    .default([]),
  genres: words(60, 30),
  keywords: words(60, 100),
  maturityRating: z.union([0, 7, 12, 16, 18].map((level) => z.literal(level))).optional(),
  imdbRating: z.number().min(0).max(10).optional(),
  imdbId: z
    .string()
    .regex(/^tt[0-9]{5,10}$/)
    .optional(),
  tmdbId: z.number().int().positive().optional(),
  accessLevel: z.enum(ACCESS_LEVELS).default("free"),
  category: slug.optional(),
  featured: z.boolean().default(false),
  publishedAt: z.iso.datetime({ offset: true }).optional(),
  credits: z
    .array(
      z.object({
        person: line(200),
        role: z.enum(CREDIT_ROLES).catch("other"),
        character: line(200).optional(),
      }),
    )
    .max(500)
    .default([]),
  poster: file.optional(),
  backdrop: file.optional(),
  translations: z.record(z.string().max(10), translation).optional(),
  seasons: z
    .array(z.object({ season: z.number().int().min(0).max(200), episodes: z.array(episode).max(5000) }))
    .max(200)
    .default([]),
  ...playable,
});

/** The short form of open film lists: an array of these. */
export const listedTitleSchema = z.object({
  title: z.string(),
  year: z.number().int().optional(),
  cast: z.array(z.string()).default([]),
  genres: z.array(z.string()).default([]),
  extract: z.string().nullish(),
  href: z.string().nullish(),
  thumbnail: z.string().nullish(),
});

export const catalogueSchema = z.object({
  version: z.literal(1),
  categories: z
    .array(
      z.object({
        slug,
        name: line(80),
        description: line(1000).optional(),
        position: z.number().int().default(0),
        translations: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .default([]),
  people: z.array(z.object({ slug, name: line(200), biography: line(10_000).optional() })).default([]),
  titles: z.array(z.unknown()),
});

export type ImportedTitle = z.output<typeof titleSchema>;
export type ImportedEpisode = z.output<typeof episode>;
export type ImportedCategory = z.output<typeof catalogueSchema>["categories"][number];
export type ImportedPerson = z.output<typeof catalogueSchema>["people"][number];
