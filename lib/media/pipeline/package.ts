import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { MediaError } from "@/lib/media/errors";
import { type AudioPlan, encodeAudio, planAudio } from "@/lib/media/pipeline/audio";
import { AUDIO_CODEC, readVideoCodec } from "@/lib/media/pipeline/codecs";
import { framesPerSecond } from "@/lib/media/pipeline/frame-rate";
import { ladderFor, type Rung } from "@/lib/media/pipeline/ladder";
import { measureBandwidth, parsePlaylist, playlistSeconds } from "@/lib/media/pipeline/playlist";
import { writePosterCandidates } from "@/lib/media/pipeline/posters";
import { probe, type Source } from "@/lib/media/pipeline/probe";
import { CommandError } from "@/lib/media/pipeline/run";
import { requireSpace } from "@/lib/media/pipeline/space";
import { Stages } from "@/lib/media/pipeline/stages";
import { writeThumbnailTrack } from "@/lib/media/pipeline/thumbnails";
import type { MediaTools } from "@/lib/media/pipeline/tools";
import { CUT_SHORT, isCutShort, verifyWhole } from "@/lib/media/pipeline/verify";
import { encodeVideo } from "@/lib/media/pipeline/video";
import { type AudioTrack, type Rendition, type Stream, streamSchema } from "@/lib/media/schema";
import { writeSubtitles } from "@/lib/media/subtitles/convert";
import type { SideFile } from "@/lib/media/subtitles/side-files";

export type PackageOptions = {
  sourcePath: string;
  sideFiles: SideFile[];
  /** Empty and ours; receives the files of the contract and `stream.json`. */
  folder: string;
  signal?: AbortSignal;
  /** 0 to 1, never going back. */
  onProgress?: (fraction: number) => void;
};

export type PackagedSource = { stream: Stream; posters: string[]; source: Source };

/** Longest tail of sound that is shown over the last picture; a longer one is cut. */
const LONGEST_HOLD_SECONDS = 30;

/**
 * Makes a whole HLS package of one file: renditions, sound, subtitles, scrubbing pictures, poster candidates and
 * `stream.json`. Throws a MediaError with one plain sentence; the folder is the caller's to remove then.
 */
export async function packageSource(tools: MediaTools, options: PackageOptions): Promise<PackagedSource> {
  const { folder, signal } = options;
  const source = await probe(tools, options.sourcePath, signal);
  const rungs = ladderOf(source);
  const stages = new Stages({ verify: 3, loudness: 4, video: 86, audio: 5, rest: 2 }, options.onProgress);
  const pictureSeconds = await verifyWhole(tools, source, { signal, onFraction: stages.of("verify") });
  await requireSpace(folder, rungs, pictureSeconds);
  const tracksSeconds = Math.max(1, pictureSeconds * source.audio.length);
  const onLoudness = stages.of("loudness", tracksSeconds);
  const plans = await readable(() => planAudio(tools, source, { signal, onSeconds: onLoudness }));
  const holdSeconds = soundTail(source, pictureSeconds);
  const onVideo = stages.of("video", pictureSeconds);
  const limitSeconds = pictureSeconds + holdSeconds + 1;
  await readable(() =>
    encodeVideo(tools, { source, rungs, folder, holdSeconds, limitSeconds, signal, onSeconds: onVideo }),
  );
  const { renditions, durationSeconds } = await describeVideo(folder, rungs, source);
  if (isCutShort(durationSeconds, source)) throw new MediaError("input", CUT_SHORT);
  const onAudio = stages.of("audio", durationSeconds);
  await readable(() =>
    encodeAudio(tools, { source, plans, folder, durationSeconds }, { signal, onSeconds: onAudio }),
  );
  const subtitles = await writeSubtitles(tools, source, options.sideFiles, { folder, signal });
  const size = rungs.at(-1) ?? source.video;
  const hasThumbnails = await writeThumbnailTrack(folder, { durationSeconds, size });
  const stream = streamSchema.parse({
    durationSeconds,
    renditions,
    audioTracks: await describeAudio(folder, plans),
    thumbnailsPath: hasThumbnails ? "thumbnails.vtt" : null,
    subtitles,
    segments: [],
  } satisfies Stream);
  const posters = await writePosterCandidates(tools, source, { folder, durationSeconds, signal });
  await writeFile(path.join(folder, "stream.json"), `${JSON.stringify(stream, null, 2)}\n`);
  stages.of("rest")(1);
  return { stream, posters, source };
}

export function ladderOf({ video }: Source): Rung[] {
  return ladderFor({ ...video, fps: framesPerSecond(video.frameRate) });
}

/** What ffmpeg cannot decode is the file's fault, not a reason to try again. */
async function readable<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new MediaError("input", "This film is damaged and cannot be decoded: try a fresh copy.", {
      cause: error,
    });
  }
}

/** How long the sound goes on after the picture, where the container tells. */
function soundTail({ audio, durationSeconds }: Source, pictureSeconds: number): number {
  const ends = audio.map((track) => track.declaredSeconds ?? Math.min(durationSeconds, pictureSeconds));
  const tail = Math.max(0, ...ends) - pictureSeconds;
  return tail > 0.1 ? Math.min(LONGEST_HOLD_SECONDS, tail) : 0;
}

async function describeVideo(folder: string, rungs: Rung[], source: Source) {
  const described = await Promise.all(
    rungs.map(async ({ height, width }) => {
      const [name, playlistPath] = [`video-${height}.mp4`, `video-${height}.m3u8`];
      const playlist = parsePlaylist(await readFile(path.join(folder, playlistPath), "utf8"));
      const rendition: Rendition = {
        height,
        width,
        ...measureBandwidth(playlist),
        codecs: await readVideoCodec(path.join(folder, name), playlist.initBytes),
        frameRate: Math.round(framesPerSecond(source.video.frameRate) * 1000) / 1000,
        path: name,
        playlistPath,
        sizeBytes: (await stat(path.join(folder, name))).size,
      };
      return { rendition, seconds: playlistSeconds(playlist) };
    }),
  );
  const durationSeconds = Math.max(...described.map(({ seconds }) => seconds));
  return { renditions: described.map(({ rendition }) => rendition), durationSeconds };
}

function describeAudio(folder: string, plans: AudioPlan[]): Promise<AudioTrack[]> {
  // Nobody who did not ask for it is told what they see.
  const plain = plans.filter(({ track }) => !track.isDescription);
  const chosen = plain.find(({ track }) => track.isDefault) ?? plain[0];
  const preferred = chosen ? plans.indexOf(chosen) : 0;
  return Promise.all(
    plans.map(async ({ track, name, label }, index) => ({
      index,
      language: track.language,
      label,
      channels: 2,
      codecs: AUDIO_CODEC,
      bandwidth: measureBandwidth(parsePlaylist(await readFile(path.join(folder, `${name}.m3u8`), "utf8")))
        .bandwidth,
      isDefault: index === preferred,
      isDescription: track.isDescription,
      path: `${name}.mp4`,
      playlistPath: `${name}.m3u8`,
    })),
  );
}
