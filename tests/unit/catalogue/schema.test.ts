import { describe, expect, test } from "vitest";
import { browsePath } from "@/lib/catalogue/browse-path";
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
      yearFrom: "1990",
      yearTo: "2001",
      sort: "title",
    });
    const address = new URL(browsePath(filters), "http://localhost");
    expect(browseFilters.parse(Object.fromEntries(address.searchParams))).toEqual(filters);
  });

  test.each([
    { type: "podcast" },
    { yearFrom: "soon" },
    { yearTo: "99999" },
    { category: "../admin" },
    { language: "'; drop table" },
    { sort: "id; drop table movies" },
    { genre: "x".repeat(61) },
  ])("leaves out what makes no sense: %j", (query) => {
    expect(browseFilters.parse(query)).toEqual({ sort: "newest" });
  });
});

describe("a cursor", () => {
  test("comes back as it went, with any letters in it", () => {
    expect(cursorSchema.parse(encodeCursor(["Đèn “x” 光", ID]))).toEqual(["Đèn “x” 光", ID]);
  });

  test.each([
    "",
    "nonsense",
    Buffer.from('["a"]').toString("base64url"),
    Buffer.from(`["a","${ID}","more"]`).toString("base64url"),
    Buffer.from('["a","not an id"]').toString("base64url"),
    "A".repeat(601),
  ])("that somebody made up is refused: %s", (cursor) => {
    expect(browseQuery.safeParse({ cursor }).success).toBe(false);
  });
});

test("a question of more than 100 letters is refused", () => {
  expect(searchQuery.safeParse({ q: "x".repeat(101) }).success).toBe(false);
  expect(searchQuery.parse({ q: "  amélie " })).toEqual({ q: "amélie" });
});
