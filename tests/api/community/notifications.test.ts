import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { POST as read } from "@/app/api/notifications/route";
import { forgetHousehold } from "@/lib/platform/auth/household";
import { signViewerCookie, VIEWER_COOKIE } from "@/lib/platform/auth/viewer-cookie";
import { Browser } from "@/tests/fixtures/browser";
import { household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

type Home = Awaited<ReturnType<typeof household>>;

async function tell({ id: userId }: Home, viewerId: string | null, title: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into public.notifications (user_id, viewer_profile_id, type, title, message, occasion)
    values (${userId}, ${viewerId}, 'system', ${title}, 'Text', ${`test:${randomUUID()}`}) returning id`;
  return row?.id ?? "";
}

async function addKid({ id: userId }: Home): Promise<string> {
  const [kid] = await sql<{ id: string }[]>`
    insert into public.viewer_profiles (user_id, name, is_kids, maturity_limit) values (${userId}, 'Kid', true, 7)
    returning id`;
  await forgetHousehold(userId);
  return kid?.id ?? "";
}

const unread = async ({ id: userId }: Home) =>
  (
    await sql<{ title: string }[]>`
      select title from public.notifications where user_id = ${userId} and not is_read order by title`
  ).map(({ title }) => title);

describe("marking as read is refused", () => {
  test("to a visitor", async () => {
    expect((await new Browser().call(read, { body: {} })).status).toBe(401);
  });

  test("for what is no list of notifications", async () => {
    const { browser } = await household();
    for (const ids of [[], ["nonsense"], Array.from({ length: 31 }, () => randomUUID()), "all"])
      expect((await browser.call(read, { body: { ids } })).status).toBe(400);
  });
});

describe("marking as read", () => {
  test("reaches what was named and nothing else, however often it is asked", async () => {
    const home = await household();
    const [first] = [await tell(home, home.viewerId, "a"), await tell(home, home.viewerId, "b")];
    for (const _ of [1, 2])
      expect((await home.browser.call(read, { body: { ids: [first] } })).status).toBe(200);
    expect(await unread(home)).toEqual(["b"]);
  });

  test("without names reaches all of the viewer and of the account, not what others of the household were told", async () => {
    const home = await household();
    const kidId = await addKid(home);
    await tell(home, home.viewerId, "mine");
    await tell(home, null, "ours");
    await tell(home, kidId, "the child's");
    expect((await home.browser.call(read, { body: {} })).status).toBe(200);
    expect(await unread(home)).toEqual(["the child's"]);
  });

  test("by a child leaves what the account was told", async () => {
    const home = await household();
    const kidId = await addKid(home);
    await tell(home, null, "ours");
    await tell(home, kidId, "the child's");
    const cookie = await signViewerCookie({ userId: home.id, profileId: kidId, pinVersion: null });
    home.browser.cookies.set(VIEWER_COOKIE, cookie);
    expect((await home.browser.call(read, { body: {} })).status).toBe(200);
    expect(await unread(home)).toEqual(["ours"]);
  });

  test("never reaches another household, even by name", async () => {
    const [home, other] = [await household(), await household()];
    const theirs = await tell(other, other.viewerId, "theirs");
    expect((await home.browser.call(read, { body: { ids: [theirs] } })).status).toBe(200);
    expect(await unread(other)).toEqual(["theirs"]);
  });

  test("works without a script, and leads back to the page", async () => {
    const home = await household();
    await tell(home, home.viewerId, "mine");
    const { status, headers } = await home.browser.call(read, {
      form: {},
      headers: { referer: `${process.env.SITE_URL}/notifications` },
    });
    expect([status, headers.get("location")]).toEqual([303, "/notifications"]);
    expect(await unread(home)).toEqual([]);
  });
});
