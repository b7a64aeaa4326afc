import { randomBytes, randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import type { AuthContext, AuthRequest, Db } from "./context";
import { AuthError, refusals } from "./errors";
import { sha256 } from "./one-time-tokens";
import { isBanned, requireUser, toUserJson, type User } from "./users";

export const ACCESS_TOKEN_SECONDS = 3600;

type SessionRow = { id: string; user_id: string; aal: string; not_after: Date | null };
type RefreshRow = {
  id: string;
  session_id: string;
  revoked: boolean;
  updated_at: Date;
  parent: string | null;
};
export type SessionAnswer = Record<string, unknown> & { access_token: string; refresh_token: string };

/** A new session with its first refresh token. */
export async function startSession(
  context: AuthContext,
  tx: TransactionSql,
  user: User,
  method: string,
  request: AuthRequest,
): Promise<SessionAnswer> {
  const id = randomUUID();
  await tx`
    insert into auth.sessions (id, user_id, aal, user_agent, ip)
    values (${id}, ${user.id}, 'aal1', ${request.userAgent}, ${request.ip})`;
  await recordMethod(tx, id, method);
  const refreshToken = randomBytes(32).toString("base64url");
  await storeRefreshToken(tx, user.id, id, refreshToken, null);
  await tx`update auth.users set last_sign_in_at = now(), updated_at = now() where id = ${user.id}`;
  // A provider's identity was touched when it came back.
  if (method !== "oauth")
    await tx`update auth.identities set last_sign_in_at = now() where user_id = ${user.id} and provider = 'email'`;
  return answerSession(context, tx, await requireUser(tx, user.id), id, refreshToken);
}

export async function recordMethod(db: Db, sessionId: string, method: string): Promise<void> {
  await db`
    insert into auth.mfa_amr_claims (session_id, created_at, updated_at, authentication_method)
    values (${sessionId}, now(), now(), ${method})
    on conflict (session_id, authentication_method) do update set updated_at = now()`;
}

async function storeRefreshToken(
  db: Db,
  userId: string,
  sessionId: string,
  token: string,
  parent: string | null,
) {
  await db`
    insert into auth.refresh_tokens (token, user_id, revoked, parent, session_id)
    values (${sha256(token)}, ${userId}, false, ${parent}, ${sessionId})`;
}

export async function answerSession(
  context: AuthContext,
  db: Db,
  user: User,
  sessionId: string,
  refreshToken: string,
): Promise<SessionAnswer> {
  return {
    access_token: await accessToken(context, db, user, sessionId),
    token_type: "bearer",
    expires_in: ACCESS_TOKEN_SECONDS,
    expires_at: Math.floor(Date.now() / 1000) + ACCESS_TOKEN_SECONDS,
    refresh_token: refreshToken,
    user: await toUserJson(db, user),
  };
}

async function accessToken(
  { tokens, settings }: AuthContext,
  db: Db,
  user: User,
  sessionId: string,
): Promise<string> {
  const [session] = await db<{ aal: string }[]>`select aal from auth.sessions where id = ${sessionId}`;
  const methods = await db<{ method: string; timestamp: string }[]>`
    select authentication_method as method, extract(epoch from updated_at)::bigint as timestamp
    from auth.mfa_amr_claims where session_id = ${sessionId} order by updated_at desc`;
  const claims = {
    iss: `${settings.publicUrl}/auth/v1`,
    sub: user.id,
    aud: user.aud,
    email: user.email ?? "",
    phone: "",
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    role: user.role,
    aal: session?.aal ?? "aal1",
    amr: methods.map(({ method, timestamp }) => ({ method, timestamp: Number(timestamp) })),
    session_id: sessionId,
    is_anonymous: user.is_anonymous,
  };
  return tokens.sign(claims, ACCESS_TOKEN_SECONDS);
}

const notFound = () =>
  new AuthError(400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found");
const alreadyUsed = () =>
  new AuthError(400, "refresh_token_already_used", "Invalid Refresh Token: Already Used");

/**
 * Swaps a refresh token for its successor. A successor is derived from its parent, so that a client whose answer was
 * lost gets the same one again although only digests are stored. A token that comes back late ends its whole family.
 */
export async function refreshSession(context: AuthContext, token: string): Promise<SessionAnswer> {
  const result = await context.sql.begin(async (tx) => {
    const [found] = await tx<RefreshRow[]>`select * from auth.refresh_tokens where token = ${sha256(token)}`;
    if (!found) throw notFound();
    const [session] = await tx<
      SessionRow[]
    >`select * from auth.sessions where id = ${found.session_id} for update`;
    if (!session || (session.not_after && session.not_after < new Date())) throw notFound();
    const user = await requireUser(tx, session.user_id);
    if (isBanned(user)) throw refusals.banned(400);
    const next = await successorOf(context, tx, session, token);
    // Committed, not thrown: the end of the family must not be rolled back.
    if (!next) return null;
    await tx`update auth.sessions set refreshed_at = now(), updated_at = now() where id = ${session.id}`;
    return answerSession(context, tx, user, session.id, next);
  });
  if (!result) throw alreadyUsed();
  return result;
}

async function successorOf(
  context: AuthContext,
  tx: TransactionSql,
  session: SessionRow,
  token: string,
): Promise<string | null> {
  const [row] = await tx<RefreshRow[]>`select * from auth.refresh_tokens where token = ${sha256(token)}`;
  if (!row) return null;
  const child = context.tokens.digest(`refresh:${token}`);
  if (!row.revoked) {
    await tx`update auth.refresh_tokens set revoked = true, updated_at = now() where id = ${row.id}`;
    await storeRefreshToken(tx, session.user_id, session.id, child, sha256(token));
    return child;
  }
  const [active] = await tx<RefreshRow[]>`
    select * from auth.refresh_tokens where session_id = ${session.id} and not revoked order by id desc limit 1`;
  const isParentOfActive = active?.parent === sha256(token);
  const isRecent = row.updated_at.getTime() + context.settings.reuseIntervalSeconds * 1000 > Date.now();
  if (active && (isParentOfActive || isRecent)) return activeDescendant(context, tx, token);
  await tx`update auth.refresh_tokens set revoked = true, updated_at = now() where session_id = ${session.id}`;
  return null;
}

async function activeDescendant(
  context: AuthContext,
  tx: TransactionSql,
  token: string,
): Promise<string | null> {
  for (
    let next = context.tokens.digest(`refresh:${token}`);
    ;
    next = context.tokens.digest(`refresh:${next}`)
  ) {
    const [row] = await tx<RefreshRow[]>`select * from auth.refresh_tokens where token = ${sha256(next)}`;
    if (!row) return null;
    if (!row.revoked) return next;
  }
}

/** Ends sessions of a user: their refresh tokens go with them at once. */
export async function endSessions(
  db: Db,
  userId: string,
  which: "all" | { only: string } | { except: string },
) {
  if (which === "all") await db`delete from auth.sessions where user_id = ${userId}`;
  else if ("only" in which)
    await db`delete from auth.sessions where user_id = ${userId} and id = ${which.only}`;
  else await db`delete from auth.sessions where user_id = ${userId} and id <> ${which.except}`;
}
