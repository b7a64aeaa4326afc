import { z } from "zod";

/** Renditions are made at these heights and never above the source's own. */
export const LADDER_HEIGHTS = [240, 360, 480, 720, 1080, 1440, 2160] as const;
export const ASSET_STATUSES = ["uploaded", "queued", "transcoding", "ready", "failed"] as const;
export const SEGMENT_KINDS = ["intro", "recap", "credits"] as const;
export const SUBTITLE_KINDS = ["subtitles", "captions", "sdh"] as const;

/** Seconds between two pictures of the scrubbing track. */
export const THUMBNAIL_INTERVAL_SECONDS = 10;

/** Relative to its bucket or folder; it cannot climb out of it and carries no query. */
export const mediaPathSchema = z
  .string()
  .min(1)
  .max(400)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/, "is not a plain relative path");

const languageSchema = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, "is not a BCP 47 language");

/** One quality of a video. Bandwidths are measured, in bits per second, sound not included. */
export const renditionSchema = z.object({
  height: z.number().int().positive(),
  width: z.number().int().positive(),
  bandwidth: z.number().int().positive(),
  averageBandwidth: z.number().int().positive(),
  codecs: z.string().min(1).max(60),
  frameRate: z.number().positive(),
  path: mediaPathSchema,
  playlistPath: mediaPathSchema,
  sizeBytes: z.number().int().positive(),
});

export const audioTrackSchema = z.object({
  index: z.number().int().nonnegative(),
  language: languageSchema,
  label: z.string().min(1).max(100),
  channels: z.number().int().positive(),
  codecs: z.string().min(1).max(60),
  bandwidth: z.number().int().positive(),
  isDefault: z.boolean(),
  /** Somebody says what is to be seen, for those who cannot see it. */
  isDescription: z.boolean().default(false),
  path: mediaPathSchema,
  playlistPath: mediaPathSchema,
});

export const subtitleTrackSchema = z.object({
  language: languageSchema,
  label: z.string().min(1).max(100),
  kind: z.enum(SUBTITLE_KINDS),
  path: mediaPathSchema,
  isDefault: z.boolean(),
});

/** A part of the film that may be skipped; seconds from its beginning. */
export const segmentSchema = z
  .object({ kind: z.enum(SEGMENT_KINDS), start: z.number().nonnegative(), end: z.number().positive() })
  .refine((segment) => segment.end > segment.start, "must end after it starts");

export const renditionsSchema = z.array(renditionSchema);
export const audioTracksSchema = z.array(audioTrackSchema);
export const segmentsSchema = z.array(segmentSchema);

/** `stream.json`: a packaged folder; its paths are relative to the folder. */
export const streamSchema = z.object({
  durationSeconds: z.number().positive(),
  renditions: renditionsSchema.min(1),
  audioTracks: audioTracksSchema,
  thumbnailsPath: mediaPathSchema.nullable(),
  subtitles: z.array(subtitleTrackSchema).default([]),
  segments: segmentsSchema.default([]),
});

export type AssetStatus = (typeof ASSET_STATUSES)[number];
export type Rendition = z.infer<typeof renditionSchema>;
export type AudioTrack = z.infer<typeof audioTrackSchema>;
export type SubtitleTrack = z.infer<typeof subtitleTrackSchema>;
export type Segment = z.infer<typeof segmentSchema>;
export type Stream = z.infer<typeof streamSchema>;
