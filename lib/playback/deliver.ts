import "server-only";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { AppError } from "@/lib/platform/errors";
import {
  addressPlaylist,
  addressThumbnails,
  composeMaster,
  defaultAudio,
  listTracks,
  type StreamTrack,
} from "@/lib/playback/manifest";
import { startRendition } from "@/lib/playback/policy";
import { type AllowedStream, getStream } from "@/lib/playback/source";
import { readText, signUrls } from "@/lib/playback/vault";

type Opened = Pick<AllowedStream, "asset" | "renditions">;

/** The master playlist of one's own running session: only renditions that the plan opens. */
export async function getMasterPlaylist(ctx: ViewerContext, sessionId: string): Promise<string> {
  const { renditions, asset } = await getStream(ctx, sessionId);
  return composeMaster(renditions, asset.audio_tracks);
}

/** One media playlist with a fresh signed address. A height above the plan is as unknown as one that does not exist. */
export async function getTrackPlaylist(ctx: ViewerContext, sessionId: string, name: string): Promise<string> {
  const { renditions, asset } = await getStream(ctx, sessionId);
  const track = listTracks(renditions, asset.audio_tracks).find((known) => known.name === name);
  if (!track) throw notFound();
  const [playlist] = await signedPlaylists([track]);
  return required(playlist);
}

/** What a player would ask for next: the master, the rendition to begin with and its sound, by name. */
export async function getFirstPlaylists({ renditions, asset }: Opened): Promise<Record<string, string>> {
  const first = listTracks(
    [startRendition(renditions) ?? []].flat(),
    [defaultAudio(asset.audio_tracks) ?? []].flat(),
  );
  const playlists = await signedPlaylists(first);
  return {
    "master.m3u8": composeMaster(renditions, asset.audio_tracks),
    ...Object.fromEntries(first.map(({ name }, index) => [name, required(playlists[index])])),
  };
}

async function signedPlaylists(tracks: StreamTrack[]): Promise<string[]> {
  const [urls, ...stored] = await Promise.all([
    signUrls(tracks.map(({ path }) => path)),
    ...tracks.map(({ playlistPath }) => readText(playlistPath)),
  ]);
  return tracks.map(({ path }, index) =>
    addressPlaylist(required(stored[index]), fileNameOf(path), required(urls[index])),
  );
}

/** Fresh signed addresses of every file that the session may stream. */
export async function renewUrls(ctx: ViewerContext, sessionId: string): Promise<string[]> {
  const { renditions, asset } = await getStream(ctx, sessionId);
  return signUrls(listTracks(renditions, asset.audio_tracks).map(({ path }) => path));
}

export async function getSubtitleTrack(
  ctx: ViewerContext,
  sessionId: string,
  index: number,
): Promise<string> {
  const { source } = await getStream(ctx, sessionId);
  return readText(required(source.subtitles[index]?.path));
}

export async function getThumbnailTrack(ctx: ViewerContext, sessionId: string): Promise<string> {
  const { asset } = await getStream(ctx, sessionId);
  return addressThumbnails(await readText(required(asset.thumbnails_path)));
}

/** The signed address of one sheet of thumbnails. */
export async function getThumbnailSheet(
  ctx: ViewerContext,
  sessionId: string,
  sheet: string,
): Promise<string> {
  const { asset } = await getStream(ctx, sessionId);
  const track = required(asset.thumbnails_path);
  // One that the track does not name is the caller's invention, not a film that is still being made.
  if (!(await readText(track)).includes(`${sheet}#`)) throw notFound();
  const folder = track.slice(0, -"thumbnails.vtt".length);
  const [url] = await signUrls([`${folder}${sheet}`]);
  return required(url);
}

function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function required(value: string | null | undefined): string {
  if (!value) throw notFound();
  return value;
}

function notFound(): AppError {
  return new AppError("NOT_FOUND", "platform.errors.notFound");
}
