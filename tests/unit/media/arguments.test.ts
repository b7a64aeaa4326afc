import { describe, expect, it } from "vitest";
import { MediaError } from "@/lib/media/errors";
import { readArguments } from "@/lib/media/ingest/arguments";
import { assetIdOf } from "@/lib/media/ingest/content-hash";
import { planTitle, requireOptionsForMany } from "@/lib/media/ingest/plan";

const options = (...argv: string[]) => {
  const given = readArguments(["film.mp4", ...argv]);
  if (!given) throw new Error("asked for help");
  return given.options;
};

describe("the command line", () => {
  it("takes a file and its options", () => {
    expect(
      options("--title", "A", "--year", "1999", "--access", "premium", "--genre", "Drama", "--genre", "War"),
    ).toMatchObject({
      title: "A",
      year: 1999,
      access: "premium",
      maturity: 16,
      genre: ["Drama", "War"],
    });
  });

  it("asks for help", () => {
    expect(readArguments(["--help"])).toBeNull();
  });

  it.each([
    [[], "Name a video file"],
    [["a.mp4", "b.mp4"], "One file or folder at a time"],
    [["a.mp4", "--colour", "red"], "--colour"],
    [["a.mp4", "--access", "gold"], "--access must be free, basic or premium"],
    [["a.mp4", "--year", "soon"], "--year must be a whole number"],
    [["a.mp4", "--year", "3000"], "--year must be at most 2200"],
    [["a.mp4", "--season", "1", "--episode", "2"], "need --series"],
    [["a.mp4", "--title", " "], "--title must not be empty"],
    [["a.mp4", "--title"], "--title"],
    [["a.mp4", "--to", "/title/x"], "the last part of a title's address"],
    [["a.mp4", "--to", "x", "--access", "free"], "--access does not go with --to"],
  ])("%j is refused with a sentence", (argv, sentence) => {
    expect(() => readArguments(argv)).toThrow(MediaError);
    expect(() => readArguments(argv)).toThrow(sentence);
  });
});

describe("what a file becomes", () => {
  it("is a film by its name, and options win", () => {
    expect(planTitle("/x/Night (1999).mkv", options())).toEqual({
      type: "movie",
      title: "Night",
      year: 1999,
      episode: null,
    });
    expect(planTitle("/x/Night (1999).mkv", options("--title", "Day", "--year", "2000"))).toMatchObject({
      title: "Day",
      year: 2000,
    });
  });

  it("is an episode by its name or by --series", () => {
    expect(planTitle("/x/Harbour.S01E02.mkv", options())).toEqual({
      type: "series",
      title: "Harbour",
      year: null,
      episode: { season: 1, number: 2, title: "Episode 2" },
    });
    const given = options("--series", "Harbour", "--season", "2", "--episode", "3", "--title", "Fog");
    expect(planTitle("/x/anything.mkv", given).episode).toEqual({ season: 2, number: 3, title: "Fog" });
  });

  it("is refused when nobody says which episode or series it is", () => {
    expect(() => planTitle("/x/anything.mkv", options("--series", "Harbour"))).toThrow("--episode");
    expect(() => planTitle("/x/S01E02.mkv", options())).toThrow("--series");
  });

  it("cannot give many files one title", () => {
    expect(() => requireOptionsForMany(["a", "b"], options("--title", "A"))).toThrow("--title fits one file");
    expect(() => requireOptionsForMany(["a"], options("--title", "A"))).not.toThrow();
  });
});

it("makes the same valid id of the same content", () => {
  const id = assetIdOf("0123456789abcdef".repeat(4));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(assetIdOf("0123456789abcdef".repeat(4))).toBe(id);
  expect(assetIdOf("f".repeat(64))).not.toBe(id);
});
