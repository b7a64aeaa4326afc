import { expect, test } from "vitest";
import { toCard, toTitle } from "@/lib/catalogue/map-rows";
import { titleRow } from "@/lib/catalogue/rows";
import { toStructuredData } from "@/lib/catalogue/structured-data";

const row = titleRow.parse({
  id: "0190f3a2-7b1c-7e3d-9c55-3f1e2d4c5b6a",
  slug: "the-lamp",
  type: "series",
  title: "The Lamp </script><script>alert(1)</script>",
  tagline: null,
  year: 1987,
  duration_seconds: 60,
  maturity_rating: 7,
  access_level: "free",
  genres: ["Drama"],
  average_rating: null,
  poster_path: null,
  poster_placeholder: null,
  backdrop_path: null,
  backdrop_placeholder: null,
  translations: { vi: { title: "Ngọn đèn", tagline: "Ai đó giữ lửa." } },
  original_title: null,
  description: "A lamp.",
  plot: null,
  language: "en",
  countries: [],
  keywords: [],
  imdb_rating: null,
  rating_count: 0,
  published_at: null,
  is_playable: true,
  category: null,
  credits: [],
  episodes: [1, 2, 3].map((number) => ({
    id: `0190f3a2-7b1c-7e3d-9c55-3f1e2d4c5b6${number}`,
    slug: `e${number}`,
    season: number === 3 ? 2 : 1,
    number,
    title: `Episode ${number}`,
    description: null,
    duration_seconds: null,
    still_path: null,
    still_placeholder: null,
    is_playable: false,
  })),
  subtitle_languages: [],
  similar: [],
});

const asker = (locale: "en" | "vi") => ({ locale, tier: null });

test("a title speaks the viewer's language where it can, and its own where it cannot", () => {
  expect(toCard(row, "vi")).toMatchObject({ title: "Ngọn đèn", tagline: "Ai đó giữ lửa." });
  expect(toCard(row, "en").title).toBe(row.title);
  expect(toTitle(row, asker("vi"))).toMatchObject({ description: "A lamp.", originalTitle: row.title });
});

test("genres are named in the viewer's language and filtered by their own name", () => {
  const inVietnamese = toTitle({ ...row, genres: ["Drama", "Submarines"] }, asker("vi"));
  expect(inVietnamese.genres).toEqual(["Chính kịch", "Submarines"]);
  expect(inVietnamese.genreFilters[0]).toEqual({ name: "Drama", label: "Chính kịch" });
});

test("episodes are gathered by season", () => {
  expect(toTitle(row, asker("en")).seasons.map(({ season, episodes }) => [season, episodes.length])).toEqual([
    [1, 2],
    [2, 1],
  ]);
});

test("a title cannot break out of the description for search engines", () => {
  const written = toStructuredData(toTitle(row, asker("en")));
  expect(written).not.toContain("<");
  expect(JSON.parse(written)).toMatchObject({ "@type": "TVSeries", name: row.title, numberOfSeasons: 2 });
});

test("unreadable translations do not hide a title", () => {
  expect(titleRow.parse({ ...row, translations: "broken" }).translations).toEqual({});
});
