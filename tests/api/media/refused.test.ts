import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isInputProblem, MediaError } from "@/lib/media/errors";
import { findVideos } from "@/lib/media/ingest/find-files";
import { packageSource } from "@/lib/media/pipeline/package";
import { findTools, type MediaTools } from "@/lib/media/pipeline/tools";
import { CLIPS, ffmpeg } from "@/tests/fixtures/media/clips";

const LIMIT_MS = 60_000;
let root: string;
let tools: MediaTools;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "cineverse-refused-"));
  tools = await findTools();
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function refusal(file: string): Promise<string> {
  const folder = await mkdtemp(path.join(root, "out-"));
  const error = await packageSource(tools, { sourcePath: file, sideFiles: [], folder }).catch(
    (cause: unknown) => cause,
  );
  expect(isInputProblem(error)).toBe(true);
  return (error as MediaError).message;
}

async function write(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(root, name);
  await writeFile(file, content);
  return file;
}

describe("a file that only says that it is a film", () => {
  it("is refused when it is text or nothing", async () => {
    expect(await refusal(await write("text.mp4", "Once upon a time".repeat(1000)))).toMatch(
      /^This is not a video file/,
    );
    expect(await refusal(await write("zero.mp4", ""))).toMatch(/^This is not a video file/);
    expect(await refusal(path.join(root, "missing.mp4"))).toMatch(/^This is not a video file/);
  });

  it.each([
    ["a playlist", "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"],
    ["a concatenation script", "ffconcat version 1.0\nfile '/etc/passwd'\n"],
    [
      "a description of a stream",
      "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n",
    ],
  ])("is refused when it is %s that points elsewhere", async (_, content) => {
    expect(await refusal(await write("script.mp4", content))).toMatch(/^This is not a video file/);
  });

  it("is refused when it holds sound or a still picture only", async () => {
    const sound = path.join(root, "sound.m4a");
    await ffmpeg("-f", "lavfi", "-i", "sine=d=2", "-c:a", "aac", sound);
    expect(await refusal(sound)).toMatch(/^There is no video in this file/);
    const still = path.join(root, "still.png");
    await ffmpeg("-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1", still);
    expect(await refusal(still)).toMatch(/^This is not a video file/);
  });
});

describe(`a film that is damaged (${CLIPS.source})`, () => {
  const clip = CLIPS.film480;

  it(
    "is refused when its end is missing, wherever its index lies",
    async () => {
      const bytes = await readFile(clip);
      const indexLast = path.join(root, "index-last.mp4");
      await ffmpeg("-i", clip, "-c", "copy", indexLast);
      const last = await readFile(indexLast);
      expect(await refusal(await write("cut-last.mp4", last.subarray(0, last.length * 0.7)))).toMatch(
        /cut short/,
      );
      const indexFirst = path.join(root, "index-first.mp4");
      await ffmpeg("-i", clip, "-c", "copy", "-movflags", "+faststart", indexFirst);
      const first = await readFile(indexFirst);
      for (const part of [0.5, 0.9]) {
        expect(await refusal(await write("cut-first.mp4", first.subarray(0, first.length * part)))).toMatch(
          /cut short/,
        );
      }
      expect(bytes.length).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );

  it(
    "is refused when its MKV is cut",
    async () => {
      const whole = path.join(root, "whole.mkv");
      await ffmpeg("-i", clip, "-c", "copy", whole);
      const bytes = await readFile(whole);
      expect(await refusal(await write("cut.mkv", bytes.subarray(0, bytes.length * 0.6)))).toMatch(
        /cut short/,
      );
    },
    LIMIT_MS,
  );

  it(
    "stops at once when told to, and says so",
    async () => {
      const folder = await mkdtemp(path.join(root, "out-"));
      const stopping = new AbortController();
      const onProgress = (fraction: number) => {
        if (fraction > 0.02) stopping.abort(new MediaError("stopped", "Stopped."));
      };
      const options = { sourcePath: clip, sideFiles: [], folder, signal: stopping.signal, onProgress };
      await expect(packageSource(tools, options)).rejects.toThrow("Stopped.");
    },
    LIMIT_MS,
  );
});

describe("what is named on the command line", () => {
  it("must be there, hold something, and hold a film", async () => {
    await expect(findVideos(path.join(root, "nowhere"))).rejects.toThrow("There is no file or folder");
    await expect(findVideos(await write("empty.mkv", ""))).rejects.toThrow("This file is empty");
    const folder = await mkdtemp(path.join(root, "folder-"));
    await writeFile(path.join(folder, "notes.txt"), "x");
    await expect(findVideos(folder)).rejects.toThrow("There is no video in the folder");
  });

  it("finds the films of a folder in order, and nothing else", async () => {
    const folder = await mkdtemp(path.join(root, "folder-"));
    const text = await write("x.txt", "x");
    for (const name of ["e10.mkv", "e2.mkv", ".hidden.mkv", "e2.en.srt", "E1.MP4"])
      await copyFile(text, path.join(folder, name));
    expect((await findVideos(folder)).map((file) => path.basename(file))).toEqual([
      "E1.MP4",
      "e2.mkv",
      "e10.mkv",
    ]);
  });

  it("needs ffmpeg, and says how to get it", async () => {
    await expect(findTools({ ffmpegPath: "/nowhere/ffmpeg" })).rejects.toThrow(
      "ffmpeg is not here: install it",
    );
  });
});
