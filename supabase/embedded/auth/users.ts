import { randomUUID } from "node:crypto";
import type { JSONValue } from "postgres";
import type { Db } from "./context";
import { AuthError, refusals } from "./errors";

export type Metadata = Record<string, JSONValue>;

export type User = {
  id: string;
  aud: string;
  role: string;
  email: string | null;
  encrypted_password: string | null;
  email_confirmed_at: Date | null;
  confirmed_at: Date | null;
  invited_at: Date | null;
  confirmation_sent_at: Date | null;
  recovery_sent_at: Date | null;
  email_change: string;
  email_change_sent_at: Date | null;
  email_change_confirm_status: number;
  reauthentication_sent_at: Date | null;
  last_sign_in_at: Date | null;
  raw_app_meta_data: Metadata;
  raw_user_meta_data: Metadata;
  created_at: Date;
  updated_at: Date;
  banned_until: Date | null;
  deleted_at: Date | null;
  is_anonymous: boolean;
};

type Identity = {
  id: string;
  provider_id: string;
  user_id: string;
  identity_data: Metadata;
  provider: string;
  last_sign_in_at: Date | null;
  created_at: Date;
  updated_at: Date;
  email: string | null;
};

type Factor = {
  id: string;
  friendly_name: string | null;
  factor_type: string;
  status: string;
  created_at: Date;
  updated_at: Date;
};

export const isBanned = (user: User): boolean => user.banned_until !== null && user.banned_until > new Date();

export async function findUser(db: Db, id: string): Promise<User | undefined> {
  const [user] = await db<User[]>`select * from auth.users where id = ${id} and deleted_at is null`;
  return user;
}

export async function findUserByEmail(db: Db, email: string): Promise<User | undefined> {
  const [user] = await db<User[]>`
    select * from auth.users where email = ${email} and not is_sso_user and deleted_at is null`;
  return user;
}

export async function requireUser(db: Db, id: string): Promise<User> {
  return (await findUser(db, id)) ?? Promise.reject(refusals.userNotFound());
}

export type NewUser = {
  id?: string;
  email: string;
  passwordHash: string | null;
  userMetadata: Metadata;
  appMetadata?: Metadata;
  role?: string;
  isConfirmed?: boolean;
  isInvited?: boolean;
  /** Whose word is taken for the person; the address itself when there is none. */
  identity?: { provider: string; providerId: string };
};

/** Inserts the user with an identity; what a project's trigger on auth.users raises ends the sign-up. */
export async function insertUser(db: Db, given: NewUser): Promise<User> {
  const id = given.id ?? randomUUID();
  const appMetadata = { provider: "email", providers: ["email"], ...given.appMetadata };
  const { provider, providerId } = given.identity ?? { provider: "email", providerId: id };
  const identity = {
    sub: providerId,
    email: given.email,
    email_verified: given.isConfirmed ?? false,
    phone_verified: false,
  };
  try {
    await db`
      insert into auth.users (
        instance_id, id, aud, role, email, encrypted_password, raw_app_meta_data, raw_user_meta_data,
        email_confirmed_at, invited_at, created_at, updated_at
      ) values (
        '00000000-0000-0000-0000-000000000000', ${id}, 'authenticated', ${given.role ?? "authenticated"},
        ${given.email}, ${given.passwordHash}, ${db.json(appMetadata)}, ${db.json(given.userMetadata)},
        ${given.isConfirmed ? new Date() : null}, ${given.isInvited ? new Date() : null}, now(), now()
      )`;
    await db`
      insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at)
      values (${providerId}, ${id}, ${db.json({ ...given.userMetadata, ...identity })}, ${provider}, now())`;
  } catch (error) {
    throw savingFailed(error);
  }
  return requireUser(db, id);
}

function savingFailed(error: unknown): Error {
  const { code, constraint_name: constraint } = error as { code?: string; constraint_name?: string };
  if (code === "23505" && constraint === "users_email_partial_key") return refusals.emailExists();
  if (code === "23505" && constraint === "users_pkey") {
    return new AuthError(422, "user_already_exists", "A user with this id has already been registered");
  }
  // A NUL in what the person said of themselves.
  if (code === "22P05" || code === "22021") return refusals.validation("Invalid input");
  console.error("auth: a user could not be saved:", error);
  return new AuthError(500, "unexpected_failure", "Database error saving new user");
}

/** Writes the named columns; `updated_at` follows. */
export async function updateUser(db: Db, id: string, changes: Partial<User>): Promise<User> {
  const values: Record<string, unknown> = { ...changes, updated_at: new Date() };
  for (const name of ["raw_app_meta_data", "raw_user_meta_data"] as const) {
    if (changes[name]) values[name] = db.json(changes[name]);
  }
  const [user] = await db<User[]>`
    update auth.users set ${db(values)} where id = ${id} and deleted_at is null returning *`;
  return user ?? Promise.reject(refusals.userNotFound());
}

/**
 * Nobody has proved yet that the address is theirs, so whoever chose the password may be a stranger who waits for its
 * owner to confirm it. Asking for a link takes that password away; signing up again puts one's own in its place.
 */
export async function replaceUnproven(db: Db, user: User, passwordHash: string | null): Promise<User> {
  return user.email_confirmed_at ? user : updateUser(db, user.id, { encrypted_password: passwordHash });
}

/** Keys given as null disappear, as on hosted. */
export function mergeMetadata(before: Metadata | null, changes: Metadata): Metadata {
  const merged = { ...before, ...changes };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}

export async function confirmEmail(db: Db, user: User): Promise<User> {
  await db`
    update auth.identities
    set identity_data = identity_data || '{"email_verified": true}', updated_at = now()
    where user_id = ${user.id} and provider = 'email'`;
  if (user.email_confirmed_at) return user;
  const metadata = mergeMetadata(user.raw_user_meta_data, { email_verified: true });
  return updateUser(db, user.id, { email_confirmed_at: new Date(), raw_user_meta_data: metadata });
}

/** The user as every endpoint answers it. */
export async function toUserJson(db: Db, user: User): Promise<Record<string, unknown>> {
  const [identities, factors] = await Promise.all([
    db<Identity[]>`select * from auth.identities where user_id = ${user.id} order by created_at`,
    db<Factor[]>`
      select id, friendly_name, factor_type, status, created_at, updated_at from auth.mfa_factors
      where user_id = ${user.id} order by created_at`,
  ]);
  return {
    id: user.id,
    aud: user.aud,
    role: user.role,
    email: user.email ?? "",
    phone: "",
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    identities: identities.map(({ id, provider_id, ...identity }) => ({
      identity_id: id,
      id: provider_id,
      ...identity,
    })),
    created_at: user.created_at,
    updated_at: user.updated_at,
    is_anonymous: user.is_anonymous,
    ...(factors.length > 0 ? { factors } : {}),
    ...presentOf(user),
  };
}

/** Moments that have not come are left out, as hosted does. */
function presentOf(user: User): Record<string, unknown> {
  const moments = {
    email_confirmed_at: user.email_confirmed_at,
    confirmed_at: user.confirmed_at,
    invited_at: user.invited_at,
    confirmation_sent_at: user.confirmation_sent_at,
    recovery_sent_at: user.recovery_sent_at,
    new_email: user.email_change || null,
    email_change_sent_at: user.email_change_sent_at,
    reauthentication_sent_at: user.reauthentication_sent_at,
    last_sign_in_at: user.last_sign_in_at,
    banned_until: user.banned_until,
    deleted_at: user.deleted_at,
  };
  return Object.fromEntries(Object.entries(moments).filter(([, value]) => value !== null));
}
