import { describe, expect, test } from "vitest";
import { chooseSubtitle, subtitleToShow } from "@/lib/playback/client/choose-subtitle";
import { cuesAt, nextChange } from "@/lib/playback/client/cues-at";
import { bestLanguage } from "@/lib/playback/language";
import { preferAudio } from "@/lib/playback/manifest";
import type { SubtitleChoice } from "@/lib/playback/schema";

const cue = (startTime: number, endTime: number) => ({ startTime, endTime });
const film = Array.from({ length: 2000 }, (_, index) => cue(index * 3, index * 3 + 2));

describe("a line is shown from its first moment to its last", () => {
  test("between two lines there is none", () => {
    expect(cuesAt(film, 3.0)).toEqual([cue(3, 5)]);
    expect(cuesAt(film, 4.999)).toEqual([cue(3, 5)]);
    expect(cuesAt(film, 5.0)).toEqual([]);
    expect(cuesAt(film, -1)).toEqual([]);
    expect(cuesAt(film, 99_999)).toEqual([]);
  });

  test("two that overlap are shown in the order of their beginning", () => {
    const overlapping = [cue(0, 60), cue(10, 12), cue(11, 14), cue(20, 21)];
    expect(cuesAt(overlapping, 11.5)).toEqual([cue(0, 60), cue(10, 12), cue(11, 14)]);
    expect(cuesAt(overlapping, 15)).toEqual([cue(0, 60)]);
  });
});

test("the next look is due when a line begins or ends, and none after the last", () => {
  expect(nextChange(film, 0)).toBe(2);
  expect(nextChange(film, 2)).toBe(3);
  expect(nextChange(film, -5)).toBe(0);
  expect(nextChange([cue(0, 60), cue(10, 12)], 11)).toBe(12);
  expect(nextChange([cue(0, 60), cue(10, 12)], 12)).toBe(60);
  expect(nextChange(film, 6000)).toBeNull();
  expect(nextChange([], 1)).toBeNull();
});

const track = (language: string, isDefault = false): SubtitleChoice => ({
  url: `/${language}`,
  language,
  label: language,
  kind: "subtitles",
  isDefault,
});
const tracks = [track("en", true), track("pt-BR"), track("vi")];
const nobodySaid = { wantsSubtitles: null, subtitleLanguage: null };

describe("the lines to begin with follow what the viewer chose last", () => {
  test("while nobody has said, the film's own default is shown, and none where it has none", () => {
    expect(chooseSubtitle(tracks, nobodySaid)?.language).toBe("en");
    expect(chooseSubtitle([track("en"), track("vi")], nobodySaid)).toBeNull();
  });

  test("off stays off, also where the film has a default", () => {
    expect(chooseSubtitle(tracks, { wantsSubtitles: false, subtitleLanguage: "vi" })).toBeNull();
  });

  test("another region of the language will do", () => {
    const wish = { wantsSubtitles: true, subtitleLanguage: "pt-PT" };
    expect(chooseSubtitle(tracks, wish)?.language).toBe("pt-BR");
  });

  test("a language that the film lacks gives its default", () => {
    expect(chooseSubtitle(tracks, { wantsSubtitles: true, subtitleLanguage: "ko" })?.language).toBe("en");
  });

  test("turned on by key: those of last time, else those of the site's language, else the first", () => {
    expect(subtitleToShow(tracks, "vi", "en")?.language).toBe("vi");
    expect(subtitleToShow(tracks, "ko", "vi")?.language).toBe("vi");
    expect(subtitleToShow(tracks, null, "de")?.language).toBe("en");
    expect(subtitleToShow([], "vi", "en")).toBeNull();
  });
});

describe("the sound follows the viewer's language", () => {
  const audio = (index: number, language: string, isDefault = false) => ({
    index,
    language,
    label: `${language} ${index}`,
    channels: 2,
    codecs: "mp4a.40.2",
    bandwidth: 128_000,
    isDefault,
    isDescription: false,
    path: `a/audio-${index}.mp4`,
    playlistPath: `a/audio-${index}.m3u8`,
  });
  const all = [audio(0, "en"), audio(1, "vi"), audio(2, "en", true)];
  const chosen = (language: string | null) =>
    preferAudio(all, language).find(({ isDefault }) => isDefault)?.index;

  test("never what describes the picture, because of its language alone", () => {
    const described = { ...audio(0, "vi"), isDescription: true };
    const plain = audio(1, "vi");
    expect(preferAudio([described, plain], "vi").map(({ isDefault }) => isDefault)).toEqual([false, true]);
  });

  test("theirs where the film has it, else the film's own", () => {
    expect(chosen("vi")).toBe(1);
    expect(chosen("vi-VN")).toBe(1);
    expect(chosen("fr")).toBe(2);
    expect(chosen(null)).toBe(2);
  });

  test("of two in one language the film's default, not the commentary", () => {
    expect(chosen("en")).toBe(2);
  });

  test("languages differ in case only by accident", () => {
    expect(bestLanguage(["pt-BR"], "PT-br")).toBe(0);
    expect(bestLanguage(["en"], null)).toBe(-1);
  });
});
