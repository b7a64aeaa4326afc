export const SEGMENT_SECONDS = 4;

/**
 * One fMP4 file with a byte-range playlist. Timestamps below zero (reordering, AAC priming) are left to the edit
 * list instead of being shifted, so that picture and sound both begin at 0.
 */
export function hlsOutput(name: string, segmentSeconds = SEGMENT_SECONDS): string[] {
  return [
    ...["-avoid_negative_ts", "disabled", "-f", "hls", "-hls_time", segmentSeconds.toFixed(6)],
    ...[
      "-hls_playlist_type",
      "vod",
      "-hls_segment_type",
      "fmp4",
      "-hls_flags",
      "single_file+independent_segments",
    ],
    ...["-hls_segment_filename", `${name}.mp4`, `${name}.m3u8`],
  ];
}
