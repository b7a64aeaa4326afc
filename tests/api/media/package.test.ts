import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PackagedSource, packageSource } from "@/lib/media/pipeline/package";
import { probe } from "@/lib/media/pipeline/probe";
import { findTools, type MediaTools } from "@/lib/media/pipeline/tools";
import { verifyWhole } from "@/lib/media/pipeline/verify";
import { findSideFiles } from "@/lib/media/subtitles/side-files";
import { checkStream } from "@/tests/fixtures/media/check-stream";
import { CLIPS, ffmpeg, ffprobe, SKIP_REASON } from "@/tests/fixtures/media/clips";

const LIMIT_MS = 180_000;

describe.skipIf(!CLIPS)(`a stream made of real footage${CLIPS ? "" : ` (${SKIP_REASON})`}`, () => {
  const clips = CLIPS ?? { sintel: "", bunny: "" };
  let root: string;
  let tools: MediaTools;
  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), "cineverse-package-"));
    tools = await findTools();
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  async function make(name: string, args: string[]): Promise<string> {
    const file = path.join(root, name);
    await ffmpeg(...args, `file:${file}`);
    return file;
  }

  async function pack(file: string): Promise<PackagedSource & { folder: string }> {
    const folder = await mkdtemp(path.join(root, "out-"));
    const result = await packageSource(tools, {
      sourcePath: file,
      sideFiles: await findSideFiles(file),
      folder,
    });
    return { ...result, folder };
  }

  const heights = ({ stream }: PackagedSource) => stream.renditions.map((rendition) => rendition.height);
  const piece = (seconds: number) => ["-ss", "6", "-t", String(seconds), "-i", clips.bunny];

  it(
    "has the whole ladder of an ordinary film, one sound track, and pictures that are not black",
    async () => {
      const progress: number[] = [];
      const folder = await mkdtemp(path.join(root, "out-"));
      const options = {
        sourcePath: clips.sintel,
        sideFiles: [],
        folder,
        onProgress: (value: number) => progress.push(value),
      };
      const made = await packageSource(tools, options);
      await checkStream(folder, made.stream, 26.12);
      expect(heights(made)).toEqual([240, 360, 480]);
      expect(made.stream.audioTracks).toMatchObject([
        { index: 0, language: "und", channels: 2, isDefault: true },
      ]);
      expect(made.posters).toEqual(["poster-1.jpg", "poster-2.jpg", "poster-3.jpg"]);
      expect(progress).toEqual([...progress].sort((one, other) => one - other));
      expect(progress.at(-1)).toBe(1);
    },
    LIMIT_MS,
  );

  it(
    "brings sound near -23 LUFS, be it whispered or shouted",
    async () => {
      for (const [name, decibels] of [
        ["quiet", -12],
        ["loud", 6],
      ] as const) {
        const made = await pack(
          await make(`${name}.mkv`, [
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
      const made = await pack(
        await make("silent.mp4", [...piece(5), "-an", "-c:v", "libx264", "-preset", "ultrafast"]),
      );
      await checkStream(made.folder, made.stream, 5);
      expect(made.stream.audioTracks).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    "of a phone video that was held upright stands upright",
    async () => {
      const flat = await make("flat.mp4", [
        ...piece(5),
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-c:a",
        "aac",
      ]);
      const file = await make("rotated.mp4", ["-display_rotation", "90", "-i", flat, "-c", "copy"]).catch(
        () => make("rotated.mp4", ["-i", flat, "-c", "copy", "-metadata:s:v:0", "rotate=90"]),
      );
      const made = await pack(file);
      await checkStream(made.folder, made.stream, 5);
      expect(heights(made)).toEqual([240, 360, 480, 640]);
      for (const { width, height } of made.stream.renditions)
        expect(Math.abs(width / height - 360 / 640)).toBeLessThan(0.01);
    },
    LIMIT_MS,
  );

  it(
    "of a film whose frame rate varies has a constant one",
    async () => {
      const drop = "select='not(eq(mod(n,5),2))*not(between(n,40,52))'";
      const file = await make("variable.mkv", [
        ...piece(6),
        "-vf",
        drop,
        "-fps_mode",
        "vfr",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-c:a",
        "aac",
      ]);
      const made = await pack(file);
      await checkStream(made.folder, made.stream, 6);
    },
    LIMIT_MS,
  );

  it(
    "of HEVC in 10 bits, and of HDR, is 8-bit H.264",
    async () => {
      const hevc = [
        ...piece(4),
        "-c:v",
        "libx265",
        "-preset",
        "ultrafast",
        "-pix_fmt",
        "yuv420p10le",
        "-c:a",
        "aac",
        "-x265-params",
        "log-level=none",
      ];
      await pack(await make("ten-bit.mp4", hevc)).then((made) => checkStream(made.folder, made.stream, 4));
      const hdr = ["-color_trc", "smpte2084", "-color_primaries", "bt2020", "-colorspace", "bt2020nc"];
      const parameters = "log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc";
      const made = await pack(await make("hdr.mkv", [...hevc.slice(0, -1), parameters, ...hdr]));
      expect(made.source.video.isHdr).toBe(true);
      await checkStream(made.folder, made.stream, 4);
      type Colours = { streams: { color_transfer?: string }[] };
      const { streams } = await ffprobe<Colours>(
        path.join(made.folder, made.stream.renditions[0]?.path ?? ""),
        "-show_streams",
      );
      expect(streams[0]?.color_transfer).not.toBe("smpte2084");
    },
    LIMIT_MS,
  );

  it(
    "of odd sides has even ones",
    async () => {
      const made = await pack(
        await make("odd.mkv", [
          ...piece(4),
          "-vf",
          "scale=427:241",
          "-pix_fmt",
          "yuv444p",
          "-c:v",
          "libx264",
          "-preset",
          "ultrafast",
          "-c:a",
          "aac",
        ]),
      );
      await checkStream(made.folder, made.stream, 4);
      expect(made.stream.renditions).toMatchObject([{ height: 240, width: 426 }]);
    },
    LIMIT_MS,
  );

  it(
    "of stretched pixels has square ones and the right shape",
    async () => {
      const made = await pack(
        await make("pal.mpg", [
          ...piece(4),
          "-vf",
          "scale=720:576,setsar=64/45",
          "-c:v",
          "mpeg2video",
          "-q:v",
          "4",
          "-c:a",
          "mp2",
        ]),
      );
      await checkStream(made.folder, made.stream, made.stream.durationSeconds);
      expect(made.stream.renditions.at(-1)).toMatchObject({ width: 1024, height: 576 });
    },
    LIMIT_MS,
  );

  it(
    "of 5.1 sound keeps the dialogue of the centre in stereo",
    async () => {
      const centre = "pan=5.1|FL=0*c0|FR=0*c0|FC=c0|LFE=0*c0|BL=0*c0|BR=0*c0";
      const made = await pack(
        await make("surround.mkv", [...piece(8), "-c:v", "copy", "-af", centre, "-c:a", "ac3"]),
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
      const inside = path.join(root, "inside.srt");
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
      const file = await make("tracks.mkv", [...piece(6), "-i", inside, ...tracks, ...tags]);
      await writeFile(
        path.join(root, "tracks.fr.srt"),
        Buffer.from("1\r\n00:00:01,000 --> 00:00:02,500\r\nCaf\xe9 d\xe9j\xe0\r\n", "latin1"),
      );
      await writeFile(
        path.join(root, "tracks.vi.sdh.ass"),
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\b1}Xin chào{\\b0}\\Nbạn\n",
      );
      await writeFile(path.join(root, "tracks.en.vtt"), "not a subtitle at all");
      const made = await pack(file);
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
      const late = await make("late.mkv", [
        "-i",
        clips.sintel,
        "-itsoffset",
        "0.7",
        "-i",
        clips.sintel,
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
      const made = await pack(late);
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

  it(
    "takes any name as a name",
    async () => {
      for (const name of [`it's a "film" $(touch x) ; & %d.mkv`, "-vf.mkv", "http:x.mkv", "concat:a|b.mkv"]) {
        const folder = path.join(root, "names");
        await mkdir(folder, { recursive: true });
        const file = path.join(folder, name);
        await ffmpeg(...piece(2), "-c", "copy", `file:${file}`);
        const source = await probe(tools, file);
        expect(await verifyWhole(tools, source)).toBeGreaterThan(1.5);
        if (name.includes("$")) expect((await pack(file)).stream.renditions.length).toBeGreaterThan(0);
        expect((await readdir(folder)).sort()).toEqual([name]);
        await rm(folder, { recursive: true });
      }
    },
    LIMIT_MS,
  );
});
