import { z } from "zod";
import type { Source, SourceAudio } from "@/lib/media/pipeline/probe";
import { ffmpeg, inputArguments, type MediaTools } from "@/lib/media/pipeline/tools";

/** EBU R128: programme loudness -23 LUFS, true peak at most -1 dBTP. */
const TARGET = { loudness: -23, truePeak: -1, range: 20 };
/** Below this a track is silence or room noise, and raising it would only make noise. */
const SILENCE_LUFS = -60;

const measuredSchema = z.object({
  input_i: z.coerce.number(),
  input_tp: z.coerce.number(),
  input_lra: z.coerce.number(),
  input_thresh: z.coerce.number(),
  target_offset: z.coerce.number(),
});
export type Loudness = z.infer<typeof measuredSchema>;

/**
 * Everything to stereo at 48 kHz, silence filled in where sound starts late or has holes. Surround is mixed down by
 * ITU-R BS.775 (centre and sides 3 dB lower) with some of the low-frequency channel; absent channels drop out.
 */
export function stereoFilters(channels: number): string[] {
  const timeline = "aresample=48000:async=1:first_pts=0";
  if (channels <= 2) return [timeline, "aformat=sample_fmts=fltp:channel_layouts=stereo"];
  const side = (letter: "L" | "R") =>
    `F${letter}=F${letter}+0.707*FC+0.707*S${letter}+0.707*B${letter}+0.5*BC+0.25*LFE`;
  return [timeline, "aformat=sample_fmts=fltp", `pan=stereo|${side("L")}|${side("R")}`];
}

/** First pass: how loud a track is once it is stereo; null when it is as good as silent. */
export async function measureLoudness(
  tools: MediaTools,
  source: Source,
  track: SourceAudio,
  options: { signal?: AbortSignal; onSeconds?: (seconds: number) => void },
): Promise<Loudness | null> {
  const filters = [...stereoFilters(track.channels), `${loudnorm()}:print_format=json`].join(",");
  const args = [
    ...inputArguments(source.path),
    "-map",
    `0:${track.streamIndex}`,
    "-af",
    filters,
    "-f",
    "null",
    "-",
  ];
  return parseLoudness(await ffmpeg(tools, ["-v", "info", ...args], options));
}

export function parseLoudness(report: string): Loudness | null {
  const start = report.lastIndexOf("{");
  const end = report.indexOf("}", start);
  if (start < 0 || end < 0) return null;
  const parsed = measuredSchema.safeParse(JSON.parse(report.slice(start, end + 1)));
  if (!parsed.success || !Object.values(parsed.data).every(Number.isFinite)) return null;
  return parsed.data.input_i > SILENCE_LUFS ? parsed.data : null;
}

/** Second pass: one constant gain where the peaks allow it, else the gentle limiter of the filter. */
export function normalisingFilter(measured: Loudness): string {
  const { input_i, input_tp, input_lra, input_thresh, target_offset } = measured;
  const values = `measured_I=${input_i}:measured_TP=${input_tp}:measured_LRA=${input_lra}:measured_thresh=${input_thresh}`;
  return `${loudnorm()}:${values}:offset=${target_offset}:linear=true`;
}

function loudnorm(): string {
  return `loudnorm=I=${TARGET.loudness}:TP=${TARGET.truePeak}:LRA=${TARGET.range}`;
}
