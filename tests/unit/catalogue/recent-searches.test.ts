import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetSearch, forgetSearches, recentSearches, rememberSearch } from "@/lib/catalogue/search/recent";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("the newest search comes first, once, and the ninth pushes the oldest out", () => {
  for (const query of ["one", "two", "three", "One", "4", "5", "6", "7", "8", "9"])
    rememberSearch("mai", query);
  expect(recentSearches("mai")).toEqual(["9", "8", "7", "6", "5", "4", "One", "three"]);
});

test("a sibling is not offered what somebody else of the household looked for", () => {
  rememberSearch("mai", "a surprise for Linh");
  expect(recentSearches("linh")).toEqual([]);
  expect(recentSearches(null)).toEqual([]);
});

test("one search is removed without the others, and all at once", () => {
  for (const query of ["one", "two"]) rememberSearch("mai", query);
  expect(forgetSearch("mai", "ONE")).toEqual(["two"]);
  expect(forgetSearches("mai")).toEqual([]);
  expect(recentSearches("mai")).toEqual([]);
});

test.each(["not json", '{"a":1}', '[1, null, "", "fine"]'])(
  "what somebody else wrote there (%s) does no harm",
  (text) => {
    localStorage.setItem("cineverse-searches:mai", text);
    expect(recentSearches("mai")).toEqual(text.includes("fine") ? ["fine"] : []);
  },
);

test("nothing is remembered where the browser keeps nothing", () => {
  vi.stubGlobal("localStorage", undefined);
  rememberSearch("mai", "one");
  expect(recentSearches("mai")).toEqual([]);
});
