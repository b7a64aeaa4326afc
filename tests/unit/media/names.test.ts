import { describe, expect, it } from "vitest";
import { readFileName, toSlug } from "@/lib/media/ingest/names";
import { parseSideName } from "@/lib/media/subtitles/side-files";

describe("a file's name", () => {
  it.each([
    ["Night Train", "Night Train", null],
    ["Night Train (1999)", "Night Train", 1999],
    ["Night.Train.1999.1080p.BluRay.x264-GROUP", "Night Train", 1999],
    ["2001 A Space Walk (1968)", "2001 A Space Walk", 1968],
    ["night_train_720p", "night train", null],
    ['it\'s a "film" $(touch x)', 'it\'s a "film" $(touch x)', null],
    ["1917", "1917", null],
  ])("%s is a film", (stem, title, year) => {
    expect(readFileName(stem)).toEqual({ title, year, episode: null });
  });

  it.each([
    [
      "Harbour.S01E02.The.Start.1080p.WEB-DL",
      { series: "Harbour", season: 1, number: 2, title: "The Start" },
    ],
    ["Harbour - s2e10", { series: "Harbour", season: 2, number: 10, title: null }],
    ["S03E04", { series: "", season: 3, number: 4, title: null }],
    ["Harbour 1x05 Fog", { series: "Harbour", season: 1, number: 5, title: "Fog" }],
  ])("%s is an episode", (stem, episode) => {
    expect(readFileName(stem).episode).toEqual(episode);
  });
});

describe("an address", () => {
  it("is made of letters without their marks", () => {
    expect(toSlug("Đường về nhà!", "x")).toBe("duong-ve-nha");
    expect(toSlug("  L'été — 1969 ", "x")).toBe("lete-1969");
  });

  it("falls back where nothing Latin is left", () => {
    expect(toSlug("夜の汽車", "title-12345678")).toBe("title-12345678");
  });
});

describe("a side file's name", () => {
  it.each([
    ["film.srt", { format: "srt", language: "und", kind: "subtitles" }],
    ["film.en.srt", { format: "srt", language: "en", kind: "subtitles" }],
    ["film.eng.sdh.vtt", { format: "vtt", language: "en", kind: "sdh" }],
    ["film.pt-br.forced.ass", { format: "ass", language: "pt-BR", kind: "subtitles" }],
    ["film.hi.srt", { format: "srt", language: "hi", kind: "subtitles" }],
    ["film.en.hi.srt", { format: "srt", language: "en", kind: "sdh" }],
    ["film.vi.SRT", { format: "srt", language: "vi", kind: "subtitles" }],
  ])("%s belongs to film", (name, side) => {
    expect(parseSideName(name, "film")).toEqual(side);
  });

  it.each(["film.txt", "filmography.srt", "other.en.srt", "film.part2.srt"])("%s does not", (name) => {
    expect(parseSideName(name, "film")).toBeNull();
  });
});
