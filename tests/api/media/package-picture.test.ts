import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageSource } from "@/lib/media/pipeline/package";
import { probe } from "@/lib/media/pipeline/probe";
import { verifyWhole } from "@/lib/media/pipeline/verify";
import { checkStream } from "@/tests/fixtures/media/check-stream";
import { CLIPS, ffmpeg, ffprobe, secondsOf } from "@/tests/fixtures/media/clips";
import { heights, LIMIT_MS, openWorkshop, piece, type Workshop } from "@/tests/fixtures/media/workshop";

describe(`a stream that is made of footage (${CLIPS.source})`, { concurrent: true }, () => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await openWorkshop();
  });
  afterAll(() => workshop.close());

  it(
    "has the whole ladder of an ordinary film, one sound track, and pictures that are not black",
    async () => {
      const progress: number[] = [];
      const folder = await mkdtemp(path.join(workshop.root, "out-"));
      const options = {
        sourcePath: CLIPS.film480,
        sideFiles: [],
        folder,
        onProgress: (value: number) => progress.push(value),
      };
      const made = await packageSource(workshop.tools, options);
      await checkStream(folder, made.stream, await secondsOf(CLIPS.film480));
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
    "of a phone video that was held upright stands upright",
    async () => {
      const flat = await workshop.make("flat.mp4", [
        ...piece(5),
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-c:a",
        "aac",
      ]);
      const file = await workshop
        .make("rotated.mp4", ["-display_rotation", "90", "-i", flat, "-c", "copy"])
        .catch(() =>
          workshop.make("rotated.mp4", ["-i", flat, "-c", "copy", "-metadata:s:v:0", "rotate=90"]),
        );
      const made = await workshop.pack(file);
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
      const file = await workshop.make("variable.mkv", [
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
      const made = await workshop.pack(file);
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
      await workshop
        .pack(await workshop.make("ten-bit.mp4", hevc))
        .then((made) => checkStream(made.folder, made.stream, 4));
      const hdr = ["-color_trc", "smpte2084", "-color_primaries", "bt2020", "-colorspace", "bt2020nc"];
      const parameters = "log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc";
      const made = await workshop.pack(
        await workshop.make("hdr.mkv", [...hevc.slice(0, -1), parameters, ...hdr]),
      );
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
      const made = await workshop.pack(
        await workshop.make("odd.mkv", [
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
      const made = await workshop.pack(
        await workshop.make("pal.mpg", [
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
    "takes any name as a name",
    async () => {
      for (const name of [`it's a "film" $(touch x) ; & %d.mkv`, "-vf.mkv", "http:x.mkv", "concat:a|b.mkv"]) {
        const folder = path.join(workshop.root, "names");
        await mkdir(folder, { recursive: true });
        const file = path.join(folder, name);
        await ffmpeg(...piece(2), "-c", "copy", `file:${file}`);
        const source = await probe(workshop.tools, file);
        expect(await verifyWhole(workshop.tools, source)).toBeGreaterThan(1.5);
        if (name.includes("$"))
          expect((await workshop.pack(file)).stream.renditions.length).toBeGreaterThan(0);
        expect((await readdir(folder)).sort()).toEqual([name]);
        await rm(folder, { recursive: true });
      }
    },
    LIMIT_MS,
  );
});
