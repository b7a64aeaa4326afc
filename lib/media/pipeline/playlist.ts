export type Segment = { durationSeconds: number; bytes: number; offset: number };
export type Playlist = { fileName: string; initBytes: number; segments: Segment[] };

/** Reads a byte-range media playlist of our own making. Throws when its ranges do not lie end to end. */
export function parsePlaylist(text: string): Playlist {
  const map = /^#EXT-X-MAP:URI="([^"]+)",BYTERANGE="(\d+)@0"$/m.exec(text);
  if (!map?.[1]) throw new Error("The playlist has no initialisation range");
  const playlist: Playlist = { fileName: map[1], initBytes: Number(map[2]), segments: [] };
  let position = playlist.initBytes;
  for (const match of text.matchAll(/^#EXTINF:([\d.]+),.*\n#EXT-X-BYTERANGE:(\d+)@(\d+)\n(.+)$/gm)) {
    const segment = { durationSeconds: Number(match[1]), bytes: Number(match[2]), offset: Number(match[3]) };
    if (segment.offset !== position || match[4] !== playlist.fileName)
      throw new Error("The playlist has a hole");
    position += segment.bytes;
    playlist.segments.push(segment);
  }
  if (playlist.segments.length === 0 || !/^#EXT-X-ENDLIST$/m.test(text))
    throw new Error("The playlist has no end");
  return playlist;
}

export function playlistSeconds({ segments }: Playlist): number {
  return segments.reduce((sum, segment) => sum + segment.durationSeconds, 0);
}

/**
 * Peak and average bit rate as RFC 8216 (4.1) defines them: the peak is that of any run of segments that lasts
 * between half and one and a half times the target duration.
 */
export function measureBandwidth({ segments }: Playlist): { bandwidth: number; averageBandwidth: number } {
  const target = Math.max(...segments.map((segment) => Math.round(segment.durationSeconds)));
  const bits = segments.reduce((sum, segment) => sum + segment.bytes * 8, 0);
  const seconds = segments.reduce((sum, segment) => sum + segment.durationSeconds, 0);
  const averageBandwidth = Math.ceil(bits / seconds);
  let peak = averageBandwidth;
  for (let first = 0; first < segments.length; first += 1) {
    const run = { bits: 0, seconds: 0 };
    for (const segment of segments.slice(first)) {
      run.bits += segment.bytes * 8;
      run.seconds += segment.durationSeconds;
      if (run.seconds > target * 1.5) break;
      if (run.seconds >= target * 0.5) peak = Math.max(peak, run.bits / run.seconds);
    }
  }
  return { bandwidth: Math.ceil(peak), averageBandwidth };
}
