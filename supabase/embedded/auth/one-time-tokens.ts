import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { AuthContext, Db } from "./context";
import { refusals } from "./errors";
import { findUserByEmail, requireUser, type User } from "./users";

export type TokenType =
  | "confirmation_token"
  | "recovery_token"
  | "email_change_token_new"
  | "email_change_token_current"
  | "reauthentication_token";

export type Issued = {
  /** What a mailed link carries; hosted calls it `hashed_token`. */
  linkToken: string;
  /** The six digits for typing. */
  code: string;
};

export type Redeemed = { user: User; tokenType: TokenType; isPkce: boolean };

type Row = { id: string; user_id: string; token_type: TokenType; token_hash: string };

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Makes a new token of a type; the one before it stops working. Only digests are stored. */
export async function issueToken(
  { tokens }: AuthContext,
  db: Db,
  user: { id: string },
  type: TokenType,
  relatesTo: string,
  isPkce: boolean,
): Promise<Issued> {
  const linkToken = (isPkce ? "pkce_" : "") + randomBytes(28).toString("hex");
  const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
  const stored = `${sha256(linkToken)}.${tokens.digest(codeText(user.id, type, code))}`;
  await db`
    insert into auth.one_time_tokens (user_id, token_type, token_hash, relates_to)
    values (${user.id}, ${type}, ${stored}, ${relatesTo})
    on conflict (user_id, token_type) do update
    set token_hash = excluded.token_hash, relates_to = excluded.relates_to, created_at = now(), updated_at = now()`;
  return { linkToken, code };
}

// Six digits alone could be tried out against a stolen digest; the key of the digest is not in the database.
const codeText = (userId: string, type: TokenType, code: string) => `code:${userId}:${type}:${code}`;

/** Takes a link's token out of the database: it works once, for one of `types`, within its lifetime. */
export async function redeemLink(
  { settings }: AuthContext,
  db: Db,
  linkToken: string,
  types: TokenType[],
): Promise<Redeemed> {
  const [row] = await db<Row[]>`
    delete from auth.one_time_tokens
    where split_part(token_hash, '.', 1) = ${sha256(linkToken)} and token_type::text = any(${types})
      and created_at > now()::timestamp - make_interval(secs => ${settings.linkLifetimeSeconds})
    returning *`;
  if (!row) throw refusals.linkExpired();
  return {
    user: await requireUser(db, row.user_id),
    tokenType: row.token_type,
    isPkce: linkToken.startsWith("pkce_"),
  };
}

/** Takes a typed code out of the database; wrong guesses are counted per address. */
export async function redeemCode(
  context: AuthContext,
  db: Db,
  email: string,
  code: string,
  types: TokenType[],
): Promise<Redeemed> {
  const guesses = `code:${email}`;
  context.limits.guess(guesses);
  const user = (await findUserByEmail(db, email)) ?? (await findByNewEmail(db, email, types));
  const rows = user ? await liveRows(context, db, user, types) : [];
  const row = rows.find((candidate) => codeMatches(context, candidate, code));
  if (!user || !row) throw refusals.codeExpired();
  context.limits.guessed(guesses);
  const deleted =
    await db`delete from auth.one_time_tokens where id = ${row.id} and token_hash = ${row.token_hash}`;
  if (deleted.count === 0) throw refusals.codeExpired();
  return { user, tokenType: row.token_type, isPkce: false };
}

function liveRows({ settings }: AuthContext, db: Db, user: User, types: TokenType[]) {
  return db<Row[]>`
    select * from auth.one_time_tokens
    where user_id = ${user.id} and token_type::text = any(${types})
      and created_at > now()::timestamp - make_interval(secs => ${settings.linkLifetimeSeconds})`;
}

async function findByNewEmail(db: Db, email: string, types: TokenType[]): Promise<User | undefined> {
  if (!types.includes("email_change_token_new")) return undefined;
  const [user] = await db<User[]>`
    select u.* from auth.users u join auth.one_time_tokens t on t.user_id = u.id
    where t.token_type = 'email_change_token_new' and t.relates_to = ${email} and u.deleted_at is null`;
  return user;
}

function codeMatches({ tokens }: AuthContext, row: Row, code: string): boolean {
  const stored = Buffer.from(row.token_hash.split(".")[1] ?? "");
  const given = Buffer.from(tokens.digest(codeText(row.user_id, row.token_type, code)));
  return stored.length === given.length && timingSafeEqual(stored, given);
}
