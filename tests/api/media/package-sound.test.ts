import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkStream } from "@/tests/fixtures/media/check-stream";
import { CLIPS, ffmpeg } from "@/tests/fixtures/media/clips";
import { LIMIT_MS, openWorkshop, piece, type Workshop } from "@/tests/fixtures/media/workshop";

describe(`the sound and the subtitles of a stream (${CLIPS.source})`, { concurrent: true }, () => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await openWorkshop();
  });
  afterAll(() => workshop.close());

  it(
    "brings sound near -23 LUFS, be it whispered or shouted",
    async () => {
      for (const [name, decibels] of [
        ["quiet", -12],
        ["loud", 6],
      ] as const) {
        const made = await workshop.pack(
          await workshop.make(`${name}.mkv`, [
            ...piece(12),
            "-af",
            `volume=${decibels}dB`,
            "-c:v",
            "copy",
            "-c:a",
            "aac",
          ]),
        );
        const track = path.join(made.folder, made.stream.audioTracks[0]?.path ?? "");
        const report = await ffmpeg("-v", "info", "-i", track, "-af", "ebur128", "-f", "null", "-");
        const integrated = Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(report)?.[1]);
        expect(Math.abs(integrated + 23)).toBeLessThan(1.5);
      }
    },
    LIMIT_MS,
  );

  it(
    "of a silent film has no sound track",
    async () => {
      const made = await workshop.pack(
        await workshop.make("silent.mp4", [...piece(5), "-an", "-c:v", "libx264", "-preset", "ultrafast"]),
      );
      await checkStream(made.folder, made.stream, 5);
      expect(made.stream.audioTracks).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    "of 5.1 sound keeps the dialogue of the centre in stereo",
    async () => {
      const centre = "pan=5.1|FL=0*c0|FR=0*c0|FC=c0|LFE=0*c0|BL=0*c0|BR=0*c0";
      const made = await workshop.pack(
        await workshop.make("surround.mkv", [...piece(8), "-c:v", "copy", "-af", centre, "-c:a", "ac3"]),
      );
      await checkStream(made.folder, made.stream, made.stream.durationSeconds);
      const file = path.join(made.folder, made.stream.audioTracks[0]?.path ?? "");
      const output = await ffmpeg(
        "-v",
        "info",
        "-i",
        file,
        "-af",
        "astats=measure_overall=none:measure_perchannel=RMS_level",
        "-f",
        "null",
        "-",
      );
      const levels = [...output.matchAll(/RMS level dB: (-?[\d.]+)/g)].map((match) => Number(match[1]));
      expect(levels).toHaveLength(2);
      expect(Math.abs((levels[0] ?? 0) - (levels[1] ?? 99))).toBeLessThan(0.5);
      expect(levels[0]).toBeGreaterThan(-40);
    },
    LIMIT_MS,
  );

  it(
    "has every sound track with its language, and the subtitles from inside and beside the film",
    async () => {
      const inside = path.join(workshop.root, "inside.srt");
      await writeFile(
        inside,
        "1\n00:00:01,000 --> 00:00:02,000\n<i>Hello</i> & welcome\n\n2\n00:00:03,000 --> 00:00:04,000\n{\\an8}Above\n",
      );
      const tracks = [
        "-map",
        "0:v",
        "-map",
        "0:a",
        "-map",
        "0:a",
        "-map",
        "1:0",
        "-c:v",
        "copy",
        "-c:a",
        "aac",
        "-c:s",
        "srt",
      ];
      const tags = [
        "-metadata:s:a:0",
        "language=eng",
        "-metadata:s:a:1",
        "language=vie",
        "-metadata:s:a:1",
        "title=Thuyết minh",
        "-disposition:a:0",
        "0",
        "-disposition:a:1",
        "default",
        "-metadata:s:s:0",
        "language=ger",
      ];
      const file = await workshop.make("tracks.mkv", [...piece(6), "-i", inside, ...tracks, ...tags]);
      await writeFile(
        path.join(workshop.root, "tracks.fr.srt"),
        Buffer.from("1\r\n00:00:01,000 --> 00:00:02,500\r\nCaf\xe9 d\xe9j\xe0\r\n", "latin1"),
      );
      await writeFile(
        path.join(workshop.root, "tracks.vi.sdh.ass"),
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\b1}Xin chào{\\b0}\\Nbạn\n",
      );
      await writeFile(path.join(workshop.root, "tracks.en.vtt"), "not a subtitle at all");
      const made = await workshop.pack(file);
      await checkStream(made.folder, made.stream, made.stream.durationSeconds);
      expect(made.stream.audioTracks).toMatchObject([
        { path: "audio-0-en.mp4", language: "en", label: "English", isDefault: false },
        { path: "audio-1-vi.mp4", language: "vi", label: "Tiếng Việt (Thuyết minh)", isDefault: true },
      ]);
      expect(made.stream.subtitles).toMatchObject([
        { language: "fr", path: "subtitles-fr.vtt", kind: "subtitles" },
        { language: "vi", path: "subtitles-vi.vtt", kind: "sdh" },
        { language: "de", path: "subtitles-de.vtt", kind: "subtitles" },
      ]);
      const text = (name: string) => readFile(path.join(made.folder, name), "utf8");
      expect(await text("subtitles-fr.vtt")).toContain("00:00:01.000 --> 00:00:02.500\nCafé déjà\n");
      expect(await text("subtitles-vi.vtt")).toMatch(/Xin chào(<\/b>)?\nbạn/);
      expect(await text("subtitles-de.vtt")).toContain("<i>Hello</i> &amp; welcome");
      expect(await text("subtitles-de.vtt")).toMatch(/\nAbove\n/);
    },
    LIMIT_MS,
  );

  it(
    "starts sound and picture together when the file does not",
    async () => {
      const late = await workshop.make("late.mkv", [
        "-i",
        CLIPS.film480,
        "-itsoffset",
        "0.7",
        "-i",
        CLIPS.film480,
        "-map",
        "0:v",
        "-map",
        "1:a",
        "-t",
        "6",
        "-c:v",
        "copy",
        "-c:a",
        "aac",
      ]);
      const made = await workshop.pack(late);
      await checkStream(made.folder, made.stream, made.stream.durationSeconds);
      const output = await ffmpeg(
        "-v",
        "info",
        "-i",
        path.join(made.folder, made.stream.audioTracks[0]?.path ?? ""),
        "-af",
        "silencedetect=n=-60dB:d=0.3",
        "-f",
        "null",
        "-",
      );
      expect(Number(/silence_end: ([\d.]+)/.exec(output)?.[1])).toBeGreaterThan(0.6);
    },
    LIMIT_MS,
  );
});
