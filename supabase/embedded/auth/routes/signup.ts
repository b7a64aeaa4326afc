import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { AuthAnswer, AuthContext, AuthRequest } from "../context";
import { refusals } from "../errors";
import { emailSchema, metadataSchema, parse } from "../input";
import { prepareLink, sendLink } from "../mail-links";
import { hashPassword, requireGoodPassword } from "../passwords";
import { readChallenge } from "../pkce";
import { safeRedirect } from "../redirects";
import { findUserByEmail, insertUser, type Metadata, replaceUnproven, toUserJson } from "../users";

const schema = z.object({
  email: emailSchema,
  password: z.string().max(1024),
  data: metadataSchema.nullish().transform((data) => data ?? {}),
});

/** POST /signup. An address that is taken gets the same answer as a new one, and no mail. */
export async function signUp(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const { settings, sql, limits } = context;
  if (settings.isSignupDisabled)
    throw refusals.disabled("signup_disabled", "Signups not allowed for this instance");
  if (!request.body.email) throw refuseOtherKinds(request);
  const { email, password, data } = parse(schema, request.body);
  requireGoodPassword(password);
  const challenge = readChallenge(request.body);
  const redirectTo = safeRedirect(request.query.get("redirect_to"), settings);
  limits.mail("confirmation", email);
  // Hashed in any case, so that a taken address is not the faster one.
  const passwordHash = await hashPassword(password);
  const link = await sql.begin(async (tx) => {
    const existing = await findUserByEmail(tx, email);
    if (existing?.email_confirmed_at) return null;
    const user = existing
      ? await replaceUnproven(tx, existing, passwordHash)
      : await insertUser(tx, { email, passwordHash, userMetadata: data });
    return prepareLink(context, tx, user, "confirmation", email, redirectTo, challenge);
  });
  if (!link) return { status: 200, body: lookalike(email, data) };
  await sendLink(context, link);
  return { status: 200, body: await toUserJson(sql, link.user) };
}

function refuseOtherKinds(request: AuthRequest): Error {
  if (request.body.phone) return refusals.disabled("phone_provider_disabled", "Phone signups are disabled");
  if (request.body.password)
    return refusals.validation("Sign up only available with email or phone provider");
  return refusals.disabled("anonymous_provider_disabled", "Anonymous sign-ins are disabled");
}

/** What hosted answers for a taken address: a user that does not exist, without identities. */
function lookalike(email: string, data: Metadata) {
  const now = new Date();
  return {
    id: randomUUID(),
    aud: "authenticated",
    role: "",
    email,
    phone: "",
    confirmation_sent_at: now,
    app_metadata: { provider: "email", providers: ["email"] },
    user_metadata: data,
    identities: [],
    created_at: now,
    updated_at: now,
    is_anonymous: false,
  };
}
