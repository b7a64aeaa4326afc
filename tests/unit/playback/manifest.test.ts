import { describe, expect, test } from "vitest";
import type { AudioTrack } from "@/lib/media";
import {
  addressPlaylist,
  addressThumbnails,
  composeMaster,
  listTracks,
  relayPlaylist,
  subtitlePlaylist,
} from "@/lib/playback/manifest";
import { asset } from "./source";

const SIGNED = "https://storage.test/object/sign/media/asset/video-480.mp4?token=a.b.c";

function audio(index: number, language: string, label: string, isDefault = false): AudioTrack {
  return {
    index,
    language,
    label,
    channels: 2,
    codecs: "mp4a.40.2",
    bandwidth: 128_000,
    isDefault,
    isDescription: false,
    path: `asset/audio-${index}-${language}.mp4`,
    playlistPath: `asset/audio-${index}-${language}.m3u8`,
  };
}

const STORED = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-MAP:URI="video-480.mp4",BYTERANGE="851@0"
#EXTINF:4.000000,
#EXT-X-BYTERANGE:131767@851
video-480.mp4
#EXT-X-ENDLIST
`;

describe("the master playlist", () => {
  const { renditions } = asset([480, 240]);

  test("lists the lowest rendition first and counts the sound in", () => {
    const master = composeMaster(renditions, [audio(0, "en", "English", true)]);
    expect(master.split("\n").slice(3)).toEqual([
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio-0.m3u8"',
      '#EXT-X-STREAM-INF:BANDWIDTH=368000,AVERAGE-BANDWIDTH=320000,CODECS="avc1.640015,mp4a.40.2",RESOLUTION=426x240,FRAME-RATE=24.000,AUDIO="audio"',
      "video-240.m3u8",
      '#EXT-X-STREAM-INF:BANDWIDTH=608000,AVERAGE-BANDWIDTH=512000,CODECS="avc1.640015,mp4a.40.2",RESOLUTION=854x480,FRAME-RATE=24.000,AUDIO="audio"',
      "video-480.m3u8",
      "",
    ]);
  });

  test("for another screen it names the lines, those for the deaf as such, and turns none of them on", () => {
    const lines = [
      { language: "en", label: "English", kind: "subtitles" as const },
      { language: "en", label: "English", kind: "sdh" as const },
    ];
    const master = composeMaster(renditions, [audio(0, "en", "English")], lines);
    expect(master).toContain(
      'NAME="English (1)",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,URI="subtitles-0.m3u8"',
    );
    expect(master).toMatch(/NAME="English \(2\)".*transcribes-spoken-dialog.*URI="subtitles-1.m3u8"/);
    expect(master.match(/AUDIO="audio",SUBTITLES="subtitles"$/gm)).toHaveLength(2);
    expect(subtitlePlaylist("subtitles-0.vtt", 90.5)).toContain(
      "#EXT-X-TARGETDURATION:91\n#EXTINF:90.500,\n",
    );
  });

  test("a silent film names no sound", () => {
    expect(composeMaster(renditions, [])).not.toContain("AUDIO");
  });

  test("a label cannot break out of its quotation marks, and two of one name are told apart", () => {
    const label = 'Director\n#EXT-X-ENDLIST",URI="evil';
    const master = composeMaster(renditions, [audio(0, "en", label), audio(1, "en", label)]);
    expect(master.match(/^#EXT-X-ENDLIST/m)).toBeNull();
    expect(master).toContain("NAME=\"Director #EXT-X-ENDLIST',URI='evil (1)\"");
    expect(master).toContain("(2)");
  });

  test("one sound is the default where the file says none", () => {
    const master = composeMaster(renditions, [audio(0, "en", "English"), audio(1, "vi", "Tiếng Việt")]);
    expect(master.match(/DEFAULT=YES/g)).toHaveLength(1);
  });

  test("names exactly the playlists that can be asked for", () => {
    const tracks = listTracks(renditions, [audio(0, "en", "English")]);
    expect(tracks.map(({ name }) => name)).toEqual(["video-480.m3u8", "video-240.m3u8", "audio-0.m3u8"]);
  });
});

describe("a stored playlist", () => {
  test("gets the signed address once, wherever its file stands, and nothing else changes", () => {
    const addressed = addressPlaylist(STORED, "video-480.mp4", SIGNED);
    expect(addressed.split(SIGNED)).toHaveLength(2);
    const [first, version, define, ...rest] = addressed.split("\n");
    expect([first, version, define]).toEqual([
      "#EXTM3U",
      "#EXT-X-VERSION:8",
      `#EXT-X-DEFINE:NAME="file",VALUE="${SIGNED}"`,
    ]);
    expect(rest).toEqual(STORED.replaceAll("video-480.mp4", "{$file}").split("\n").slice(2));
  });

  test("is relayed by an address of our own beside it", () => {
    const relayed = relayPlaylist(STORED, "video-480.mp4");
    expect(relayed).toBe(STORED.replaceAll("video-480.mp4", "files/video-480.mp4"));
  });

  test.each(["video-1080.mp4", "../other/video-480.mp4", "https://elsewhere.test/video-480.mp4"])(
    "is refused when it names %s",
    (name) => {
      const tampered = STORED.replace(/^video-480\.mp4$/m, name);
      expect(() => addressPlaylist(tampered, "video-480.mp4", SIGNED)).toThrow("another file");
    },
  );

  test("is refused when its map names another file", () => {
    const tampered = STORED.replace('URI="video-480.mp4"', 'URI="video-1080.mp4"');
    expect(() => addressPlaylist(tampered, "video-480.mp4", SIGNED)).toThrow("another file");
  });
});

test("thumbnails are asked for through our own address", () => {
  const stored = "WEBVTT\n\n00:00.000 --> 00:10.000\nthumbnails-1.jpg#xywh=0,0,160,90\n";
  expect(addressThumbnails(stored)).toContain("\nthumbnails/thumbnails-1.jpg#xywh=0,0,160,90\n");
});

test("a player is told which sound describes the picture", () => {
  const described = { ...audio(1, "en", "English (audio description)"), isDescription: true };
  const lines = composeMaster(asset([480]).renditions, [audio(0, "en", "English", true), described])
    .split("\n")
    .filter((line) => line.startsWith("#EXT-X-MEDIA"));
  expect(lines.map((line) => line.includes("public.accessibility.describes-video"))).toEqual([false, true]);
});
