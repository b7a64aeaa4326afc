import type { AuthContext, Db } from "./context";
import { localeOf } from "./mails/mailer";
import type { MailKind } from "./mails/words";
import { type Issued, issueToken, type TokenType } from "./one-time-tokens";
import { type Challenge, startFlow } from "./pkce";
import { type User, updateUser } from "./users";

export type LinkKind = Exclude<MailKind, "reauthentication">;

type Plan = { tokenType: TokenType; verifyType: string; flow: string; sentAt: keyof User };

export const LINKS: Record<LinkKind, Plan> = {
  confirmation: {
    tokenType: "confirmation_token",
    verifyType: "signup",
    flow: "email/signup",
    sentAt: "confirmation_sent_at",
  },
  invite: {
    tokenType: "confirmation_token",
    verifyType: "invite",
    flow: "invite",
    sentAt: "confirmation_sent_at",
  },
  magic_link: {
    tokenType: "recovery_token",
    verifyType: "magiclink",
    flow: "magiclink",
    sentAt: "recovery_sent_at",
  },
  recovery: {
    tokenType: "recovery_token",
    verifyType: "recovery",
    flow: "recovery",
    sentAt: "recovery_sent_at",
  },
  email_change_new: {
    tokenType: "email_change_token_new",
    verifyType: "email_change",
    flow: "email_change",
    sentAt: "email_change_sent_at",
  },
  email_change_current: {
    tokenType: "email_change_token_current",
    verifyType: "email_change",
    flow: "email_change",
    sentAt: "email_change_sent_at",
  },
};

export type PreparedLink = Issued & { kind: LinkKind; to: string; address: string; user: User };

/** Issues the token of a link and remembers the PKCE challenge; the mail goes out after the commit. */
export async function prepareLink(
  context: AuthContext,
  db: Db,
  user: User,
  kind: LinkKind,
  to: string,
  redirectTo: string,
  challenge: Challenge | null,
): Promise<PreparedLink> {
  const plan = LINKS[kind];
  const issued = await issueToken(context, db, user, plan.tokenType, to, challenge !== null);
  await startFlow(db, user, plan.flow, challenge);
  const updated = await updateUser(db, user.id, { [plan.sentAt]: new Date() });
  const query = new URLSearchParams({
    token: issued.linkToken,
    type: plan.verifyType,
    redirect_to: redirectTo,
  });
  return {
    ...issued,
    kind,
    to,
    address: `${context.settings.publicUrl}/auth/v1/verify?${query}`,
    user: updated,
  };
}

export async function sendLink({ mailer }: AuthContext, link: PreparedLink): Promise<void> {
  await mailer.send(link.to, {
    kind: link.kind,
    locale: localeOf(link.user),
    link: link.address,
    code: link.code,
    newEmail: link.user.email_change,
  });
}
