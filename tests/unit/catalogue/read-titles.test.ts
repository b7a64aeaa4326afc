import { describe, expect, test } from "vitest";
import { cleanLine, toSlug } from "@/lib/catalogue/import/clean-text";
import { parseImportArguments } from "@/lib/catalogue/import/parse-arguments";
import { readTitles } from "@/lib/catalogue/import/read-titles";

describe("a list of titles", () => {
  test("gives namesakes of one year slugs of their own, the same ones every time", () => {
    const rows = [{ title: "Hamlet", year: 1913 }, { title: "Hamlet", year: 1913 }, { title: "Hamlet" }];
    const read = () => readTitles(rows, new Map()).titles.map(({ slug }) => slug);
    expect(read()).toEqual(["hamlet-1913", "hamlet-1913-no-2", "hamlet"]);
    expect(read()).toEqual(read());
  });

  test("loses the rows that cannot be read and says which, and keeps the others", () => {
    const { titles, problems } = readTitles(
      [{ title: "Good", year: 1999 }, { year: 1999 }, "text", null, { title: "Bad year", year: 12 }],
      new Map(),
    );
    expect(titles.map(({ title }) => title)).toEqual(["Good"]);
    expect(problems.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
    expect(problems[3]).toMatchObject({ title: "Bad year", reason: expect.stringContaining("year") });
  });

  test("cuts a title of a million letters at a word instead of losing it", () => {
    const [title] = readTitles([{ title: `${"very ".repeat(200_000)}long` }], new Map()).titles;
    expect(title?.title.length).toBeLessThanOrEqual(300);
    expect(title?.title.endsWith("…")).toBe(true);
    expect(title?.slug.length).toBeLessThanOrEqual(200);
  });

  test("has everybody of the cast once and drops names without a letter", () => {
    const [title] = readTitles(
      [{ title: "x", cast: ["Ann", "Ann", "–", "Bo"], genres: ["Drama"] }],
      new Map(),
    ).titles;
    expect(title?.credits.map(({ person }) => person)).toEqual(["Ann", "Bo"]);
  });
});

describe("a catalogue", () => {
  test("of another version is refused as a whole", () => {
    expect(() => readTitles({ version: 2, titles: [] }, new Map())).toThrow(/version/);
  });

  test("names the field of a title that is wrong", () => {
    const { problems } = readTitles({ version: 1, titles: [{ title: "x", maturityRating: 15 }] }, new Map());
    expect(problems).toMatchObject([
      { row: 1, title: "x", reason: expect.stringContaining("maturityRating") },
    ]);
  });
});

describe("text from elsewhere", () => {
  test.each([
    ["style sheets of a wiki", "8.mw-parser-output .frac{white-space:nowrap}½", "8 ½"],
    ["control characters and line ends", "a\u0000b\n\tc", "ab c"],
    ["half a surrogate pair", "a\ud83d", "a\ufffd"],
  ])("loses %s", (_, text, clean) => {
    expect(cleanLine(text, 100)).toBe(clean);
  });

  test.each([
    ["Đêm Tối Rực Rỡ!", "dem-toi-ruc-ro"],
    ["Ocean's 11", "oceans-11"],
    ["七人の侍", "4e03-4eba-306e-4f8d"],
    ["   ", "untitled"],
  ])("%j has the slug %s", (text, slug) => {
    expect(toSlug(text)).toBe(slug);
  });
});

describe("npm run import", () => {
  test("takes files with options, or TMDB with slugs", () => {
    expect(parseImportArguments(["a.json", "b", "--status", "draft", "--maturity", "7"])).toEqual({
      source: "files",
      paths: ["a.json", "b"],
      status: "draft",
      maturityRating: 7,
    });
    expect(parseImportArguments(["tmdb", "heat-1995", "--all"])).toMatchObject({
      slugs: ["heat-1995"],
      isForAll: true,
    });
  });

  test.each([
    [[]],
    [["a.json", "--status", "secret"]],
    [["a.json", "--maturity", "15"]],
    [["a.json", "--wat"]],
  ])("explains itself after %j", (args) => {
    expect(() => parseImportArguments(args)).toThrow(/usage: npm run import/);
  });
});
