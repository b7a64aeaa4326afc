import { z } from "zod";
import type { AuthAnswer, AuthContext, AuthRequest, Db } from "../context";
import { refusals } from "../errors";
import { emailSchema, metadataSchema, parse } from "../input";
import { hashPassword, requireBcryptHash, requireGoodPassword } from "../passwords";
import { endSessions } from "../sessions";
import {
  findUserByEmail,
  insertUser,
  mergeMetadata,
  requireUser,
  toUserJson,
  type User,
  updateUser,
} from "../users";

const MAX_PER_PAGE = 1000;
const page = z.coerce.number().int().min(1).catch(1);
const perPage = z.coerce.number().int().min(1).max(MAX_PER_PAGE).catch(50);

const changesSchema = z.object({
  email: emailSchema.nullish(),
  password: z.string().max(1024).nullish(),
  password_hash: z.string().nullish(),
  email_confirm: z.boolean().nullish(),
  user_metadata: metadataSchema.nullish(),
  app_metadata: metadataSchema.nullish(),
  ban_duration: z.string().nullish(),
  role: z.enum(["authenticated"]).nullish(),
});
const newUserSchema = changesSchema.extend({ email: emailSchema, id: z.uuid().nullish() });
type Changes = z.output<typeof changesSchema>;

/** GET /admin/users, newest first, with the totals in the headers that auth-js reads. */
export async function listUsers({ sql, settings }: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const number = page.parse(request.query.get("page") ?? 1);
  const size = perPage.parse(request.query.get("per_page") ?? 50);
  const filter = request.query.get("filter");
  const where = filter
    ? sql`where deleted_at is null and email ilike ${`%${filter.replace(/[\\%_]/g, "\\$&")}%`}`
    : sql`where deleted_at is null`;
  const [count] = await sql<{ total: number }[]>`select count(*)::int as total from auth.users ${where}`;
  const users = await sql<User[]>`
    select * from auth.users ${where} order by created_at desc, id limit ${size} offset ${(number - 1) * size}`;
  const total = count?.total ?? 0;
  const last = Math.max(1, Math.ceil(total / size));
  const link = (target: number, rel: string) =>
    `<${settings.publicUrl}/auth/v1/admin/users?page=${target}&per_page=${size}>; rel="${rel}"`;
  const links = [...(number < last ? [link(number + 1, "next")] : []), link(last, "last")];
  return {
    status: 200,
    body: { users: await Promise.all(users.map((user) => toUserJson(sql, user))), aud: "authenticated" },
    headers: { "x-total-count": String(total), link: links.join(", ") },
  };
}

export async function createUser({ sql }: AuthContext, request: AuthRequest): Promise<AuthAnswer> {
  const given = parse(newUserSchema, request.body);
  const passwordHash = await hashFor(given);
  const user = await sql.begin(async (tx) => {
    if (await findUserByEmail(tx, given.email)) throw refusals.emailExists();
    const inserted = await insertUser(tx, {
      id: given.id ?? undefined,
      email: given.email,
      passwordHash,
      userMetadata: given.user_metadata ?? {},
      appMetadata: given.app_metadata ?? {},
      isConfirmed: given.email_confirm ?? false,
    });
    return given.ban_duration ? ban(tx, inserted, given.ban_duration) : inserted;
  });
  return { status: 200, body: await toUserJson(sql, user) };
}

export async function readUser({ sql }: AuthContext, _request: AuthRequest, id: string): Promise<AuthAnswer> {
  return { status: 200, body: await toUserJson(sql, await requireUser(sql, id)) };
}

export async function changeUser(
  context: AuthContext,
  request: AuthRequest,
  id: string,
): Promise<AuthAnswer> {
  const given = parse(changesSchema, request.body);
  const passwordHash = await hashFor(given);
  const user = await context.sql.begin(async (tx) => {
    const before = await requireUser(tx, id);
    const changed = await updateUser(tx, id, changesFor(before, given, passwordHash));
    if (given.email && given.email !== before.email) await moveIdentity(tx, before, given.email);
    if (passwordHash) await endSessions(tx, id, "all");
    return given.ban_duration ? ban(tx, changed, given.ban_duration) : changed;
  });
  return { status: 200, body: await toUserJson(context.sql, user) };
}

function changesFor(before: User, given: Changes, passwordHash: string | null): Partial<User> {
  return {
    ...(given.email ? { email: given.email } : {}),
    ...(passwordHash ? { encrypted_password: passwordHash } : {}),
    ...(given.email_confirm && !before.email_confirmed_at ? { email_confirmed_at: new Date() } : {}),
    ...(given.role ? { role: given.role } : {}),
    ...(given.user_metadata
      ? { raw_user_meta_data: mergeMetadata(before.raw_user_meta_data, given.user_metadata) }
      : {}),
    ...(given.app_metadata
      ? { raw_app_meta_data: mergeMetadata(before.raw_app_meta_data, given.app_metadata) }
      : {}),
  };
}

async function moveIdentity(tx: Db, user: User, email: string): Promise<void> {
  const other = await findUserByEmail(tx, email);
  if (other && other.id !== user.id) throw refusals.emailExists();
  await tx`
    update auth.identities set identity_data = identity_data || ${tx.json({ email })}, updated_at = now()
    where user_id = ${user.id} and provider = 'email'`;
}

/** DELETE /admin/users/:id; a soft deletion keeps the row and frees the address. */
export async function deleteUser(
  { sql }: AuthContext,
  request: AuthRequest,
  id: string,
): Promise<AuthAnswer> {
  const user = await requireUser(sql, id);
  if (request.body.should_soft_delete === true) {
    await sql.begin(async (tx) => {
      await endSessions(tx, id, "all");
      await tx`delete from auth.identities where user_id = ${id}`;
      await tx`delete from auth.one_time_tokens where user_id = ${id}`;
      await updateUser(tx, id, { ...FORGOTTEN, deleted_at: new Date(), email: `deleted-${id}` });
    });
  } else {
    await sql`delete from auth.users where id = ${id}`;
  }
  return { status: 200, body: await toUserJson(sql, user) };
}

const FORGOTTEN = {
  encrypted_password: null,
  email_change: "",
  raw_user_meta_data: {},
  raw_app_meta_data: {},
};

async function hashFor(given: Changes): Promise<string | null> {
  if (given.password && given.password_hash) {
    throw refusals.validation("Only a password or a password hash should be provided");
  }
  if (given.password_hash) {
    requireBcryptHash(given.password_hash);
    return given.password_hash;
  }
  if (!given.password) return null;
  requireGoodPassword(given.password);
  return hashPassword(given.password);
}

const UNIT_SECONDS: Record<string, number> = { h: 3600, m: 60, s: 1, ms: 0.001, us: 1e-6, ns: 1e-9 };

/** `none`, or Go's way of writing a duration, such as `24h` or `1h30m`. A ban signs out everywhere. */
async function ban(db: Db, user: User, duration: string): Promise<User> {
  if (duration === "none") return updateUser(db, user.id, { banned_until: null });
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ns|us|ms|h|m|s)/g)];
  if (parts.map(([whole]) => whole).join("") !== duration || parts.length === 0) {
    throw refusals.validation("invalid format for ban duration: time: invalid duration");
  }
  const seconds = parts.reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (UNIT_SECONDS[unit ?? ""] ?? 0),
    0,
  );
  await endSessions(db, user.id, "all");
  return updateUser(db, user.id, { banned_until: new Date(Math.min(Date.now() + seconds * 1000, 8.64e15)) });
}
