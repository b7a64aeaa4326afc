import "server-only";
import type { z } from "zod";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { cacheTags, forget } from "@/lib/platform/cache";
import { ringDoorbell } from "@/lib/platform/doorbell";
import { fromPostgrest } from "@/lib/platform/errors";
import { supabaseNow } from "@/lib/platform/supabase/clock";
import { renewUrls } from "@/lib/playback/deliver";
import { toFiguresRow } from "@/lib/playback/figures";
import { RENEW_BEFORE_SECONDS, SIGNED_URL_SECONDS, WATCHED_PERCENT } from "@/lib/playback/limits";
import { ended, handedOver } from "@/lib/playback/refusals";
import type { Heartbeat, progressBody } from "@/lib/playback/schema";

/**
 * Keeps a stream counted, and gives fresh addresses when the player's end within RENEW_BEFORE_SECONDS. Throws NOT_FOUND
 * when the stream was ended, its place was taken, or somebody else of the household is watching now.
 */
export async function keepAlive(
  ctx: ViewerContext,
  sessionId: string,
  expiresAt: number,
): Promise<Heartbeat> {
  const { data: outcome, error } = await ctx.db.rpc("heartbeat_playback_session", {
    p_session: sessionId,
    p_viewer: ctx.viewer.profileId,
  });
  if (error) throw fromPostgrest(error);
  if (outcome === "other-viewer") throw handedOver();
  if (outcome !== "counted") throw ended();
  const now = supabaseNow();
  if (expiresAt - now > RENEW_BEFORE_SECONDS * 1000) return { expiresAt, serverTime: now, urls: [] };
  const urls = await renewUrls(ctx, sessionId);
  return { expiresAt: now + SIGNED_URL_SECONDS * 1000, serverTime: now, urls };
}

/**
 * Saves a position and the figures of a stream, also of one that has just ended. False when nothing in it was news: a newer
 * report was there already, or the same one, or it had no position.
 */
export async function saveReport(
  ctx: ViewerContext,
  sessionId: string,
  report: z.output<typeof progressBody>,
  userAgent: string,
): Promise<boolean> {
  const { positionSeconds, durationSeconds, sequence, height } = report;
  const { data, error } = await ctx.db.rpc("report_playback", {
    p_session: sessionId,
    p_position: nullable(positionSeconds),
    p_duration: durationSeconds,
    p_sequence: sequence,
    ...(height && { p_quality: `${height}p` }),
    ...(report.figures && { p_figures: toFiguresRow(report.figures, report, userAgent) }),
  });
  if (error) throw fromPostgrest(error);
  if (data === null) throw ended();
  if (data && positionSeconds !== null && (positionSeconds / durationSeconds) * 100 >= WATCHED_PERCENT) {
    await forget(cacheTags.viewer(ctx.viewer.profileId));
  }
  if (data) await ringDoorbell(ctx.viewer);
  return data;
}

/** The generated types know no nullable parameters; this function takes null for "nothing shown yet". */
function nullable(value: number | null): number {
  return value as number;
}
