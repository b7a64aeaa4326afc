import type { TransactionSql } from "postgres";
import type { AuthContext } from "./context";
import { refusals } from "./errors";
import { type PreparedLink, prepareLink } from "./mail-links";
import type { Challenge } from "./pkce";
import { confirmEmail, findUserByEmail, type User, updateUser } from "./users";

const NEW_CONFIRMED = 1;
const CURRENT_CONFIRMED = 2;

/** Sends the new address a link, and the present one too unless one confirmation is enough. */
export async function requestEmailChange(
  context: AuthContext,
  tx: TransactionSql,
  user: User,
  email: string,
  redirectTo: string,
  challenge: Challenge | null,
): Promise<PreparedLink[]> {
  if (await findUserByEmail(tx, email)) throw refusals.emailExists();
  const changed = await updateUser(tx, user.id, { email_change: email, email_change_confirm_status: 0 });
  const links = [await prepareLink(context, tx, changed, "email_change_new", email, redirectTo, challenge)];
  if (context.settings.confirmsEmailChangeTwice && user.email) {
    links.push(
      await prepareLink(context, tx, changed, "email_change_current", user.email, redirectTo, challenge),
    );
  }
  return links;
}

/** One half of the change; the user with the new address when nothing is missing any more. */
export async function changeEmail(
  context: AuthContext,
  tx: TransactionSql,
  user: User,
  tokenType: "email_change_token_new" | "email_change_token_current",
): Promise<User | null> {
  const [locked] = await tx<User[]>`select * from auth.users where id = ${user.id} for update`;
  if (!locked?.email_change) throw refusals.linkExpired();
  const half = tokenType === "email_change_token_new" ? NEW_CONFIRMED : CURRENT_CONFIRMED;
  // The same half twice (a link sent again) does not make up for the other one.
  const hasOtherHalf = locked.email_change_confirm_status === NEW_CONFIRMED + CURRENT_CONFIRMED - half;
  if (context.settings.confirmsEmailChangeTwice && locked.email && !hasOtherHalf) {
    await updateUser(tx, user.id, { email_change_confirm_status: half });
    return null;
  }
  return applyChange(tx, locked);
}

async function applyChange(tx: TransactionSql, user: User): Promise<User> {
  if (await findUserByEmail(tx, user.email_change)) throw refusals.emailExists();
  const identity = { email: user.email_change, email_verified: true };
  await tx`
    update auth.identities set identity_data = identity_data || ${tx.json(identity)}, updated_at = now()
    where user_id = ${user.id} and provider = 'email'`;
  await tx`
    delete from auth.one_time_tokens
    where user_id = ${user.id} and token_type in ('email_change_token_new', 'email_change_token_current')`;
  const changed = await updateUser(tx, user.id, {
    email: user.email_change,
    email_change: "",
    email_change_confirm_status: 0,
    email_change_sent_at: null,
  });
  return confirmEmail(tx, changed);
}
