import { randomBytes, randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { renderSVG } from "uqr";
import { z } from "zod";
import { requireSignedIn, type SignedIn } from "../caller";
import type { AuthAnswer, AuthContext, AuthRequest, Db } from "../context";
import { AuthError, refusals } from "../errors";
import { parse } from "../input";
import { sha256 } from "../one-time-tokens";
import { answerSession, recordMethod, type SessionAnswer } from "../sessions";
import { matchingStep, toBase32 } from "../totp";
import { requireUser } from "../users";

const MAX_FACTORS = 10;
const CHALLENGE_SECONDS = 300;
/** As long as hosted keeps an enrolment that nobody has proved. */
const UNPROVED_SECONDS = 300;

const enrolSchema = z.object({
  factor_type: z.string(),
  friendly_name: z.string().trim().max(100).nullish(),
  issuer: z.string().trim().max(100).nullish(),
});
const verifySchema = z.object({ challenge_id: z.uuid(), code: z.string().regex(/^\d{6}$/) });

type Factor = { id: string; user_id: string; status: string; factor_type: string; secret: string };

/** POST /factors: a secret for an authenticator program, useless until a first code proves it. */
export async function enrolFactor(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const { user, aal } = await requireSignedIn(context, request);
  const { factor_type: type, friendly_name: name, issuer } = parse(enrolSchema, request.body);
  if (type !== "totp") {
    throw refusals.disabled(
      `mfa_${type === "phone" ? "phone" : "web_authn"}_enroll_not_enabled`,
      "Only TOTP is enabled",
    );
  }
  if (context.settings.isTotpDisabled)
    throw refusals.disabled("mfa_totp_enroll_not_enabled", "MFA enroll is disabled for TOTP");
  await context.sql`
    delete from auth.mfa_factors where user_id = ${user.id} and status = 'unverified'
      and created_at < now() - make_interval(secs => ${UNPROVED_SECONDS})`;
  const factors = await context.sql<Factor[]>`select * from auth.mfa_factors where user_id = ${user.id}`;
  if (factors.length >= MAX_FACTORS)
    throw refusals.disabled("too_many_enrolled_mfa_factors", "Too many factors");
  if (factors.some(({ status }) => status === "verified") && aal !== "aal2")
    throw needsAal2("enroll a new factor");
  const id = randomUUID();
  const secret = toBase32(randomBytes(20));
  try {
    await context.sql`
      insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, created_at, updated_at, secret)
      values (${id}, ${user.id}, ${name ?? ""}, 'totp', 'unverified', now(), now(), ${context.tokens.seal(secret)})`;
  } catch (error) {
    if ((error as { code?: string }).code !== "23505") throw error;
    const message = `A factor with the friendly name "${name}" for this user already exists`;
    throw refusals.disabled("mfa_factor_name_conflict", message);
  }
  const uri = otpauth(issuer || new URL(context.settings.siteUrl).host, user.email ?? user.id, secret);
  const totp = { qr_code: renderSVG(uri), secret, uri };
  return { status: 200, body: { id, type: "totp", friendly_name: name ?? "", totp } };
}

function otpauth(issuer: string, account: string, secret: string): string {
  const query = new URLSearchParams({ algorithm: "SHA1", digits: "6", issuer, period: "30", secret });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${query}`;
}

const needsAal2 = (what: string) => new AuthError(403, "insufficient_aal", `AAL2 required to ${what}`);

export async function challengeFactor(
  context: AuthContext,
  request: AuthRequest,
  factorId: string,
): Promise<AuthAnswer> {
  const { user } = await requireSignedIn(context, request);
  const factor = await requireFactor(context.sql, user.id, factorId);
  const id = randomUUID();
  await context.sql`
    insert into auth.mfa_challenges (id, factor_id, created_at, ip_address)
    values (${id}, ${factor.id}, now(), ${request.ip ?? "127.0.0.1"})`;
  const expires = Math.floor(Date.now() / 1000) + CHALLENGE_SECONDS;
  return { status: 200, body: { id, type: factor.factor_type, expires_at: expires } };
}

/** POST /factors/:id/verify: the right code lifts this session to aal2 and ends those that stayed below. */
export async function verifyFactor(
  context: AuthContext,
  request: AuthRequest,
  factorId: string,
): Promise<AuthAnswer> {
  const caller = await requireSignedIn(context, request);
  const { challenge_id: challengeId, code } = parse(verifySchema, request.body);
  const guesses = `totp:${caller.user.id}:${factorId}`;
  context.limits.guess(guesses);
  const session = await context.sql.begin(async (tx) => {
    // One code after the other, so that two at once cannot both find that it has not been used.
    await tx`select from auth.mfa_factors where id = ${factorId} for update`;
    const factor = await requireFactor(tx, caller.user.id, factorId);
    await requireChallenge(tx, factor, challengeId);
    if (!(await acceptCode(context, tx, factor, code))) return null;
    await tx`update auth.mfa_challenges set verified_at = now() where id = ${challengeId}`;
    return liftSession(context, tx, caller, factor);
  });
  if (!session) throw refusals.disabled("mfa_verification_failed", "Invalid TOTP code entered");
  context.limits.guessed(guesses);
  return { status: 200, body: session };
}

async function requireChallenge(tx: TransactionSql, factor: Factor, challengeId: string): Promise<void> {
  const [challenge] = await tx<{ is_live: boolean }[]>`
    select created_at > now() - make_interval(secs => ${CHALLENGE_SECONDS}) as is_live from auth.mfa_challenges
    where id = ${challengeId} and factor_id = ${factor.id} and verified_at is null`;
  if (!challenge)
    throw refusals.disabled("mfa_factor_not_found", "MFA factor with the provided challenge ID not found");
  if (!challenge.is_live) throw refusals.disabled("mfa_challenge_expired", "MFA challenge has expired");
}

/** A code counts once: its step is remembered as the moment of the factor's last challenge. */
async function acceptCode(
  { tokens }: AuthContext,
  tx: TransactionSql,
  factor: Factor,
  code: string,
): Promise<boolean> {
  const step = matchingStep(tokens.unseal(factor.secret), code);
  if (step === null) return false;
  const used = await tx`
    select 1 from auth.mfa_challenges where factor_id = ${factor.id} and otp_code = ${`${step}`} limit 1`;
  if (used.length > 0) return false;
  await tx`
    insert into auth.mfa_challenges (id, factor_id, created_at, verified_at, ip_address, otp_code)
    values (${randomUUID()}, ${factor.id}, now(), now(), '127.0.0.1', ${`${step}`})`;
  return true;
}

async function liftSession(
  context: AuthContext,
  tx: TransactionSql,
  { user, sessionId }: SignedIn,
  factor: Factor,
): Promise<SessionAnswer> {
  if (sessionId === null) throw refusals.sessionGone();
  const isFirst = factor.status !== "verified";
  await tx`update auth.mfa_factors set status = 'verified', updated_at = now() where id = ${factor.id}`;
  await tx`update auth.sessions set aal = 'aal2', factor_id = ${factor.id}, updated_at = now() where id = ${sessionId}`;
  await recordMethod(tx, sessionId, "totp");
  if (isFirst) {
    await tx`delete from auth.mfa_factors where user_id = ${user.id} and status = 'unverified' and factor_type = 'totp'`;
    await tx`delete from auth.sessions where user_id = ${user.id} and id <> ${sessionId} and aal = 'aal1'`;
  }
  const refreshToken = randomBytes(32).toString("base64url");
  await tx`update auth.refresh_tokens set revoked = true, updated_at = now() where session_id = ${sessionId} and not revoked`;
  await tx`
    insert into auth.refresh_tokens (token, user_id, revoked, session_id)
    values (${sha256(refreshToken)}, ${user.id}, false, ${sessionId})`;
  return answerSession(context, tx, await requireUser(tx, user.id), sessionId, refreshToken);
}

export async function unenrolFactor(
  context: AuthContext,
  request: AuthRequest,
  factorId: string,
): Promise<AuthAnswer> {
  const { user, aal } = await requireSignedIn(context, request);
  const factor = await requireFactor(context.sql, user.id, factorId);
  if (factor.status === "verified" && aal !== "aal2") throw needsAal2("unenroll a verified factor");
  await removeFactor(context, factor);
  return { status: 200, body: { id: factor.id } };
}

async function removeFactor({ sql }: AuthContext, factor: Factor): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`delete from auth.mfa_factors where id = ${factor.id}`;
    await tx`update auth.sessions set aal = 'aal1', factor_id = null where factor_id = ${factor.id}`;
  });
}

async function requireFactor(db: Db, userId: string, factorId: string): Promise<Factor> {
  const [factor] = await db<Factor[]>`
    select * from auth.mfa_factors where id = ${factorId} and user_id = ${userId}`;
  if (!factor) throw new AuthError(404, "mfa_factor_not_found", "Factor not found");
  return factor;
}

export async function listFactorsOf(
  { sql }: AuthContext,
  _request: AuthRequest,
  userId: string,
): Promise<AuthAnswer> {
  const factors = await sql`
    select id, friendly_name, factor_type, status, created_at, updated_at from auth.mfa_factors
    where user_id = ${userId} order by created_at`;
  return { status: 200, body: factors };
}

export async function deleteFactorOf(
  context: AuthContext,
  _request: AuthRequest,
  userId: string,
  factorId: string,
): Promise<AuthAnswer> {
  await removeFactor(context, await requireFactor(context.sql, userId, factorId));
  return { status: 200, body: { id: factorId } };
}
