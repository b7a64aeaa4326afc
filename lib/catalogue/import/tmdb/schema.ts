import { z } from "zod";

const text = z
  .string()
  .nullish()
  .transform((value) => value || null);
const id = z.number().int().positive();

export const configurationSchema = z.object({
  images: z.object({
    secure_base_url: z.string(),
    poster_sizes: z.array(z.string()),
    backdrop_sizes: z.array(z.string()),
  }),
});

/** Films carry title and release_date, series name and first_air_date: one shape from here on. */
export const searchSchema = z.object({
  results: z.array(
    z
      .object({
        id,
        title: text,
        name: text,
        original_title: text,
        original_name: text,
        release_date: text,
        first_air_date: text,
      })
      .transform((found) => ({
        id: found.id,
        titles: [found.title, found.name, found.original_title, found.original_name].filter(
          (title) => title !== null,
        ),
        year: yearOf(found.release_date ?? found.first_air_date),
      })),
  ),
});

export const detailsSchema = z.object({
  id,
  overview: text,
  tagline: text,
  genres: z.array(z.object({ name: z.string() })).default([]),
  runtime: z.number().nullish(),
  original_language: text,
  imdb_id: text,
  poster_path: text,
  backdrop_path: text,
  created_by: z.array(z.object({ name: z.string() })).default([]),
  external_ids: z.object({ imdb_id: text }).optional(),
  credits: z
    .object({
      cast: z
        .array(z.object({ name: z.string(), character: text, order: z.number().default(0) }))
        .default([]),
      crew: z.array(z.object({ name: z.string(), job: z.string() })).default([]),
    })
    .default({ cast: [], crew: [] }),
});

export type SearchResult = z.output<typeof searchSchema>["results"][number];
export type Details = z.output<typeof detailsSchema>;

function yearOf(date: string | null): number | null {
  const year = Number.parseInt(date ?? "", 10);
  return Number.isNaN(year) ? null : year;
}
