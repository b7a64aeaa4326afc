import { z } from "zod";

const numeric = z.coerce.number().optional().catch(undefined);

const tagsSchema = z
  .record(z.string(), z.string())
  .default({})
  .transform((tags) =>
    Object.fromEntries(Object.entries(tags).map(([name, value]) => [name.toLowerCase(), value])),
  );

const dispositionSchema = z.record(z.string(), z.number()).default({});

export const probeStreamSchema = z.object({
  index: z.number().int().nonnegative(),
  codec_type: z.string().default("unknown"),
  codec_name: z.string().default("unknown"),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  sample_aspect_ratio: z.string().optional(),
  r_frame_rate: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  field_order: z.string().optional(),
  pix_fmt: z.string().optional(),
  color_transfer: z.string().optional(),
  channels: z.number().int().optional(),
  channel_layout: z.string().optional(),
  start_time: numeric,
  duration: numeric,
  tags: tagsSchema,
  disposition: dispositionSchema,
  side_data_list: z.array(z.looseObject({ rotation: numeric })).default([]),
});

/** What `ffprobe -of json -show_streams -show_format` says, as far as the pipeline reads it. */
export const probeOutputSchema = z.object({
  streams: z.array(probeStreamSchema).default([]),
  format: z.object({ format_name: z.string(), start_time: numeric, duration: numeric, tags: tagsSchema }),
});

export type ProbeStream = z.infer<typeof probeStreamSchema>;
export type ProbeOutput = z.infer<typeof probeOutputSchema>;
