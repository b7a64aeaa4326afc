import { afterAll, expect, test } from "vitest";
import { addMovie, as, connect, inRollback, removeAccounts, signedIn, signUp } from "../fixtures/database";

const sql = connect(20);
afterAll(() => sql.end());

const USERNAME = /^[a-z0-9_]{3,30}$/;

async function usernameFor(metadata: Record<string, string | number | null | string[]>): Promise<string> {
  return inRollback(sql, async (tx) => {
    const { userId } = await signUp(tx, metadata);
    const [profile] = await tx<{ username: string }[]>`
      select username from public.user_profiles where id = ${userId}
    `;
    return profile?.username ?? "";
  });
}

test("a free name is given as it was asked for", async () => {
  expect(await usernameFor({ username: "  Amara_Okafor " })).toBe("amara_okafor");
});

test("a name that somebody has gets a suffix", async () => {
  await inRollback(sql, async (tx) => {
    await signUp(tx, { username: "same_name" });
    const { userId } = await signUp(tx, { username: "same_name" });
    const [profile] = await tx`select username from public.user_profiles where id = ${userId}`;
    expect(profile?.username).toMatch(/^same_name_[0-9a-f]{12}$/);
  });
});

test.each([
  ["empty", { username: "" }],
  ["missing", {}],
  ["null", { username: null }],
  ["a number", { username: 7 }],
  ["a list", { username: ["a", "b"] }],
  ["too short", { username: "ab" }],
  ["only signs", { username: "!!! ???" }],
  ["another script", { username: "映画好き" }],
  ["an attack", { username: "'; drop table public.user_profiles; --" }],
  ["a megabyte", { username: "x".repeat(1_000_000) }],
  ["many spaces", { username: " ".repeat(100_000) }],
  ["31 letters", { username: "a".repeat(31) }],
])("a name that is %s never makes the sign-up fail", async (_, metadata) => {
  expect(await usernameFor(metadata)).toMatch(USERNAME);
});

test("accents become letters when the name must be changed", async () => {
  expect(await usernameFor({ username: "Đặng Thị Hương" })).toMatch(/^dang_thi_huong_[0-9a-f]{12}$/);
});

test("a username is never made from the e-mail address", async () => {
  expect(await usernameFor({})).toMatch(/^viewer_[0-9a-f]{12}$/);
});

test("an account comes with settings and a first viewer who speaks the visitor's language", async () => {
  await inRollback(sql, async (tx) => {
    const { userId, viewerId } = await signUp(tx, {
      username: "household",
      display_name: "The Household",
      locale: "vi",
      country: "VN",
    });
    const rows = await tx`
      select a.role, a.subscription_tier, a.referral_code, s.country, v.name, v.language, v.slot, v.maturity_limit,
        v.has_pin
      from public.user_accounts a
      join public.user_settings s using (user_id)
      join public.viewer_profiles v using (user_id)
      where a.user_id = ${userId} and v.id = ${viewerId}
    `;
    expect(rows).toEqual([
      {
        role: "user",
        subscription_tier: "free",
        referral_code: expect.stringMatching(/^[0-9A-F]{10}$/),
        country: "VN",
        name: "The Household",
        language: "vi",
        slot: 1,
        maturity_limit: 18,
        has_pin: false,
      },
    ]);
  });
});

test("metadata cannot give a role, a tier or a verified badge", async () => {
  await inRollback(sql, async (tx) => {
    const { userId } = await signUp(tx, {
      role: "super_admin",
      subscription_tier: "vip",
      is_verified: true,
      locale: "'; --",
    });
    const [row] = await tx`
      select a.role, a.subscription_tier, p.is_verified, v.language
      from public.user_accounts a
      join public.user_profiles p on p.id = a.user_id
      join public.viewer_profiles v on v.user_id = a.user_id
      where a.user_id = ${userId}
    `;
    expect(row).toEqual({ role: "user", subscription_tier: "free", is_verified: false, language: "en" });
  });
});

test("a referral code remembers who invited, in any case; a wrong one is ignored", async () => {
  await inRollback(sql, async (tx) => {
    const inviter = await signUp(tx);
    const [account] = await tx<{ code: string }[]>`
      select lower(referral_code) as code from public.user_accounts where user_id = ${inviter.userId}
    `;
    const invited = await signUp(tx, { referral_code: account?.code ?? "" });
    const stray = await signUp(tx, { referral_code: "NOBODY" });
    const rows = await tx`
      select user_id, referred_by from public.user_accounts
      where user_id = any(${[invited.userId, stray.userId]}::uuid[])
      order by referred_by nulls last
    `;
    expect(rows).toEqual([
      { user_id: invited.userId, referred_by: inviter.userId },
      { user_id: stray.userId, referred_by: null },
    ]);
  });
});

test("a hundred people who want the same name at once all get in, each with a name of their own", async () => {
  const accounts = await Promise.all(
    Array.from({ length: 100 }, () => signUp(sql, { username: "everybody_wants_me" })),
  );
  const ids = accounts.map(({ userId }) => userId);
  try {
    const profiles = await sql<{ username: string }[]>`
      select username from public.user_profiles where id = any(${ids}::uuid[])
    `;
    const names = profiles.map(({ username }) => username);
    expect(new Set(names).size).toBe(100);
    expect(names.filter((name) => name === "everybody_wants_me")).toHaveLength(1);
    expect(names.every((name) => USERNAME.test(name))).toBe(true);
  } finally {
    await removeAccounts(sql, ids);
  }
});

test("deleting an account leaves nothing of it behind", async () => {
  await inRollback(sql, async (tx) => {
    const { userId, viewerId } = await signUp(tx);
    const movieId = await addMovie(tx);
    await as(
      tx,
      signedIn(userId),
      (mine) => mine`
      insert into public.user_favorites (viewer_profile_id, movie_id) values (${viewerId}, ${movieId})
    `,
    );
    await tx`delete from auth.users where id = ${userId}`;
    const [left] = await tx`
      select
        (select count(*) from public.user_profiles where id = ${userId})
        + (select count(*) from public.user_accounts where user_id = ${userId})
        + (select count(*) from public.viewer_profiles where user_id = ${userId})
        + (select count(*) from public.user_favorites where user_id = ${userId}) as rows,
        (select favorite_count from public.movies where id = ${movieId}) as favorites
    `;
    expect(left).toEqual({ rows: "0", favorites: 0 });
  });
});
