import { z } from "zod";
import { cardRow, episodeRow } from "@/lib/catalogue";
import { audioTracksSchema, renditionsSchema, SUBTITLE_KINDS, segmentsSchema } from "@/lib/media";
import { TIERS } from "@/lib/platform/auth/household";
import { DEFAULT_PREFERENCES } from "@/lib/playback/preferences/choices";
import { preferencesRow } from "@/lib/playback/preferences/schema";

const plan = z.object({ tier: z.enum(TIERS), name: z.string(), max_video_height: z.number() });

/** What the SQL function playback_source answers. */
export const sourceRow = z.object({
  card: cardRow,
  episode: episodeRow.nullable(),
  next_episode: episodeRow.nullable(),
  asset: z
    .object({
      id: z.uuid(),
      duration_seconds: z.number().nullable(),
      renditions: renditionsSchema,
      audio_tracks: audioTracksSchema,
      thumbnails_path: z.string().nullable(),
      segments: segmentsSchema,
    })
    .nullable(),
  subtitles: z.array(
    z.object({
      language: z.string(),
      label: z.string(),
      kind: z.enum(SUBTITLE_KINDS),
      path: z.string(),
      is_default: z.boolean(),
    }),
  ),
  resume: z.object({ progress_seconds: z.number(), watch_percentage: z.number() }).nullable(),
  preferences: preferencesRow.nullable().transform((known) => known ?? DEFAULT_PREFERENCES),
  entitlement: z
    .object({ tier: z.enum(TIERS), max_streams: z.number(), max_video_height: z.number() })
    .nullable(),
  plans: z.array(plan),
});

export const streamRow = z.object({ is_live: z.boolean(), source: sourceRow.nullable() });

export const otherStreams = z.array(
  z.object({ sessionId: z.uuid(), device: z.string(), title: z.string(), movieId: z.uuid() }),
);

export type SourceRow = z.output<typeof sourceRow>;
export type AssetRow = NonNullable<SourceRow["asset"]>;
export type PlanRow = z.output<typeof plan>;
