import "server-only";
import { StorageApiError } from "@supabase/supabase-js";
import { AppError, fromPostgrest } from "@/lib/platform/errors";
// biome-ignore lint/style/noRestrictedImports: signing what the entitlement opens is the one thing playback does with it
import { adminClient } from "@/lib/platform/supabase/admin";
import { SIGNED_URL_SECONDS } from "@/lib/playback/limits";
import { type SourceRow, sourceRow } from "@/lib/playback/rows";

// The private bucket opens to nobody but the service role, so this file holds its key. Whoever calls these functions has
// checked the entitlement first; no other file of playback may import the admin client.

const BUCKET = "media";
const KEPT_TEXTS = 500;
const texts = new Map<string, string>();

/** Addresses of these objects that end after SIGNED_URL_SECONDS, in the same order; one request for all. */
export async function signUrls(paths: string[]): Promise<string[]> {
  if (paths.length === 0) return [];
  const { data, error } = await adminClient()
    .storage.from(BUCKET)
    .createSignedUrls(paths, SIGNED_URL_SECONDS);
  if (error) throw new AppError("UNAVAILABLE", "platform.errors.unavailable", { cause: error });
  return data.map(({ signedUrl, error: reason }) => {
    if (!signedUrl || reason) throw notReady(reason);
    return signedUrl;
  });
}

/** A playlist, subtitle or thumbnail track. Kept in memory: a packaged stream never changes under its path. */
export async function readText(path: string): Promise<string> {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const { data, error } = await adminClient().storage.from(BUCKET).download(path);
  if (error) throw notReady(error);
  const text = await data.text();
  if (texts.size >= KEPT_TEXTS) texts.clear();
  texts.set(path, text);
  return text;
}

/** What the stream of a receiver plays, for the viewer who started it; null once it has ended or may not be seen. */
export async function readReceiverSource(
  sessionId: string,
  country: string | null,
): Promise<SourceRow | null> {
  const { data, error } = await adminClient().rpc("receiver_stream", {
    p_session: sessionId,
    // The generated types know no nullable parameters; the function takes null for "not said".
    p_country: country as string,
  });
  if (error) throw fromPostgrest(error);
  return sourceRow.nullable().parse(data);
}

type NewSession = {
  userId: string;
  viewerId: string;
  movieId: string;
  episodeId: string | null;
  device: string;
  maximumStreams: number;
  /** The session at Auth, with whose end the stream ends. */
  authSessionId: string;
};

/** Counts and starts in one step; `others` is the detail of the refusal when too many streams run already. */
export async function startSession(session: NewSession): Promise<{ id: string } | { others: string }> {
  const { data, error } = await adminClient().rpc("start_playback_session", {
    p_user: session.userId,
    p_viewer: session.viewerId,
    p_movie: session.movieId,
    p_device: session.device,
    p_max_streams: session.maximumStreams,
    ...(session.episodeId && { p_episode: session.episodeId }),
    ...(session.authSessionId && { p_auth_session: session.authSessionId }),
  });
  if (error?.code === "CV001") return { others: error.details };
  if (error) throw fromPostgrest(error);
  return { id: data };
}

/** A file that is not there is not ready yet; a storage that does not answer is something else. */
function notReady(cause: unknown): AppError {
  const isAbsent = typeof cause === "string" || (cause instanceof StorageApiError && cause.status < 500);
  if (!isAbsent) return new AppError("UNAVAILABLE", "platform.errors.unavailable", { cause });
  return new AppError("CONFLICT", "playback.errors.notReady", { cause, details: { reason: "not-ready" } });
}
