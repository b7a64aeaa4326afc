import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Stream, streamSchema } from "@/lib/media/schema";
import { clearFolder } from "@/lib/media/storage/folder";
import { uploadFile } from "@/lib/media/storage/upload-file";

type Options = { signal?: AbortSignal; onFraction?: (fraction: number) => void };

const AT_ONCE = 3;
const CONTENT_TYPES: Record<string, string> = {
  ".m3u8": "application/vnd.apple.mpegurl",
  ".vtt": "text/vtt",
  ".jpg": "image/jpeg",
};

/**
 * Uploads a packaged folder (one with `stream.json`) to the bucket `media` under the asset's id and answers its
 * stream with paths relative to the bucket. Idempotent: a second run replaces, and removes what no longer belongs.
 */
export async function uploadPackage(folder: string, assetId: string, options: Options = {}): Promise<Stream> {
  const stream = await readStream(folder);
  const names = await packageFiles(folder, stream);
  let done = 0;
  const waiting = [...names];
  const uploadNext = async (): Promise<void> => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const target = { bucket: "media" as const, name: `${assetId}/${name}`, contentType: contentType(name) };
      await uploadFile(path.join(folder, name), target, { signal: options.signal });
      done += 1;
      options.onFraction?.(done / names.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, uploadNext));
  await clearFolder("media", assetId, new Set(names));
  return inBucket(stream, assetId);
}

/** `stream.json` of a packaged folder, checked. */
export async function readStream(folder: string): Promise<Stream> {
  return streamSchema.parse(JSON.parse(await readFile(path.join(folder, "stream.json"), "utf8")));
}

/** The same stream with every path under the asset's folder. */
export function inBucket(stream: Stream, assetId: string): Stream {
  const under = (name: string) => `${assetId}/${name}`;
  const withPlaylist = <T extends { path: string; playlistPath: string }>(track: T): T => ({
    ...track,
    path: under(track.path),
    playlistPath: under(track.playlistPath),
  });
  return {
    ...stream,
    renditions: stream.renditions.map(withPlaylist),
    audioTracks: stream.audioTracks.map(withPlaylist),
    thumbnailsPath: stream.thumbnailsPath && under(stream.thumbnailsPath),
    subtitles: stream.subtitles.map((track) => ({ ...track, path: under(track.path) })),
  };
}

/** Only what the stream refers to; the folder may hold posters and others beside it. */
async function packageFiles(folder: string, stream: Stream): Promise<string[]> {
  const sheets = stream.thumbnailsPath
    ? (await readdir(folder)).filter((name) => /^thumbnails-\d+\.jpg$/.test(name))
    : [];
  const tracks = [...stream.renditions, ...stream.audioTracks].flatMap((track) => [
    track.path,
    track.playlistPath,
  ]);
  const others = [
    ...stream.subtitles.map((track) => track.path),
    ...(stream.thumbnailsPath ? [stream.thumbnailsPath] : []),
  ];
  return [...tracks, ...others, ...sheets];
}

function contentType(name: string): string {
  const known = CONTENT_TYPES[path.extname(name)];
  if (known) return known;
  return name.startsWith("audio-") ? "audio/mp4" : "video/mp4";
}
