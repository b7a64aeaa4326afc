import { z } from "zod";
import type { AuthAnswer, AuthContext, AuthRequest } from "../context";
import { refusals } from "../errors";
import { emailSchema, metadataSchema, parse } from "../input";
import { type LinkKind, prepareLink, sendLink } from "../mail-links";
import { type Challenge, readChallenge } from "../pkce";
import { safeRedirect } from "../redirects";
import { findUserByEmail, insertUser, type Metadata, replaceUnproven, type User } from "../users";

const otpSchema = z.object({
  email: emailSchema,
  create_user: z.boolean().nullish(),
  data: metadataSchema.nullish().transform((data) => data ?? {}),
});
const emailOnly = z.object({ email: emailSchema });
const resendSchema = z.object({ email: emailSchema, type: z.enum(["signup", "email_change"]) });

/** POST /otp and /magiclink: a link and a code; whoever is new is signed up by them. */
export async function requestOtp(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  if (request.body.phone) throw refusals.disabled("phone_provider_disabled", "Unsupported phone provider");
  const { email, create_user: mayCreate, data } = parse(otpSchema, request.body);
  const challenge = readChallenge(request.body);
  context.limits.mail("magic_link", email);
  const user = await findUserByEmail(context.sql, email);
  if (!user) {
    if (mayCreate === false) throw refusals.disabled("otp_disabled", "Signups not allowed for otp");
    if (context.settings.isSignupDisabled) {
      throw refusals.disabled("signup_disabled", "Signups not allowed for this instance");
    }
  }
  await mailLink(
    context,
    request,
    user?.email_confirmed_at ? "magic_link" : "confirmation",
    challenge,
    user ? await replaceUnproven(context.sql, user, null) : { email, data },
  );
  return { status: 200, body: {} };
}

/** POST /recover: the same answer whether or not there is such a user. */
export async function requestRecovery(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const { email } = parse(emailOnly, request.body);
  const challenge = readChallenge(request.body);
  context.limits.mail("recovery", email);
  const user = await findUserByEmail(context.sql, email);
  if (user)
    await mailLink(context, request, "recovery", challenge, await replaceUnproven(context.sql, user, null));
  return { status: 200, body: {} };
}

/** POST /resend for sign-up and change of address. */
export async function resend(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const { email, type } = parse(resendSchema, request.body);
  const challenge = readChallenge(request.body);
  context.limits.mail(type === "signup" ? "confirmation" : "email_change", email);
  const user = await findUserByEmail(context.sql, email);
  if (user && type === "signup" && !user.email_confirmed_at) {
    await mailLink(context, request, "confirmation", challenge, user);
  }
  if (user?.email_change && type === "email_change") {
    await mailLink(context, request, "email_change_new", challenge, user);
  }
  return { status: 200, body: {} };
}

async function mailLink(
  context: AuthContext,
  request: AuthRequest,
  kind: LinkKind,
  challenge: Challenge | null,
  who: User | { email: string; data: Metadata },
): Promise<void> {
  const redirectTo = safeRedirect(request.query.get("redirect_to"), context.settings);
  const link = await context.sql.begin(async (tx) => {
    const user =
      "id" in who
        ? who
        : await insertUser(tx, { email: who.email, passwordHash: null, userMetadata: who.data });
    const to = kind === "email_change_new" ? user.email_change : (user.email ?? "");
    return prepareLink(context, tx, user, kind, to, redirectTo, challenge);
  });
  await sendLink(context, link);
}
