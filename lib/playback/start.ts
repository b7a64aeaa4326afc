import "server-only";
import { toCard, toEpisode } from "@/lib/catalogue";
import type { Locale } from "@/lib/i18n/config";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { fromPostgrest } from "@/lib/platform/errors";
import { supabaseNow } from "@/lib/platform/supabase/clock";
import { getFirstPlaylists } from "@/lib/playback/deliver";
import { SIGNED_URL_SECONDS } from "@/lib/playback/limits";
import { listQualities, resumeSeconds, startRendition } from "@/lib/playback/policy";
import { receiverFolder } from "@/lib/playback/receiver/token";
import { tooManyStreams } from "@/lib/playback/refusals";
import { otherStreams } from "@/lib/playback/rows";
import type { OtherStream, Playback, StartInput } from "@/lib/playback/schema";
import { type AllowedStream, getSource, requirePlayable } from "@/lib/playback/source";
import { startSession } from "@/lib/playback/vault";

const HIGHEST_LIMIT = 18;

/**
 * Checks rights, plan and the number of streams, and begins one. Throws NOT_FOUND (not for this viewer), PLAN_REQUIRED,
 * CONFLICT (not ready), LIMIT_REACHED with the household's other streams.
 */
export async function startPlayback(
  ctx: ViewerContext,
  { movieId, episodeId, replacesSessionId }: StartInput,
  device: string,
): Promise<Playback> {
  const [source] = await Promise.all([
    getSource(ctx, movieId, episodeId ?? null),
    replacesSessionId ? endSession(ctx, replacesSessionId) : null,
  ]);
  const opened = requirePlayable(source);
  const [started, playlists] = await Promise.all([
    startSession({
      userId: ctx.user.id,
      viewerId: ctx.viewer.profileId,
      movieId,
      episodeId: source.episode?.id ?? null,
      device,
      authSessionId: ctx.user.sessionId,
      maximumStreams: opened.maximumStreams,
    }),
    // Signed while the place is taken. Where that fails the player asks for them itself and hears why.
    getFirstPlaylists(opened).catch(() => ({})),
  ]);
  if ("others" in started) throw tooManyStreams(toOtherStreams(ctx, started.others));
  const receiverUrl = await receiverFolder({ sessionId: started.id, country: ctx.viewer.country });
  return toPlayback(started.id, { ...opened, source, playlists, receiverUrl }, ctx.viewer.locale);
}

/** Ends a stream of the household, on whatever device; false when there was none to end. */
export async function endSession({ db }: ViewerContext, sessionId: string): Promise<boolean> {
  const { data, error } = await db.rpc("end_playback_session", { p_session: sessionId });
  if (error) throw fromPostgrest(error);
  return data;
}

/** Titles are named only to a viewer without a limit: another of the household may watch what this one must not know. */
function toOtherStreams({ viewer }: ViewerContext, detail: string): OtherStream[] {
  return otherStreams.parse(JSON.parse(detail)).map(({ sessionId, device, title }) => ({
    sessionId,
    device,
    title: viewer.maturityLimit >= HIGHEST_LIMIT ? title : null,
  }));
}

type Started = AllowedStream & Pick<Playback, "playlists" | "receiverUrl">;

function toPlayback(
  sessionId: string,
  { source, asset, renditions, playlists, receiverUrl }: Started,
  locale: Locale,
): Playback {
  const base = `/api/playback/${sessionId}`;
  const now = supabaseNow();
  return {
    sessionId,
    masterUrl: `${base}/master.m3u8`,
    receiverUrl,
    playlists,
    startHeight: startRendition(renditions)?.height ?? 0,
    preferences: source.preferences,
    card: toCard(source.card, locale),
    episode: source.episode && toEpisode(source.episode),
    nextEpisode: source.next_episode && toEpisode(source.next_episode),
    durationSeconds: asset.duration_seconds ?? 0,
    resumeSeconds: resumeSeconds(source.resume),
    qualities: listQualities(source),
    subtitles: source.subtitles.map(({ path: _path, is_default: isDefault, ...track }, index) => ({
      ...track,
      isDefault,
      url: `${base}/subtitles/${index}.vtt`,
    })),
    thumbnailsUrl: asset.thumbnails_path && `${base}/thumbnails.vtt`,
    segments: asset.segments,
    expiresAt: now + SIGNED_URL_SECONDS * 1000,
    serverTime: now,
  };
}
