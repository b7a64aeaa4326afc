import "server-only";
import { z } from "zod";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { AppError } from "@/lib/platform/errors";
import { getSource, requirePlayable } from "@/lib/playback/source";
import { readText, signUrls } from "@/lib/playback/vault";

export const stillsQuery = z.object({ movieId: z.uuid() });

/** One picture of a film: a part of a sheet, in pixels of it. */
type Still = { x: number; y: number; width: number; height: number };
export type Stills = { sheet: string; stills: Still[] };

const MOST = 8;
const CUE = /^(thumbnails-\d+\.jpg)#xywh=(\d+),(\d+),(\d+),(\d+)$/gm;

/**
 * A few pictures of a film, spread over the first sheet of its scrubbing track, for a preview. Takes none of the plan's places
 * and opens nothing that playing would not: throws what starting it would throw.
 */
export async function getStills(ctx: ViewerContext, movieId: string): Promise<Stills> {
  const { asset } = requirePlayable(await getSource(ctx, movieId, null));
  if (!asset.thumbnails_path) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  const cues = [...(await readText(asset.thumbnails_path)).matchAll(CUE)];
  const first = cues[0]?.[1];
  if (!first) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  const onSheet = cues.filter(([, sheet]) => sheet === first);
  const folder = asset.thumbnails_path.slice(0, -"thumbnails.vtt".length);
  const [sheet = ""] = await signUrls([`${folder}${first}`]);
  return { sheet, stills: spread(onSheet).map(toStill) };
}

function spread<Item>(items: Item[]): Item[] {
  const step = Math.max(1, Math.floor(items.length / MOST));
  return items.filter((_, index) => index % step === 0).slice(0, MOST);
}

function toStill([, , x, y, width, height]: RegExpMatchArray): Still {
  return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}
