import { describe, expect, test } from "vitest";
import { browsePath, canonicalBrowsePath } from "@/lib/catalogue/browse-path";
import { browseFilters, browseQuery, searchQuery } from "@/lib/catalogue/schema";
import { cursorSchema, encodeCursor } from "@/lib/platform/cursor";

const ID = "0190f3a2-7b1c-7e3d-9c55-3f1e2d4c5b6a";

describe("the address of browse", () => {
  test("says nothing about what is left at its default", () => {
    expect(browsePath(browseFilters.parse({}))).toBe("/browse");
    expect(browsePath(browseFilters.parse({ sort: "newest", type: "" }))).toBe("/browse");
  });

  test("keeps every filter on the way there and back", () => {
    const filters = browseFilters.parse({
      type: "series",
      genre: "Sci-Fi & Fantasy",
      category: "late-night",
      language: "vi",
      access: "premium",
      country: "VN",
      years: "1990s",
      length: "epic",
      maturity: "12",
      watchable: "1",
      sdh: "1",
      sort: "title",
    });
    const address = new URL(browsePath(filters), "http://localhost");
    expect(browseFilters.parse(Object.fromEntries(address.searchParams))).toEqual(filters);
  });

  test.each([
    { type: "podcast" },
    { years: "soon" },
    { years: "99999" },
    { years: "1995s" },
    { length: "endless" },
    { maturity: "13" },
    { maturity: "" },
    { country: "Vietnam" },
    { subtitles: "yes" },
    { category: "../admin" },
    { language: "'; drop table" },
    { sort: "id; drop table movies" },
    { genre: "x".repeat(61) },
  ])("leaves out what makes no sense: %j", (query) => {
    expect(browseFilters.parse(query)).toEqual({ sort: "newest" });
  });
});

test("search engines know a list by what it is about, whatever its order, place and finer filters", () => {
  const filters = browseFilters.parse({
    genre: "Drama",
    sort: "title",
    sdh: "1",
    language: "vi",
    years: "1990s",
  });
  expect(canonicalBrowsePath(filters)).toBe("/browse?genre=Drama&years=1990s");
  expect(canonicalBrowsePath(browseFilters.parse({ category: "drama", sort: "year" }))).toBe(
    "/category/drama",
  );
  const narrowed = browseFilters.parse({ category: "drama", type: "series", access: "free" });
  expect(canonicalBrowsePath(narrowed)).toBe("/browse?type=series");
  expect(canonicalBrowsePath(browseFilters.parse({ sort: "popular" }))).toBe("/browse");
});

test("a number of pages that makes no sense is one", () => {
  for (const pages of ["0", "21", "x", "-1", "1e9"]) expect(browseQuery.parse({ pages }).pages).toBe(1);
  expect(browseQuery.parse({ pages: "7" }).pages).toBe(7);
});

describe("a cursor", () => {
  test("comes back as it went, with any letters in it", () => {
    expect(cursorSchema.parse(encodeCursor(["Đèn “x” 光", ID]))).toEqual(["Đèn “x” 光", ID]);
  });

  test("comes back also after the longest title there is, whatever its letters", () => {
    for (const title of ["🎬".repeat(150), "光".repeat(300), '"'.repeat(300)])
      expect(cursorSchema.parse(encodeCursor([title, ID]))).toEqual([title, ID]);
  });

  test.each([
    "",
    "nonsense",
    Buffer.from('["a"]').toString("base64url"),
    Buffer.from(`["a","${ID}","more"]`).toString("base64url"),
    Buffer.from('["a","not an id"]').toString("base64url"),
    Buffer.from(`["\\ud800","${ID}"]`).toString("base64url"),
    Buffer.from(`["${"a".repeat(401)}","${ID}"]`).toString("base64url"),
    "A".repeat(2_201),
  ])("that somebody made up is refused: %s", (cursor) => {
    expect(browseQuery.safeParse({ cursor }).success).toBe(false);
  });
});

test("a question of more than 100 letters is refused", () => {
  expect(searchQuery.safeParse({ q: "x".repeat(101) }).success).toBe(false);
  expect(searchQuery.parse({ q: "  amélie " })).toEqual({ q: "amélie" });
});
