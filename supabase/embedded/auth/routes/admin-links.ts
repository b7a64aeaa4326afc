import type { TransactionSql } from "postgres";
import { z } from "zod";
import type { AuthAnswer, AuthContext, AuthRequest } from "../context";
import { requestEmailChange } from "../email-change";
import { AuthError, refusals } from "../errors";
import { emailSchema, metadataSchema, parse } from "../input";
import { LINKS, type LinkKind, type PreparedLink, prepareLink, sendLink } from "../mail-links";
import { hashPassword, requireGoodPassword } from "../passwords";
import { safeRedirect } from "../redirects";
import { findUserByEmail, insertUser, toUserJson, type User } from "../users";

const inviteSchema = z.object({ email: emailSchema, data: metadataSchema.nullish() });
const linkSchema = z.object({
  type: z.enum(["signup", "invite", "magiclink", "recovery", "email_change_current", "email_change_new"]),
  email: emailSchema,
  password: z.string().max(1024).nullish(),
  new_email: emailSchema.nullish(),
  data: metadataSchema.nullish(),
  redirect_to: z.string().nullish(),
});
type LinkRequest = z.output<typeof linkSchema>;

/** POST /invite */
export async function invite(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const { email, data } = parse(inviteSchema, request.body);
  const redirectTo = safeRedirect(request.query.get("redirect_to"), context.settings);
  const link = await context.sql.begin(async (tx) => {
    const user = await inviteUser(tx, email, data ?? {});
    return prepareLink(context, tx, user, "invite", email, redirectTo, null);
  });
  await sendLink(context, link);
  return { status: 200, body: await toUserJson(context.sql, link.user) };
}

async function inviteUser(
  tx: TransactionSql,
  email: string,
  userMetadata: LinkRequest["data"],
): Promise<User> {
  const existing = await findUserByEmail(tx, email);
  if (existing?.email_confirmed_at) throw refusals.emailExists();
  return (
    existing ??
    insertUser(tx, { email, passwordHash: null, userMetadata: userMetadata ?? {}, isInvited: true })
  );
}

/** POST /admin/generate_link: the link without the mail. */
export async function generateLink(context: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const given = parse(linkSchema, request.body);
  const redirectTo = safeRedirect(given.redirect_to ?? request.query.get("redirect_to"), context.settings);
  const passwordHash = given.type === "signup" ? await signupHash(given) : null;
  const link = await context.sql.begin((tx) => linkFor(context, tx, given, redirectTo, passwordHash));
  return {
    status: 200,
    body: {
      ...(await toUserJson(context.sql, link.user)),
      action_link: link.address,
      email_otp: link.code,
      hashed_token: link.linkToken,
      redirect_to: redirectTo,
      verification_type: given.type.startsWith("email_change") ? given.type : LINKS[link.kind].verifyType,
    },
  };
}

async function signupHash(given: LinkRequest): Promise<string> {
  if (!given.password) throw refusals.validation("Signup requires a valid password");
  requireGoodPassword(given.password);
  return hashPassword(given.password);
}

async function linkFor(
  context: AuthContext,
  tx: TransactionSql,
  given: LinkRequest,
  redirectTo: string,
  passwordHash: string | null,
): Promise<PreparedLink> {
  const prepare = (user: User, kind: LinkKind) =>
    prepareLink(context, tx, user, kind, given.email, redirectTo, null);
  const fresh = () => insertUser(tx, { email: given.email, passwordHash, userMetadata: given.data ?? {} });
  const existing = await findUserByEmail(tx, given.email);
  if (given.type === "invite") return prepare(await inviteUser(tx, given.email, given.data), "invite");
  if (given.type === "signup") {
    if (existing?.email_confirmed_at) throw refusals.emailExists();
    return prepare(existing ?? (await fresh()), "confirmation");
  }
  if (given.type === "magiclink" && !existing) return prepare(await fresh(), "confirmation");
  if (!existing) throw new AuthError(404, "user_not_found", "User with this email not found");
  if (given.type === "magiclink") return prepare(existing, "magic_link");
  if (given.type === "recovery") return prepare(existing, "recovery");
  return changeLink(context, tx, given, existing, redirectTo);
}

async function changeLink(
  context: AuthContext,
  tx: TransactionSql,
  given: LinkRequest,
  user: User,
  redirectTo: string,
): Promise<PreparedLink> {
  if (!given.new_email) throw refusals.validation("new_email is required");
  if (user.email_change === given.new_email) {
    // The second of the pair must not undo the first.
    const kind = given.type as LinkKind;
    const to = kind === "email_change_new" ? given.new_email : given.email;
    return prepareLink(context, tx, user, kind, to, redirectTo, null);
  }
  const links = await requestEmailChange(context, tx, user, given.new_email, redirectTo, null);
  return (
    links.find(({ kind }) => kind === given.type) ??
    Promise.reject(refusals.validation("type is not enabled"))
  );
}
