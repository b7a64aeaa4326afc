import { spawn } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { drawFilm, type Film, FPS, filmSeconds } from "./film";
import { createSheet } from "./kit/paint";
import { mixScore } from "./sound/mix";
import { toWav } from "./sound/reverb";

const LADDER = [240, 360, 480, 720, 1080];
/** Constant quality up to a ceiling in kbit/s: flat drawings rarely reach it, rain and glitter would run away. */
const QUALITY: Record<number, number> = { 240: 32, 360: 33, 480: 33, 720: 35, 1080: 36 };
const CEILING: Record<number, number> = { 240: 66, 360: 110, 480: 180, 720: 320, 1080: 560 };
const SEGMENT_SECONDS = 4;
/** Drawn "on twos", as films drawn by hand are. */
const FRAMES_A_DRAWING = 2;
const LOUDNESS = -17;
const AUDIO_BITRATE = "56k";
const LONG_AUDIO_BITRATE = "48k";
const THUMBNAIL = { width: 160, height: 90, columns: 5, rows: 5 };
const FFMPEG = process.env.FFMPEG_PATH || "ffmpeg";

const even = (x: number) => 2 * Math.round(x / 2);
const widthOf = (height: number) => even((height * 16) / 9);

/** Draws every frame once, and has one ffmpeg make all renditions and the scrubbing thumbnails from it. */
export async function packageVideo(film: Film, folder: string, progress: (share: number) => void) {
  const width = widthOf(film.height);
  const heights = LADDER.filter((height) => height <= film.height);
  const ffmpeg = spawn(FFMPEG, videoArguments(film, heights, width), {
    cwd: folder,
    stdio: ["pipe", "ignore", "pipe"],
  });
  const done = finished(ffmpeg);
  done.catch(() => undefined);
  const { canvas, c } = createSheet(width, film.height);
  const frames = Math.round(filmSeconds(film) * FPS);
  let picture: Buffer = Buffer.alloc(0);
  for (let i = 0; i < frames; i++) {
    if (i % FRAMES_A_DRAWING === 0) {
      c.save();
      drawFilm(c, film, i / FPS);
      c.restore();
      picture = Buffer.from(canvas.data());
    }
    if (!ffmpeg.stdin.write(picture)) await new Promise((resolve) => ffmpeg.stdin.once("drain", resolve));
    if (i % 24 === 0) progress(i / frames);
  }
  ffmpeg.stdin.end();
  await done;
  await writeThumbnailTrack(film, folder);
}

function videoArguments(film: Film, heights: number[], width: number): string[] {
  const every = (film.thumbnailEvery ?? 2) * FPS;
  const t = THUMBNAIL;
  const graph = [
    `[0:v]scale=out_color_matrix=bt709:out_range=tv:flags=bicubic,format=yuv420p,split=${heights.length + 1}${heights.map((h) => `[s${h}]`).join("")}[s]`,
    ...heights.map((h) => `[s${h}]scale=${widthOf(h)}:${h}:flags=bicubic,setsar=1[v${h}]`),
    `[s]select='not(mod(n\\,${every}))',scale=${t.width}:${t.height}:flags=area,tile=${t.columns}x${t.rows}[thumbnails]`,
  ];
  const outputs = heights.flatMap((h) => [
    ...[
      "-map",
      `[v${h}]`,
      "-c:v",
      "libx264",
      "-preset",
      h <= 480 ? "slow" : "medium",
      "-tune",
      "animation",
      "-profile:v",
      "high",
    ],
    ...[
      "-crf",
      String((QUALITY[h] ?? 28) + (film.crf ?? 0)),
      "-g",
      String(SEGMENT_SECONDS * FPS),
      "-keyint_min",
      String(SEGMENT_SECONDS * FPS),
    ],
    ...["-maxrate", `${CEILING[h]}k`, "-bufsize", `${(CEILING[h] ?? 0) * 4}k`],
    ...["-sc_threshold", "0", "-flags", "+cgop", "-x264-params", "aq-mode=3:threads=2"],
    ...["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"],
    ...hlsArguments(`video-${h}`),
  ]);
  return [
    ...[
      "-hide_banner",
      "-loglevel",
      "error",
      "-y",
      "-f",
      "rawvideo",
      "-pix_fmt",
      "rgba",
      "-s",
      `${width}x${film.height}`,
      "-r",
      String(FPS),
      "-i",
      "pipe:0",
    ],
    ...["-filter_complex", graph.join(";")],
    ...outputs,
    ...["-map", "[thumbnails]", "-vsync", "passthrough", "-q:v", "6", "-f", "image2", "thumbnails-%d.jpg"],
  ];
}

function hlsArguments(name: string): string[] {
  return [
    ...[
      "-f",
      "hls",
      "-hls_time",
      String(SEGMENT_SECONDS),
      "-hls_playlist_type",
      "vod",
      "-hls_segment_type",
      "fmp4",
    ],
    ...["-hls_flags", "single_file", "-hls_segment_filename", `${name}.mp4`, `${name}.m3u8`],
  ];
}

function finished(child: ReturnType<typeof spawn>): Promise<string> {
  let complaint = "";
  child.stderr?.on("data", (data) => (complaint += data));
  child.stdin?.on("error", () => undefined);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(complaint) : reject(new Error(`ffmpeg: ${complaint.trim()}`)),
    );
  });
}

/** Synthesises the score, brings it to the house loudness and packages it as the one audio track. */
export async function packageAudio(film: Film, folder: string, scratch: string) {
  const wav = path.join(scratch, `${film.slug.replaceAll("/", "-")}.wav`);
  await writeFile(wav, toWav(mixScore(film.score, filmSeconds(film))));
  const measured = await finished(
    spawn(FFMPEG, ["-hide_banner", "-nostats", "-i", wav, "-af", "ebur128", "-f", "null", "-"]),
  );
  const loudness = Number(measured.match(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/)?.[1] ?? LOUDNESS);
  const gain = `volume=${(LOUDNESS - loudness).toFixed(2)}dB,alimiter=limit=0.8:level=disabled:attack=3:release=60`;
  const name = "audio-0-zxx";
  await finished(
    spawn(
      FFMPEG,
      [
        "-hide_banner",
        "-loglevel",
        "error",
        "-y",
        "-i",
        wav,
        "-af",
        gain,
        "-c:a",
        "aac",
        "-b:a",
        filmSeconds(film) > 60 ? LONG_AUDIO_BITRATE : AUDIO_BITRATE,
        ...hlsArguments(name),
      ],
      { cwd: folder },
    ),
  );
}

async function writeThumbnailTrack(film: Film, folder: string) {
  const t = THUMBNAIL;
  const every = film.thumbnailEvery ?? 2;
  const seconds = filmSeconds(film);
  const cues = ["WEBVTT", ""];
  for (let i = 0; i * every < seconds; i++) {
    const cell = i % (t.columns * t.rows);
    const x = (cell % t.columns) * t.width;
    const y = Math.floor(cell / t.columns) * t.height;
    cues.push(`${clock(i * every)} --> ${clock(Math.min(seconds, (i + 1) * every))}`);
    cues.push(
      `thumbnails-${Math.floor(i / (t.columns * t.rows)) + 1}.jpg#xywh=${x},${y},${t.width},${t.height}`,
      "",
    );
  }
  await writeFile(path.join(folder, "thumbnails.vtt"), cues.join("\n"));
}

export const clock = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);

/** What the playlists and files say, as `stream.json`. */
export async function describeStream(film: Film, folder: string) {
  const heights = LADDER.filter((height) => height <= film.height);
  const renditions = await Promise.all(
    heights.map(async (height) => ({
      height,
      width: widthOf(height),
      frameRate: FPS,
      ...(await measure(folder, `video-${height}`)),
    })),
  );
  const { sizeBytes: _, averageBandwidth: __, ...audio } = await measure(folder, "audio-0-zxx");
  const track = {
    index: 0,
    language: "zxx",
    label: "Music and effects",
    channels: 2,
    isDefault: true,
    ...audio,
  };
  const stream = {
    durationSeconds: filmSeconds(film),
    renditions,
    audioTracks: [track],
    thumbnailsPath: "thumbnails.vtt",
    subtitles: [
      { language: "en", label: "English", kind: "subtitles", path: "subtitles-en.vtt", isDefault: false },
      { language: "vi", label: "Tiếng Việt", kind: "subtitles", path: "subtitles-vi.vtt", isDefault: false },
    ],
    segments: film.segments ?? [],
  };
  await writeFile(path.join(folder, "stream.json"), `${JSON.stringify(stream, null, 2)}\n`);
}

/** Bits per second of the heaviest segment and on average, with the codec string from the file's own header. */
async function measure(folder: string, name: string) {
  const playlist = await readFile(path.join(folder, `${name}.m3u8`), "utf8");
  const segments = [...playlist.matchAll(/#EXTINF:([\d.]+),\s*\n#EXT-X-BYTERANGE:(\d+)@(\d+)/g)];
  if (segments.length === 0) throw new Error(`${name}.m3u8 has no byte ranges`);
  const rates = segments.map(([, seconds, bytes]) => ({ seconds: Number(seconds), bits: Number(bytes) * 8 }));
  const seconds = rates.reduce((sum, one) => sum + one.seconds, 0);
  // A last segment of a few frames would look heavy because its key frame has nothing to share the bits with.
  const long = rates.filter((one) => one.seconds >= 1);
  return {
    bandwidth: Math.ceil(Math.max(...(long.length ? long : rates).map((one) => one.bits / one.seconds))),
    averageBandwidth: Math.ceil(rates.reduce((sum, one) => sum + one.bits, 0) / seconds),
    codecs: await codecOf(path.join(folder, `${name}.mp4`)),
    path: `${name}.mp4`,
    playlistPath: `${name}.m3u8`,
    sizeBytes: (await stat(path.join(folder, `${name}.mp4`))).size,
  };
}

async function codecOf(file: string): Promise<string> {
  const header = (await readFile(file)).subarray(0, 4096);
  const box = header.indexOf("avcC");
  if (box < 0) return "mp4a.40.2";
  return `avc1.${header.subarray(box + 5, box + 8).toString("hex")}`;
}
