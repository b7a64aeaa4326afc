import type { AuthContext, AuthRequest } from "./context";
import { refusals } from "./errors";
import { findUser, isBanned, type User } from "./users";

export type SignedIn = { user: User; sessionId: string | null; aal: string };

/** The person behind the bearer token. The session must still exist: sign-out counts at once here. */
export async function requireSignedIn(context: AuthContext, request: AuthRequest): Promise<SignedIn> {
  if (!request.bearer) throw refusals.noToken();
  const claims = await context.tokens.verify(request.bearer);
  if (!claims?.sub || claims.iss !== `${context.settings.publicUrl}/auth/v1`) throw refusals.badToken();
  const user = await findUser(context.sql, claims.sub);
  if (!user) throw refusals.userNotFound();
  if (isBanned(user)) throw refusals.banned(403);
  const sessionId = claims.session_id ?? null;
  if (sessionId === null) return { user, sessionId, aal: "aal1" };
  const [session] = await context.sql<{ aal: string }[]>`
    select aal from auth.sessions
    where id = ${sessionId} and user_id = ${user.id} and (not_after is null or not_after > now())`;
  if (!session) throw refusals.sessionGone();
  return { user, sessionId, aal: session.aal };
}

/** The secret key, or a token of the service role. */
export async function requireService({ tokens }: AuthContext, request: AuthRequest): Promise<void> {
  if (!request.bearer) throw refusals.noToken();
  const claims = await tokens.verify(request.bearer);
  if (!claims) throw refusals.badToken();
  if (claims.role !== "service_role") throw refusals.notAdmin();
}
