import { hlsOutput } from "@/lib/media/pipeline/hls";
import { trackLabel } from "@/lib/media/pipeline/language";
import {
  type Loudness,
  measureLoudness,
  normalisingFilter,
  stereoFilters,
} from "@/lib/media/pipeline/loudness";
import type { Source, SourceAudio } from "@/lib/media/pipeline/probe";
import { ffmpeg, inputArguments, type MediaTools } from "@/lib/media/pipeline/tools";

const BITRATE = "128k";

export type AudioPlan = { track: SourceAudio; name: string; label: string; loudness: Loudness | null };

type Options = { signal?: AbortSignal; onSeconds?: (seconds: number) => void };

/** Names and measures every track of sound; `onSeconds` counts through them one after the other. */
export async function planAudio(tools: MediaTools, source: Source, options: Options): Promise<AudioPlan[]> {
  const plans: AudioPlan[] = [];
  for (const [index, track] of source.audio.entries()) {
    const onSeconds = (seconds: number) => options.onSeconds?.(index * source.durationSeconds + seconds);
    const loudness = await measureLoudness(tools, source, track, { signal: options.signal, onSeconds });
    const title = track.title || (track.isDescription ? "Audio description" : "");
    const label = trackLabel(track.language, title, `Audio ${index + 1}`);
    plans.push({ track, name: `audio-${index}-${track.language}`, label: distinct(label, plans), loudness });
  }
  return plans;
}

/** Encodes every track as stereo AAC of exactly `durationSeconds`, so that sound and picture end together. */
export async function encodeAudio(
  tools: MediaTools,
  {
    source,
    plans,
    folder,
    durationSeconds,
  }: { source: Source; plans: AudioPlan[]; folder: string; durationSeconds: number },
  options: Options,
): Promise<void> {
  if (plans.length === 0) return;
  const outputs = plans.flatMap(({ track, name, loudness }) => {
    const level = loudness ? [normalisingFilter(loudness), "aresample=48000"] : [];
    const filters = [
      ...stereoFilters(track.channels),
      ...level,
      "apad",
      `atrim=end=${durationSeconds.toFixed(6)}`,
    ];
    return [
      ...["-map", `0:${track.streamIndex}`, "-map_metadata", "-1", "-af", filters.join(",")],
      ...["-c:a", "aac", "-b:a", BITRATE, "-ac", "2", "-ar", "48000", ...hlsOutput(name)],
    ];
  });
  const limitSeconds = 1800 + durationSeconds * 10;
  await ffmpeg(tools, ["-v", "error", ...inputArguments(source.path), ...outputs], {
    ...options,
    cwd: folder,
    limitSeconds,
  });
}

/** A menu with two equal lines helps nobody. */
function distinct(label: string, plans: AudioPlan[]): string {
  const taken = new Set(plans.map((plan) => plan.label));
  if (!taken.has(label)) return label;
  let number = 2;
  while (taken.has(`${label} ${number}`)) number += 1;
  return `${label} ${number}`;
}
