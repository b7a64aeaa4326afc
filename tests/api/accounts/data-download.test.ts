import { describe, expect, test } from "vitest";
import { POST as download } from "@/app/api/account/data/route";
import { POST as mailCode } from "@/app/api/account/identity/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as choose } from "@/app/api/viewers/active/route";
import { POST as addViewer } from "@/app/api/viewers/route";
import { LEFT_OUT, PERSONAL_TABLES } from "@/lib/accounts/data/tables";
import { Browser } from "../../fixtures/browser";
import { mailTo, type Person, person, sql } from "../../fixtures/supabase";

async function signedIn({ email, password }: Person): Promise<Browser> {
  const browser = new Browser();
  await browser.call(signIn, { body: { email, password } });
  return browser;
}

describe("a download of one's own data", () => {
  test("takes the password", async () => {
    const me = await person();
    const browser = await signedIn(me);
    expect((await browser.call(download, { body: { password: "wrong" } })).status).toBe(400);
    expect((await new Browser().call(download, { body: { password: me.password } })).status).toBe(401);
  });

  test("is one JSON file with every row of the person's and of nobody else's", async () => {
    const [me, stranger] = [
      await person({ display_name: "Mai" }),
      await person({ display_name: "Somebody" }),
    ];
    const [movie] = await sql<
      { id: string }[]
    >`select id from public.movies where status = 'published' limit 1`;
    for (const { id } of [me, stranger]) {
      const [viewer] = await sql<
        { id: string }[]
      >`select id from public.viewer_profiles where user_id = ${id}`;
      await sql`insert into public.movie_ratings ${sql({
        user_id: id,
        viewer_profile_id: viewer?.id ?? "",
        movie_id: movie?.id ?? "",
        rating: 8,
      })}`;
    }
    const { status, headers, body } = await (await signedIn(me)).call(download, {
      body: { password: me.password },
    });
    expect([status, headers.get("content-disposition")]).toEqual([
      200,
      expect.stringMatching(/^attachment; filename="cineverse-\d{4}-\d\d-\d\d\.json"$/),
    ]);
    expect(body.signIn).toMatchObject({ id: me.id, email: me.email });
    expect(body.movie_ratings).toHaveLength(1);
    expect(body.user_devices.length).toBeGreaterThan(0);
    expect(body.user_profiles[0].display_name).toBe("Mai");
    const text = JSON.stringify(body);
    expect(text).not.toContain(stranger.id);
    expect(text).not.toMatch(/pin_hash|encrypted_password|refresh_token|code_hash/);
    for (const { table } of PERSONAL_TABLES) expect(Array.isArray(body[table]), table).toBe(true);
  });

  test("holds more rows than one page has", async () => {
    const me = await person();
    await sql`
      insert into public.user_devices (user_id, session_id, name)
      select ${me.id}, gen_random_uuid(), 'Many' from generate_series(1, 2300)`;
    const { body } = await (await signedIn(me)).call(download, { body: { password: me.password } });
    const ids = body.user_devices.map(({ id }: { id: string }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([2301, 2301]);
  });

  test("of an account without a password takes a mailed code, once", async () => {
    const me = await person();
    const browser = await signedIn(me);
    await sql`update auth.users set encrypted_password = '' where id = ${me.id}`;
    expect((await browser.call(download, { body: { password: me.password } })).status).toBe(400);
    expect((await browser.call(mailCode, { body: {} })).status).toBe(200);
    const { code } = await mailTo(me.email);
    expect((await browser.call(download, { body: { code: "000000" } })).status).toBe(400);
    expect((await browser.call(download, { body: { code } })).status).toBe(200);
    expect((await browser.call(download, { body: { code } })).status).toBe(400);
  });

  test("is not for a child", async () => {
    const me = await person();
    const browser = await signedIn(me);
    const kid = { name: "Bi", isKids: true, maturityLimit: 7, language: "en", autoplayNext: true };
    const { body } = await browser.call(addViewer, { body: kid });
    await browser.call(choose, { body: { viewerId: body.id } });
    expect((await browser.call(download, { body: { password: me.password } })).status).toBe(403);
  });
});

test("every table that names a person is in the download, or left out for a reason", async () => {
  const tables = await sql<{ name: string }[]>`
    select distinct c.relname as name from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
      and k.confrelid in ('auth.users'::regclass, 'public.user_profiles'::regclass, 'public.viewer_profiles'::regclass)`;
  const known = [...PERSONAL_TABLES.map(({ table }) => table), ...Object.keys(LEFT_OUT)];
  expect(tables.map(({ name }) => name).filter((name) => !known.includes(name as never))).toEqual([]);
  expect(known.filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
});
