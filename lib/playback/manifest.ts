import type { AudioTrack, Rendition } from "@/lib/media";
import { bestLanguage } from "@/lib/playback/language";
import type { SubtitleChoice } from "@/lib/playback/schema";

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

type Lines = Pick<SubtitleChoice, "language" | "label" | "kind">;

/**
 * The master playlist of these renditions, lowest first; addresses are relative to its own. Lines are named in it only for
 * who draws them without our player. RFC 8216, section 4.3.4.
 */
export function composeMaster(
  renditions: Rendition[],
  audioTracks: AudioTrack[],
  subtitles: Lines[] = [],
): string {
  const sorted = [...renditions].sort((one, other) => one.bandwidth - other.bandwidth);
  const audioBandwidth = Math.max(0, ...audioTracks.map(({ bandwidth }) => bandwidth));
  const audioCodecs = [...new Set(audioTracks.map(({ codecs }) => codecs))];
  return [
    "#EXTM3U",
    "#EXT-X-VERSION:7",
    "#EXT-X-INDEPENDENT-SEGMENTS",
    ...audioTracks.map((track, position) => audioLine(track, position, audioTracks)),
    ...subtitles.map((lines, position) => subtitleLine(lines, position, subtitles)),
    ...sorted.flatMap((rendition) => [
      streamLine(rendition, audioBandwidth, audioCodecs, subtitles.length > 0),
      videoName(rendition),
    ]),
    "",
  ].join("\n");
}

/** The same tracks with the first in this language as the default; as they were where there is none. */
export function preferAudio(all: AudioTrack[], language: string | null): AudioTrack[] {
  // Nobody who did not choose it is told what they see.
  const index = bestLanguage(
    all.map((track) => (track.isDescription ? "zxx" : track.language)),
    language,
  );
  if (index < 0) return all;
  // The film's own default wins over a commentary in the same language.
  const own = all.findIndex((track) => track.isDefault && track.language === all[index]?.language);
  const chosen = own < 0 ? index : own;
  return all.map((track, position) => ({ ...track, isDefault: position === chosen }));
}

/** The sound that plays unless somebody chooses another. */
export function defaultAudio(all: AudioTrack[]): AudioTrack | undefined {
  return all.find(({ isDefault }) => isDefault) ?? all[0];
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
    ...(track.isDescription
      ? [["CHARACTERISTICS", quoted("public.accessibility.describes-video")] as const]
      : []),
    ["URI", quoted(audioName(track))],
  ]);
}

/** Off until somebody turns them on at the receiver. RFC 8216, section 4.3.4.1. */
function subtitleLine({ language, label, kind }: Lines, position: number, all: Lines[]): string {
  const isRepeated = all.some((other, index) => index !== position && other.label === label);
  return attributes("#EXT-X-MEDIA", [
    ["TYPE", "SUBTITLES"],
    ["GROUP-ID", quoted("subtitles")],
    ["NAME", quoted(isRepeated ? `${label} (${position + 1})` : label)],
    ["LANGUAGE", quoted(language)],
    ["DEFAULT", "NO"],
    ["AUTOSELECT", "YES"],
    ...(kind === "subtitles" ? [] : [["CHARACTERISTICS", quoted(DESCRIBES_SOUND)] as const]),
    ["URI", quoted(`subtitles-${position}.m3u8`)],
  ]);
}

const DESCRIBES_SOUND =
  "public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound";

/** A track of lines as a playlist of one segment, as long as the film. */
export function subtitlePlaylist(fileName: string, durationSeconds: number): string {
  return [
    "#EXTM3U",
    "#EXT-X-VERSION:6",
    "#EXT-X-PLAYLIST-TYPE:VOD",
    `#EXT-X-TARGETDURATION:${Math.max(1, Math.ceil(durationSeconds))}`,
    `#EXTINF:${durationSeconds.toFixed(3)},`,
    fileName,
    "#EXT-X-ENDLIST",
    "",
  ].join("\n");
}

function streamLine(
  rendition: Rendition,
  audioBandwidth: number,
  audioCodecs: string[],
  hasLines: boolean,
): string {
  return attributes("#EXT-X-STREAM-INF", [
    ["BANDWIDTH", String(rendition.bandwidth + audioBandwidth)],
    ["AVERAGE-BANDWIDTH", String(rendition.averageBandwidth + audioBandwidth)],
    ["CODECS", quoted([rendition.codecs, ...audioCodecs].join(","))],
    ["RESOLUTION", `${rendition.width}x${rendition.height}`],
    ["FRAME-RATE", rendition.frameRate.toFixed(3)],
    ...(audioCodecs.length > 0 ? [["AUDIO", quoted("audio")] as const] : []),
    ...(hasLines ? [["SUBTITLES", quoted("subtitles")] as const] : []),
  ]);
}

const attributes = (tag: string, list: (readonly [string, string])[]) =>
  `${tag}:${list.map(([name, value]) => `${name}=${value}`).join(",")}`;

/** A quoted string of a playlist can hold neither a quotation mark nor the end of a line. */
const quoted = (text: string) => `"${text.replace(/[\r\n]+/g, " ").replace(/"/g, "'")}"`;

const FILE_VARIABLE = "file";
/** Variables came with version 8 of the protocol. */
const VERSION = "#EXT-X-VERSION:8";

/**
 * A stored media playlist with the address of its one file put in, once, as a variable: a signed address is long and a
 * film has thousands of segments. Throws where it names anything else: what was not checked is not given out.
 */
export function addressPlaylist(stored: string, fileName: string, url: string): string {
  const define = `#EXT-X-DEFINE:NAME="${FILE_VARIABLE}",VALUE=${quoted(url)}`;
  return renameFile(stored, fileName, `{$${FILE_VARIABLE}}`)
    .replace(/^#EXT-X-VERSION:.*\n/m, "")
    .replace(/^#EXTM3U\n/, `#EXTM3U\n${VERSION}\n${define}\n`);
}

/** The same with an address of our own, relative to the playlist's, which gives out a new signature each time. */
export function relayPlaylist(stored: string, fileName: string): string {
  return renameFile(stored, fileName, `files/${fileName}`);
}

function renameFile(stored: string, fileName: string, address: string): string {
  const rename = (name: string) => {
    if (name !== fileName) throw new Error(`The playlist of ${fileName} names another file.`);
    return address;
  };
  return stored
    .split(/\r?\n/)
    .map((line) => {
      if (line === "") return line;
      if (!line.startsWith("#")) return rename(line);
      return line.replace(/URI="([^"]*)"/g, (_, name: string) => `URI="${rename(name)}"`);
    })
    .join("\n");
}

/** The thumbnail track with its pictures under our own address, which gives out a new signature each time. */
export function addressThumbnails(stored: string): string {
  return stored.replace(/^(thumbnails-\d+\.jpg)(?=#xywh=)/gm, "thumbnails/$1");
}
