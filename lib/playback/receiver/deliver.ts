import "server-only";
import { AppError } from "@/lib/platform/errors";
import { composeMaster, listTracks, relayPlaylist, subtitlePlaylist } from "@/lib/playback/manifest";
import { readReceiver } from "@/lib/playback/receiver/token";
import { ended } from "@/lib/playback/refusals";
import type { AllowedStream } from "@/lib/playback/source";
import { requirePlayable } from "@/lib/playback/source";
import { readReceiverSource, readText, signUrls } from "@/lib/playback/vault";

/** What the signed address opens right now: plan, limit, rights and place are asked for anew with each request. */
async function openStream(token: string): Promise<AllowedStream> {
  const { sessionId, country } = await readReceiver(token);
  const source = await readReceiverSource(sessionId, country);
  if (!source) throw ended();
  return { ...requirePlayable(source), source };
}

/** By its name in the folder of the stream: a playlist or a track of lines, as text. */
export async function getReceiverFile(
  token: string,
  name: string,
  height: number | undefined,
): Promise<{ text: string; isPlaylist: boolean }> {
  const stream = await openStream(token);
  const isPlaylist = !name.endsWith(".vtt");
  return { isPlaylist, text: await (masterOf(stream, name, height) ?? partOf(stream, name)) };
}

/** `screen` has the lines in it, for who shows the film elsewhere; with `master` the player draws them itself. */
function masterOf({ renditions, asset, source }: AllowedStream, name: string, height: number | undefined) {
  if (name !== "master.m3u8" && name !== "screen.m3u8") return null;
  const chosen = renditions.filter((rendition) => height === undefined || rendition.height === height);
  if (chosen.length === 0) throw notFound();
  return composeMaster(chosen, asset.audio_tracks, name === "screen.m3u8" ? source.subtitles : []);
}

async function partOf({ renditions, asset, source }: AllowedStream, name: string): Promise<string> {
  const [, index, kind] = /^subtitles-(\d{1,3})\.(vtt|m3u8)$/.exec(name) ?? [];
  const subtitle = index === undefined ? undefined : source.subtitles[Number(index)];
  if (subtitle && kind === "vtt") return readText(subtitle.path);
  if (subtitle) return subtitlePlaylist(`subtitles-${index}.vtt`, asset.duration_seconds ?? 0);
  const track = listTracks(renditions, asset.audio_tracks).find((known) => known.name === name);
  if (!track) throw notFound();
  return relayPlaylist(await readText(track.playlistPath), fileNameOf(track.path));
}

/** The signed address of one file of the stream, fresh each time. */
export async function getReceiverFileAddress(token: string, name: string): Promise<string> {
  const { renditions, asset } = await openStream(token);
  const track = listTracks(renditions, asset.audio_tracks).find(({ path }) => fileNameOf(path) === name);
  if (!track) throw notFound();
  const [url] = await signUrls([track.path]);
  if (!url) throw notFound();
  return url;
}

const fileNameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

function notFound(): AppError {
  return new AppError("NOT_FOUND", "platform.errors.notFound");
}
