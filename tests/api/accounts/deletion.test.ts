import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { POST as keep } from "@/app/api/account/deletion/cancel/route";
import { POST as ask } from "@/app/api/account/deletion/route";
import { POST as saveSettings } from "@/app/api/account/settings/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { eraseAccount, eraseDueAccounts } from "@/lib/accounts/deletion/erase";
import { redis } from "@/lib/platform/redis";
import { adminClient } from "@/lib/platform/supabase/admin";
import { Browser } from "../../fixtures/browser";
import { mailsTo, mailTo, type Person, person, sql } from "../../fixtures/supabase";

let pool: Pool;
beforeAll(() => {
  pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
});
afterAll(() => pool.end());

async function signedIn({ email, password }: Person): Promise<Browser> {
  const browser = new Browser();
  await browser.call(signIn, { body: { email, password } });
  return browser;
}

async function leaving() {
  const me = await person();
  const browser = await signedIn(me);
  expect((await browser.call(ask, { body: { password: me.password } })).status).toBe(200);
  return { me, browser };
}

const letTheWeekPass = (id: string) =>
  sql`update public.user_accounts set deletion_requested_at = now() - interval '8 days' where user_id = ${id}`;

const settings = { country: "KE", birthDate: "" };

describe("asking to be deleted", () => {
  test("takes the password, and signs the other devices out", async () => {
    const me = await person();
    const [here, there] = [await signedIn(me), await signedIn(me)];
    expect((await here.call(ask, { body: { password: "wrong" } })).status).toBe(400);
    expect((await here.call(ask, { body: {} })).status).toBe(400);
    expect((await here.call(ask, { body: { password: me.password } })).status).toBe(200);
    expect((await there.call(saveSettings, { body: settings })).status).toBe(401);
    expect((await here.call(saveSettings, { body: settings })).status).toBe(200);
    const mail = await mailTo(me.email, /deleted/);
    expect(mail.text).toContain("/keep-account");
  });

  test("twice at once begins one week and mails once", async () => {
    const me = await person();
    const browser = await signedIn(me);
    const answers = await Promise.all(
      [1, 2].map(() => browser.call(ask, { body: { password: me.password } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await mailTo(me.email, /deleted/);
    expect((await mailsTo(me.email)).filter(({ subject }) => /deleted/.test(subject))).toHaveLength(1);
  });

  test("whoever signs in during the week is asked whether to stay, and may", async () => {
    const { me } = await leaving();
    const browser = new Browser();
    const { body } = await browser.call(signIn, { body: { email: me.email, password: me.password } });
    expect(body.next).toBe("/keep-account?next=%2F");
    expect((await browser.call(keep, { body: {} })).status).toBe(200);
    await mailTo(me.email, /stays/);
    expect((await browser.call(keep, { body: {} })).status).toBe(409);
    await letTheWeekPass(randomUUID());
    expect(await eraseAccount(pool, me.id)).toBe(false);
    expect(await sql`select 1 from auth.users where id = ${me.id}`).toHaveLength(1);
  });

  test("nobody is erased before the week is over", async () => {
    const { me } = await leaving();
    expect(await eraseAccount(pool, me.id)).toBe(false);
  });
});

/** Every place of the database where the text stands, in whatever column and schema, apart from what must stay. */
async function placesOf(id: string): Promise<string[]> {
  const columns = await sql<{ name: string; column: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name, a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'
      and format_type(a.atttypid, null) in ('uuid', 'text', 'character varying', 'jsonb', 'json', 'text[]', 'uuid[]')`;
  const found: string[] = [];
  for (const { name, column } of columns) {
    const [row] = await sql.unsafe(
      `select 1 from ${name} where ${JSON.stringify(column)}::text ilike $1 limit 1`,
      [`%${id}%`],
    );
    if (row) found.push(`${name}.${column}`);
  }
  return found;
}

async function keysOf(id: string): Promise<string[]> {
  const found: string[] = [];
  let cursor = "0";
  do {
    const [next, keys] = await redis().scan(cursor, { match: `*${id}*`, count: 500 });
    found.push(...keys);
    cursor = String(next);
  } while (cursor !== "0");
  return found;
}

async function upload(bucket: string, name: string, type: string) {
  const { error } = await adminClient()
    .storage.from(bucket)
    .upload(name, Buffer.from("bytes"), { contentType: type });
  if (error) throw error;
}

/** Somebody who used everything there is. */
async function filled() {
  const { me, browser } = await leaving();
  const [viewer] = await sql<
    { id: string }[]
  >`select id from public.viewer_profiles where user_id = ${me.id}`;
  const viewerId = viewer?.id ?? "";
  const [movie] = await sql<
    { id: string }[]
  >`select id from public.movies where status = 'published' limit 1`;
  const own = { user_id: me.id, viewer_profile_id: viewerId, movie_id: movie?.id ?? "" };
  for (const table of ["user_favorites", "user_watchlist", "viewing_history", "hidden_movies", "reminders"])
    await sql`insert into ${sql(`public.${table}`)} ${sql(own)}`;
  await sql`insert into public.movie_ratings ${sql({ ...own, rating: 8 })}`;
  await sql`
    insert into public.notifications (user_id, viewer_profile_id, type, title, message, action_url, occasion)
    values (${me.id}, ${viewerId}, 'system', 'News', 'Text', ${`/u/${me.id}`}, ${`test:${me.id}`})`;
  await sql`insert into public.playback_sessions ${sql(own)}`;
  await sql`insert into public.recovery_codes (user_id, code_hash) values (${me.id}, ${"a".repeat(64)})`;
  await sql`
    insert into public.admin_action_logs (admin_id, action, target_type) values (${me.id}, 'test', 'movie')`;
  await upload("avatars", `${me.id}/face.webp`, "image/webp");
  await upload("clips", `images/${me.id}/project/clip.png`, "image/png");
  await upload("uploads", `${randomUUID()}/${me.id}.bin`, "application/octet-stream");
  await sql`update storage.objects set owner = ${me.id}, owner_id = ${me.id} where name like ${`%${me.id}.bin`}`;
  await browser.call(saveSettings, { body: settings });
  return { me, viewerId, browser };
}

describe("when the week is over", () => {
  test("nothing of the account is left in any table, bucket or key, and its token is worth nothing", async () => {
    const { me, viewerId, browser } = await filled();
    expect((await placesOf(me.id)).length).toBeGreaterThan(15);
    expect((await keysOf(me.id)).length).toBeGreaterThan(0);
    await letTheWeekPass(me.id);
    await eraseDueAccounts(pool);
    for (const id of [me.id, viewerId]) {
      // The name of a source in the catalogue's own bucket is the company's; nobody owns it any more.
      expect(
        (await placesOf(id)).filter((place) => !/storage\.objects\.(name|path_tokens)/.test(place)),
      ).toEqual([]);
      expect(await keysOf(id)).toEqual([]);
    }
    expect(
      await sql`
      select bucket_id, name from storage.objects where name like ${`%${me.id}/%`} or owner_id = ${me.id}`,
    ).toEqual([]);
    expect(
      await sql`select 1 from public.admin_action_logs where action = 'test' and admin_id is null`,
    ).not.toEqual([]);
    for (const [bucket, name] of [
      ["avatars", `${me.id}/face.webp`],
      ["clips", `images/${me.id}/project/clip.png`],
    ] as const)
      expect((await adminClient().storage.from(bucket).download(name)).data, name).toBeNull();
    // Told once, and by nothing that would lead back in.
    const mail = await mailTo(me.email, /is gone/);
    expect(mail.text).not.toContain("/keep-account");
    expect((await browser.call(saveSettings, { body: settings })).status).toBe(401);
    expect(
      (await new Browser().call(signIn, { body: { email: me.email, password: me.password } })).status,
    ).toBe(401);
  });

  test("two workers at once, and one that was stopped half-way, end the same", async () => {
    const { me } = await filled();
    await letTheWeekPass(me.id);
    // As a worker leaves it that died after the files.
    await adminClient()
      .storage.from("avatars")
      .remove([`${me.id}/face.webp`]);
    const erased = await Promise.all([eraseAccount(pool, me.id), eraseAccount(pool, me.id)]);
    expect(erased.filter(Boolean)).toHaveLength(1);
    expect(await eraseAccount(pool, me.id)).toBe(false);
    expect(await sql`select 1 from auth.users where id = ${me.id}`).toHaveLength(0);
    await mailTo(me.email, /is gone/);
    expect((await mailsTo(me.email)).filter(({ subject }) => /is gone/.test(subject))).toHaveLength(1);
  });

  test("an account goes, and its owner is told, also while Redis is down", async () => {
    const { me } = await leaving();
    await letTheWeekPass(me.id);
    vi.stubEnv("UPSTASH_REDIS_REST_URL", "http://127.0.0.1:9");
    vi.resetModules();
    const { eraseAccount: eraseWithoutRedis } = await import("@/lib/accounts/deletion/erase");
    expect(await eraseWithoutRedis(pool, me.id)).toBe(true);
    expect(await sql`select 1 from auth.users where id = ${me.id}`).toHaveLength(0);
    await mailTo(me.email, /is gone/);
  });
});
