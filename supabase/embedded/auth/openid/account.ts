import type { JSONValue, TransactionSql } from "postgres";
import type { AuthContext } from "../context";
import { AuthError, refusals } from "../errors";
import { endSessions } from "../sessions";
import {
  findUserByEmail,
  insertUser,
  isBanned,
  type Metadata,
  requireUser,
  type User,
  updateUser,
} from "../users";
import type { Profile } from "./provider";

/**
 * Whose account this is: the one that the provider's person signed in to before, else the one with the same verified
 * address, else a new one. An address that the provider has not verified opens nobody's account.
 */
export async function accountOf(
  context: AuthContext,
  tx: TransactionSql,
  provider: string,
  profile: Profile,
): Promise<User> {
  const known = await findByIdentity(tx, provider, profile);
  if (known) return admitted(known);
  if (!profile.email || !profile.email_verified) throw unverified(provider);
  const sameAddress = await findUserByEmail(tx, profile.email);
  if (sameAddress) return link(tx, admitted(sameAddress), provider, profile);
  if (context.settings.isSignupDisabled) {
    throw refusals.disabled("signup_disabled", "Signups not allowed for this instance");
  }
  return insertUser(tx, {
    email: profile.email,
    passwordHash: null,
    userMetadata: metadataOf(profile),
    appMetadata: { provider, providers: [provider] },
    isConfirmed: true,
    identity: { provider, providerId: profile.sub },
  });
}

async function findByIdentity(
  tx: TransactionSql,
  provider: string,
  profile: Profile,
): Promise<User | undefined> {
  const [identity] = await tx<{ user_id: string }[]>`
    update auth.identities
    set identity_data = identity_data || ${tx.json(metadataOf(profile))}, last_sign_in_at = now(), updated_at = now()
    where provider = ${provider} and provider_id = ${profile.sub} returning user_id`;
  return identity && requireUser(tx, identity.user_id);
}

async function link(tx: TransactionSql, user: User, provider: string, profile: Profile): Promise<User> {
  const owned = user.email_confirmed_at ? user : await takeOver(tx, user, provider, profile);
  await tx`
    insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at)
    values (${profile.sub}, ${user.id}, ${tx.json(metadataOf(profile))}, ${provider}, now())`;
  const providers = owned.raw_app_meta_data?.providers;
  const before = Array.isArray(providers) ? providers : [];
  return updateUser(tx, user.id, {
    raw_app_meta_data: { ...owned.raw_app_meta_data, providers: [...before, provider] },
  });
}

/** Whoever typed this address at sign-up never proved it: their password must not open what is its owner's now. */
async function takeOver(tx: TransactionSql, user: User, provider: string, profile: Profile): Promise<User> {
  await endSessions(tx, user.id, "all");
  await tx`delete from auth.identities where user_id = ${user.id}`;
  await tx`delete from auth.one_time_tokens where user_id = ${user.id}`;
  return updateUser(tx, user.id, {
    encrypted_password: null,
    email_confirmed_at: new Date(),
    raw_user_meta_data: metadataOf(profile),
    raw_app_meta_data: { provider, providers: [] },
  });
}

function admitted(user: User): User {
  if (isBanned(user)) throw refusals.banned(403);
  return user;
}

/** The names that hosted gives these; what is not known is left out. */
function metadataOf({ sub, email, email_verified, name, picture, preferred_username }: Profile): Metadata {
  const told: Record<string, JSONValue | undefined> = {
    sub,
    provider_id: sub,
    email,
    email_verified,
    name,
    full_name: name,
    picture,
    avatar_url: picture,
    preferred_username,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Metadata;
}

const unverified = (provider: string) =>
  new AuthError(
    422,
    "provider_email_needs_verification",
    `Unverified email with ${provider}. Verify the email with ${provider} in order to sign in`,
  );
