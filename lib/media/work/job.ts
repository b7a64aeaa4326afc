import { z } from "zod";

export const TRANSCODE_QUEUE = "media-transcode";

/** What a series' file will become once it can be watched; until then viewers see nothing of it. */
export const episodePlanSchema = z.object({
  season: z.number().int().min(0).max(200),
  number: z.number().int().min(0).max(5000),
  title: z.string().min(1).max(300),
});

export const transcodeJobSchema = z.object({
  assetId: z.uuid(),
  movieId: z.uuid(),
  episode: episodePlanSchema.nullable(),
});

export type EpisodePlan = z.infer<typeof episodePlanSchema>;
export type TranscodeJob = z.infer<typeof transcodeJobSchema>;
