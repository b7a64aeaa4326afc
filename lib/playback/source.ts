import "server-only";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { AppError, fromPostgrest } from "@/lib/platform/errors";
import { preferAudio } from "@/lib/playback/manifest";
import { canPlay, type Verdict } from "@/lib/playback/policy";
import { ended, refusal } from "@/lib/playback/refusals";
import { type SourceRow, sourceRow, streamRow } from "@/lib/playback/rows";

export type AllowedStream = Extract<Verdict, { isAllowed: true }> & { source: SourceRow };

/** Throws NOT_FOUND for a title or episode that this viewer may not see, whatever the reason. */
export async function getSource(
  { db, user, viewer }: ViewerContext,
  movieId: string,
  episodeId: string | null,
): Promise<SourceRow> {
  const { data, error } = await db.rpc("playback_source", {
    p_user: user.id,
    p_viewer: viewer.profileId,
    p_movie: movieId,
    p_episode: nullable(episodeId),
    p_maturity_limit: viewer.maturityLimit,
    p_country: nullable(viewer.country),
  });
  if (error) throw fromPostgrest(error);
  const source = sourceRow.nullable().parse(data);
  if (!source) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  return source;
}

/** What a running session of this viewer may stream right now: everything is checked again. */
export async function getStream(ctx: ViewerContext, sessionId: string): Promise<AllowedStream> {
  const { data, error } = await ctx.db.rpc("playback_stream", {
    p_session: sessionId,
    p_viewer: ctx.viewer.profileId,
    p_maturity_limit: ctx.viewer.maturityLimit,
    p_country: nullable(ctx.viewer.country),
  });
  if (error) throw fromPostgrest(error);
  const stream = streamRow.nullable().parse(data);
  if (!stream?.is_live || !stream.source) throw ended();
  return { ...requirePlayable(stream.source), source: stream.source };
}

/** The viewer's own language is the default sound wherever the film has it. */
export function requirePlayable(source: SourceRow): Extract<Verdict, { isAllowed: true }> {
  const verdict = canPlay(source);
  if (!verdict.isAllowed) throw refusal(verdict);
  const { asset } = verdict;
  const audioTracks = preferAudio(asset.audio_tracks, source.preferences.audioLanguage);
  return { ...verdict, asset: { ...asset, audio_tracks: audioTracks } };
}

/** The generated types know no nullable parameters; these functions take null for "not said". */
function nullable(value: string | null): string {
  return value as string;
}
