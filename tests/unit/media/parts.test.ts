import { describe, expect, it } from "vitest";
import { videoCodecOf } from "@/lib/media/pipeline/codecs";
import { languageName, toLanguage, trackLabel } from "@/lib/media/pipeline/language";
import { parseLoudness, stereoFilters } from "@/lib/media/pipeline/loudness";
import { chooseSamples } from "@/lib/media/pipeline/posters";
import { Stages } from "@/lib/media/pipeline/stages";
import { thumbnailTrack } from "@/lib/media/pipeline/thumbnails";
import { isCutShort } from "@/lib/media/pipeline/verify";
import { parseSideObjectName, sideObjectName } from "@/lib/media/work/source";

describe("a track's language", () => {
  it.each([
    ["eng", "en"],
    ["ger", "de"],
    ["pt_BR", "pt-BR"],
    ["vie", "vi"],
    ["", "und"],
    ["../x", "und"],
    ["english language", "und"],
  ])("%s is %s", (tag, language) => expect(toLanguage(tag)).toBe(language));

  it("is named in itself, with the track's title where that adds something", () => {
    expect(languageName("vi")).toBe("Tiếng Việt");
    expect(trackLabel("en", undefined, "Audio 1")).toBe("English");
    expect(trackLabel("en", "Director's commentary", "Audio 1")).toBe("English (Director's commentary)");
    expect(trackLabel("und", "", "Audio 1")).toBe("Audio 1");
    expect(trackLabel("en", "line\nbreak\u0007", "Audio 1")).toBe("English (line break)");
  });
});

describe("loudness", () => {
  const report = (loudness: string) =>
    `noise {\n[Parsed_loudnorm_2 @ 0x1]\n{ "input_i": "${loudness}", "input_tp": "-3.1", "input_lra": "8.0", "input_thresh": "-34.0", "output_i": "x", "target_offset": "0.3" }\n`;

  it("is read from the filter's report", () => {
    expect(parseLoudness(report("-24.50"))?.input_i).toBe(-24.5);
  });

  it("is nothing for silence and for a report that is not there", () => {
    expect(parseLoudness(report("-inf"))).toBeNull();
    expect(parseLoudness(report("-70.00"))).toBeNull();
    expect(parseLoudness("")).toBeNull();
  });

  it("mixes only surround down by hand", () => {
    expect(stereoFilters(2).join()).not.toContain("pan=");
    expect(stereoFilters(6).join()).toContain("pan=stereo|FL=FL+0.707*FC");
  });
});

describe("scrubbing pictures", () => {
  it("are 25 to a sheet, the last one as long as the film", () => {
    const cues = thumbnailTrack(27, 263.5, 90).split("\n\n").slice(1);
    expect(cues[6]).toBe("00:01:00.000 --> 00:01:10.000\nthumbnails-1.jpg#xywh=160,90,160,90");
    expect(cues[25]).toContain("thumbnails-2.jpg#xywh=0,0,160,90");
    expect(cues[26]).toContain("00:04:20.000 --> 00:04:23.500");
  });
});

describe("poster candidates", () => {
  it("are the best ones, apart from each other and none black", () => {
    const samples = [0, 10, 20, 30, 40].map((second) => ({ second, score: second === 30 ? 0 : 50 - second }));
    expect(chooseSamples(samples, 5).map((sample) => sample.second)).toEqual([0, 10, 20]);
    expect(chooseSamples(samples, 8).map((sample) => sample.second)).toEqual([0, 20, 40]);
  });
});

it("progress of stages never goes back and ends at one", () => {
  const seen: number[] = [];
  const stages = new Stages({ first: 1, second: 3 }, (fraction) => seen.push(fraction));
  const first = stages.of("first", 10);
  first(5);
  first(2);
  const second = stages.of("second");
  second(0.5);
  second(9);
  expect(seen).toEqual([0.125, 0.125, 0.625, 1]);
});

it("reads the codec's name from the configuration box", () => {
  expect(videoCodecOf(Buffer.from("....avcC\u0001\u0064\u0000\u001f", "latin1"))).toBe("avc1.64001F");
  expect(() => videoCodecOf(Buffer.from("nothing"))).toThrow("H.264");
});

it("knows a film that is cut short from one whose sound is longer", () => {
  const film = (declaredSeconds: number | null) => ({ durationSeconds: 100, video: { declaredSeconds } });
  expect(isCutShort(90, film(100))).toBe(true);
  expect(isCutShort(99.9, film(100))).toBe(false);
  expect(isCutShort(90, film(90))).toBe(false);
  expect(isCutShort(96, film(null))).toBe(false);
  expect(isCutShort(80, film(null))).toBe(true);
});

it("keeps everything about a side file in its object's name", () => {
  const side = { path: "/x/film.pt-BR.sdh.srt", format: "srt", language: "pt-BR", kind: "sdh" } as const;
  expect(parseSideObjectName(sideObjectName(side, 3))).toEqual({
    format: "srt",
    language: "pt-BR",
    kind: "sdh",
  });
  expect(parseSideObjectName("source.mp4")).toBeNull();
  expect(parseSideObjectName("side.1.en.evil.srt")).toBeNull();
});
