import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { z } from "zod";
import { requireSignedIn, type SignedIn } from "../caller";
import type { AuthAnswer, AuthContext, AuthRequest } from "../context";
import { requestEmailChange } from "../email-change";
import { AuthError, refusals } from "../errors";
import { emailSchema, metadataSchema, parse } from "../input";
import { sendLink } from "../mail-links";
import { localeOf } from "../mails/mailer";
import { issueToken, redeemCode } from "../one-time-tokens";
import { hashPassword, passwordMatches, requireGoodPassword } from "../passwords";
import { readChallenge } from "../pkce";
import { safeRedirect } from "../redirects";
import { endSessions } from "../sessions";
import { mergeMetadata, requireUser, toUserJson, updateUser } from "../users";

const schema = z.object({
  email: emailSchema.nullish().or(z.literal("")),
  password: z.string().max(1024).nullish(),
  current_password: z.string().max(1024).nullish(),
  nonce: z.string().max(64).nullish(),
  data: metadataSchema.nullish(),
});
/** How long a session that began with a mail may set a password without the old one. */
const MAILED_MINUTES = 15;
const scopeSchema = z.enum(["global", "local", "others"]);

export async function getUser(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const { user } = await requireSignedIn(context, request);
  return { status: 200, body: await toUserJson(context.sql, user) };
}

/** PUT /user: metadata and password at once, the address after its confirmation. */
export async function updateOwnUser(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const caller = await requireSignedIn(context, request);
  const given = parse(schema, request.body);
  const { email, password, nonce, data } = given;
  const { user } = caller;
  const redirectTo = safeRedirect(request.query.get("redirect_to"), context.settings);
  const challenge = readChallenge(request.body);
  const isNewEmail = Boolean(email) && email !== user.email;
  if (isNewEmail || password) await requireSecondStep(context, caller);
  if (isNewEmail) context.limits.mail("email_change", email ?? "");
  // A mailed code stands for the current password, and is redeemed below.
  if (password && !nonce) await requireCurrentPassword(context, caller, given.current_password);
  const hashed = password ? await newPassword(caller, password) : null;
  const { sent: links } = await context.sql.begin(async (tx) => {
    if (hashed) await setPassword(context, tx, caller, hashed, nonce);
    if (data) {
      const metadata = mergeMetadata(user.raw_user_meta_data, data);
      await updateUser(tx, user.id, { raw_user_meta_data: metadata });
    }
    const sent = isNewEmail
      ? await requestEmailChange(context, tx, user, email ?? "", redirectTo, challenge)
      : [];
    return { sent };
  });
  for (const link of links) await sendLink(context, link);
  return { status: 200, body: await toUserJson(context.sql, await requireUser(context.sql, user.id)) };
}

async function requireSecondStep({ sql }: AuthContext, { user, aal }: SignedIn): Promise<void> {
  const [factor] = await sql`
    select 1 from auth.mfa_factors where user_id = ${user.id} and status = 'verified' limit 1`;
  if (factor && aal !== "aal2") {
    throw new AuthError(
      401,
      "insufficient_aal",
      "AAL2 session is required to update email or password when MFA is enabled.",
    );
  }
}

/** Hosted leaves this out for any session that began with a mail; here only for as long as a mailed link would live. */
async function requireCurrentPassword(
  context: AuthContext,
  { user, sessionId }: SignedIn,
  password: string | null | undefined,
): Promise<void> {
  if (!context.settings.requiresCurrentPassword || !user.encrypted_password) return;
  const [mailed] = await context.sql`
    select 1 from auth.mfa_amr_claims where session_id = ${sessionId}
      and authentication_method in ('otp', 'magiclink', 'recovery')
      and updated_at > now() - make_interval(mins => ${MAILED_MINUTES})`;
  if (mailed) return;
  if (!password) {
    const message = "Current password required when setting new password.";
    throw new AuthError(400, "current_password_required", message);
  }
  const guesses = `password:${user.email}`;
  context.limits.guess(guesses);
  if (!(await passwordMatches(password, user.encrypted_password))) {
    throw new AuthError(400, "current_password_mismatch", "Current password does not match.");
  }
  context.limits.guessed(guesses);
}

async function newPassword({ user }: SignedIn, password: string): Promise<string> {
  requireGoodPassword(password);
  if (await passwordMatches(password, user.encrypted_password)) {
    throw new AuthError(422, "same_password", "New password should be different from the old password.");
  }
  return hashPassword(password);
}

/** Whoever else is signed in with the old password is signed out. */
async function setPassword(
  context: AuthContext,
  tx: TransactionSql,
  { user, sessionId }: SignedIn,
  hashed: string,
  nonce: string | null | undefined,
): Promise<void> {
  if (nonce || (context.settings.reauthenticatesForPassword && !(await isRecent(tx, sessionId)))) {
    await requireNonce(context, tx, user.email ?? "", nonce);
  }
  await updateUser(tx, user.id, { encrypted_password: hashed });
  await endSessions(tx, user.id, sessionId ? { except: sessionId } : "all");
}

async function isRecent(tx: TransactionSql, sessionId: string | null): Promise<boolean> {
  const [row] =
    await tx`select 1 from auth.sessions where id = ${sessionId} and created_at > now() - interval '24 hours'`;
  return row !== undefined;
}

async function requireNonce(
  context: AuthContext,
  tx: TransactionSql,
  email: string,
  nonce: string | null | undefined,
) {
  if (!nonce)
    throw new AuthError(400, "reauthentication_needed", "Password update requires reauthentication");
  try {
    await redeemCode(context, tx, email, nonce, ["reauthentication_token"]);
  } catch (error) {
    if (!(error instanceof AuthError) || error.status === 429) throw error;
    throw new AuthError(422, "reauthentication_not_valid", "Nonce has expired or is invalid");
  }
}

/** GET /reauthenticate: mails a code that the next change of password carries. */
export async function reauthenticate(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const { user } = await requireSignedIn(context, request);
  if (!user.email || !user.email_confirmed_at) throw refusals.notConfirmed();
  context.limits.mail("reauthentication", user.email);
  const { code } = await issueToken(context, context.sql, user, "reauthentication_token", user.email, false);
  await updateUser(context.sql, user.id, { reauthentication_sent_at: new Date() });
  await context.mailer.send(user.email, { kind: "reauthentication", locale: localeOf(user), code });
  return { status: 200, body: { message_id: randomUUID() } };
}

/** POST /logout?scope=global|local|others */
export async function logOut(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const scope = scopeSchema.safeParse(request.query.get("scope") ?? "global");
  if (!scope.success) throw refusals.validation(`Unsupported logout scope`);
  const { user, sessionId } = await requireSignedIn(context, request);
  if (scope.data === "global" || sessionId === null) await endSessions(context.sql, user.id, "all");
  else
    await endSessions(
      context.sql,
      user.id,
      scope.data === "local" ? { only: sessionId } : { except: sessionId },
    );
  return { status: 204 };
}
