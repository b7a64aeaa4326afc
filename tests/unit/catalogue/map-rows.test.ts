import { expect, test } from "vitest";
import { toCard, toTitle } from "@/lib/catalogue/map-rows";
import { titleRow } from "@/lib/catalogue/rows";

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
  audio_languages: [],
  collections: [{ slug: "lamps", title: "Lamps", translations: { vi: { title: "Những ngọn đèn" } } }],
  similar: [],
});

const asker = (locale: "en" | "vi", country: string | null = null) => ({ locale, tier: null, country });

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

test("a title leaves on the last day of its rights in the viewer's country, and on none elsewhere", () => {
  const leaving = { VN: "2026-12-01T00:00:00Z", any: "2026-11-28T00:00:00Z" };
  expect(toTitle({ ...row, leaving }, asker("vi", "VN")).leavesAt).toBe(leaving.VN);
  expect(toTitle({ ...row, leaving }, asker("vi", "KE")).leavesAt).toBe(leaving.any);
  expect(toTitle({ ...row, leaving: { VN: leaving.VN } }, asker("vi")).leavesAt).toBeNull();
});

test("a collection is named in the viewer's language", () => {
  expect(toTitle(row, asker("vi")).collections).toEqual([{ slug: "lamps", title: "Những ngọn đèn" }]);
});

test("unreadable translations do not hide a title", () => {
  expect(titleRow.parse({ ...row, translations: "broken" }).translations).toEqual({});
});
