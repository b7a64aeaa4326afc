import type { AudioTrack, Rendition } from "@/lib/media";

export type StreamTrack = { name: string; path: string; playlistPath: string };

const videoName = ({ height }: Rendition) => `video-${height}.m3u8`;
const audioName = ({ index }: AudioTrack) => `audio-${index}.m3u8`;

/** The playlists of a stream by the names that its master playlist gives them. */
export function listTracks(renditions: Rendition[], audioTracks: AudioTrack[]): StreamTrack[] {
  return [
    ...renditions.map((rendition) => ({ ...pathsOf(rendition), name: videoName(rendition) })),
    ...audioTracks.map((track) => ({ ...pathsOf(track), name: audioName(track) })),
  ];
}

function pathsOf({ path, playlistPath }: Rendition | AudioTrack) {
  return { path, playlistPath };
}

/** The master playlist of these renditions, lowest first; addresses are relative to its own. RFC 8216, section 4.3.4. */
export function composeMaster(renditions: Rendition[], audioTracks: AudioTrack[]): string {
  const sorted = [...renditions].sort((one, other) => one.bandwidth - other.bandwidth);
  const audioBandwidth = Math.max(0, ...audioTracks.map(({ bandwidth }) => bandwidth));
  const audioCodecs = [...new Set(audioTracks.map(({ codecs }) => codecs))];
  return [
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    "#EXT-X-INDEPENDENT-SEGMENTS",
    ...audioTracks.map((track, position) => audioLine(track, position, audioTracks)),
    ...sorted.flatMap((rendition) => [
      streamLine(rendition, audioBandwidth, audioCodecs),
      videoName(rendition),
    ]),
    "",
  ].join("\n");
}

function audioLine(track: AudioTrack, position: number, all: AudioTrack[]): string {
  const hasDefault = all.some(({ isDefault }) => isDefault);
  const isDefault = hasDefault ? track.isDefault : position === 0;
  // A group may not hold two tracks of one name.
  const isRepeated = all.some((other) => other !== track && other.label === track.label);
  return attributes("#EXT-X-MEDIA", [
    ["TYPE", "AUDIO"],
    ["GROUP-ID", quoted("audio")],
    ["NAME", quoted(isRepeated ? `${track.label} (${position + 1})` : track.label)],
    ["LANGUAGE", quoted(track.language)],
    ["DEFAULT", isDefault ? "YES" : "NO"],
    ["AUTOSELECT", "YES"],
    ["CHANNELS", quoted(String(track.channels))],
    ["URI", quoted(audioName(track))],
  ]);
}

function streamLine(rendition: Rendition, audioBandwidth: number, audioCodecs: string[]): string {
  return attributes("#EXT-X-STREAM-INF", [
    ["BANDWIDTH", String(rendition.bandwidth + audioBandwidth)],
    ["AVERAGE-BANDWIDTH", String(rendition.averageBandwidth + audioBandwidth)],
    ["CODECS", quoted([rendition.codecs, ...audioCodecs].join(","))],
    ["RESOLUTION", `${rendition.width}x${rendition.height}`],
    ["FRAME-RATE", rendition.frameRate.toFixed(3)],
    ...(audioCodecs.length > 0 ? [["AUDIO", quoted("audio")] as const] : []),
  ]);
}

const attributes = (tag: string, list: (readonly [string, string])[]) =>
  `${tag}:${list.map(([name, value]) => `${name}=${value}`).join(",")}`;

/** A quoted string of a playlist can hold neither a quotation mark nor the end of a line. */
const quoted = (text: string) => `"${text.replace(/[\r\n]+/g, " ").replace(/"/g, "'")}"`;

/**
 * A stored media playlist with the address of its one file put in. Throws where it names anything else: what was not
 * checked is not given out.
 */
export function addressPlaylist(stored: string, fileName: string, url: string): string {
  return stored
    .split(/\r?\n/)
    .map((line) => {
      if (line === "") return line;
      if (!line.startsWith("#")) return replaceFile(line, fileName, url);
      return line.replace(/URI="([^"]*)"/g, (_, name: string) => `URI="${replaceFile(name, fileName, url)}"`);
    })
    .join("\n");
}

function replaceFile(name: string, fileName: string, url: string): string {
  if (name !== fileName) throw new Error(`The playlist of ${fileName} names another file.`);
  return url;
}

/** The thumbnail track with its pictures under our own address, which gives out a new signature each time. */
export function addressThumbnails(stored: string): string {
  return stored.replace(/^(thumbnails-\d+\.jpg)(?=#xywh=)/gm, "thumbnails/$1");
}
