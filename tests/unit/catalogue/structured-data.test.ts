import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { toTitle } from "@/lib/catalogue/map-rows";
import { titleRow } from "@/lib/catalogue/rows";
import { collectionData, personData, titleData } from "@/lib/catalogue/structured-data";
import { stubEnvironment } from "../platform/stub-env";

const SITE = "https://cineverse.example";
beforeEach(stubEnvironment);

// What search engines ask of each kind (schema.org, and Google's required and recommended properties).
const url = z.url().startsWith(SITE);
const person = z.object({ "@type": z.literal("Person"), name: z.string().min(1), url });
const rating = z.object({
  "@type": z.literal("AggregateRating"),
  ratingValue: z.number().min(0).max(10),
  bestRating: z.literal(10),
  worstRating: z.literal(0),
  ratingCount: z.number().int().positive(),
});
const work = {
  name: z.string().min(1),
  url,
  image: url,
  dateCreated: z.string().regex(/^\d{4}$/),
  genre: z.array(z.string()),
  contentRating: z.string(),
  director: z.array(person),
  actor: z.array(person),
  aggregateRating: rating.optional(),
};
const movie = z.object({ "@type": z.literal("Movie"), ...work, duration: z.string().regex(/^PT\d+S$/) });
const series = z.object({
  "@type": z.literal("TVSeries"),
  ...work,
  numberOfSeasons: z.number().int().positive(),
  containsSeason: z.array(
    z.object({
      "@type": z.literal("TVSeason"),
      seasonNumber: z.number(),
      numberOfEpisodes: z.number(),
      episode: z.array(
        z.object({ "@type": z.literal("TVEpisode"), episodeNumber: z.number(), name: z.string() }),
      ),
    }),
  ),
});
const trail = z.object({
  "@type": z.literal("BreadcrumbList"),
  itemListElement: z
    .array(
      z.object({ "@type": z.literal("ListItem"), position: z.number(), name: z.string().min(1), item: url }),
    )
    .min(2)
    .refine((list) => list.every(({ position }, index) => position === index + 1)),
});
const graph = (...things: [z.ZodType, z.ZodType]) =>
  z.strictObject({ "@context": z.literal("https://schema.org"), "@graph": z.tuple(things) });

const asker = { locale: "en", tier: null, country: null } as const;
const base = {
  id: "0190f3a2-7b1c-7e3d-9c55-3f1e2d4c5b6a",
  slug: "the-lamp",
  title: "The Lamp </script><script>alert(1)</script>",
  tagline: null,
  year: 1987,
  duration_seconds: 60,
  maturity_rating: 7,
  access_level: "free",
  genres: ["Drama"],
  average_rating: 8.5,
  poster_path: null,
  poster_placeholder: null,
  backdrop_path: null,
  backdrop_placeholder: null,
  translations: {},
  original_title: null,
  description: "A lamp.",
  plot: null,
  language: "en",
  countries: [],
  keywords: [],
  imdb_rating: null,
  rating_count: 3,
  published_at: null,
  is_playable: true,
  category: null,
  credits: [{ slug: "mai", name: "Mai", photo_path: null, role: "director", character: null }],
  episodes: [],
  subtitle_languages: [],
  audio_languages: [],
  collections: [],
  similar: [],
};
const episode = {
  id: "0190f3a2-7b1c-7e3d-9c55-3f1e2d4c5b61",
  slug: "one",
  season: 1,
  number: 1,
  title: "One",
  description: null,
  duration_seconds: null,
  still_path: null,
  still_placeholder: null,
  is_playable: true,
};
const title = (values: object) => toTitle(titleRow.parse({ ...base, ...values }), asker);

describe("search engines are told", () => {
  test("of a film, with the way to it", () => {
    const written = titleData(title({ type: "movie" }), "Browse", "en");
    expect(graph(movie, trail).parse(JSON.parse(written))["@graph"][0]).toMatchObject({ name: base.title });
  });

  test("of a series, season by season", () => {
    const written = titleData(title({ type: "series", episodes: [episode] }), "Browse", "en");
    graph(series, trail).parse(JSON.parse(written));
  });

  test("no rating of a title that nobody has rated", () => {
    const written = titleData(
      title({ type: "movie", average_rating: null, rating_count: 0 }),
      "Browse",
      "en",
    );
    expect(written).not.toContain("AggregateRating");
  });

  test("of a person", () => {
    const written = personData({
      slug: "mai",
      name: "Mai",
      biography: null,
      photoPath: null,
      photoPlaceholder: null,
      titles: [],
    });
    graph(person, trail).parse(JSON.parse(written));
  });

  test("of a collection, in its order", () => {
    const cards = title({ type: "movie", similar: [{ ...base, type: "movie" }] }).similar;
    const written = collectionData(
      { slug: "lamps", title: "Lamps", description: null, count: 1, cards },
      "Collections",
    );
    const list = z.object({
      "@type": z.literal("ItemList"),
      numberOfItems: z.literal(1),
      itemListElement: z.array(z.object({ "@type": z.literal("ListItem"), position: z.literal(1), url })),
    });
    graph(list, trail).parse(JSON.parse(written));
  });
});

test("a title cannot break out of what is written for search engines", () => {
  expect(titleData(title({ type: "movie" }), "Browse", "en")).not.toContain("<");
});
