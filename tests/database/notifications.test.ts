import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { addMovie, as, connect, inRollback, signedIn, signUp, type Transaction } from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

type Item = { id: string; title: string; action_url: string | null; after: string };

async function tell(tx: Transaction, userId: string, values: Record<string, unknown>): Promise<void> {
  await tx`insert into public.notifications ${tx({
    user_id: userId,
    type: "new_content",
    message: "Text",
    occasion: randomUUID(),
    ...values,
  } as Record<string, string>)}`;
}

async function page(tx: Transaction, viewerId: string, withHousehold: boolean, after?: Item, limit = 31) {
  const [row] = await tx<{ items: Item[] }[]>`
    select public.notifications_page(${viewerId}, ${withHousehold}, 12, null, ${after?.after ?? null},
      ${after?.id ?? null}, ${limit}) as items`;
  return row?.items ?? [];
}
const titles = (items: Item[]) => items.map(({ title }) => title);

describe("what somebody was told", () => {
  test("is read by their viewer, newest first, with or without what the account was told", () =>
    inRollback(sql, async (tx) => {
      const { userId, viewerId } = await signUp(tx);
      await tell(tx, userId, {
        viewer_profile_id: viewerId,
        title: "older",
        created_at: "2026-01-01T00:00:00Z",
      });
      await tell(tx, userId, { viewer_profile_id: null, title: "ours", created_at: "2026-01-02T00:00:00Z" });
      await tell(tx, userId, {
        viewer_profile_id: viewerId,
        title: "newer",
        created_at: "2026-01-03T00:00:00Z",
      });
      await tell(tx, userId, {
        viewer_profile_id: viewerId,
        title: "over",
        expires_at: "2026-01-04T00:00:00Z",
      });
      await as(tx, signedIn(userId), async (mine) => {
        expect(titles(await page(mine, viewerId, true))).toEqual(["newer", "ours", "older"]);
        expect(titles(await page(mine, viewerId, false))).toEqual(["newer", "older"]);
        const [first] = await page(mine, viewerId, true, undefined, 1);
        expect(titles(await page(mine, viewerId, true, first))).toEqual(["ours", "older"]);
      });
    }));

  test("is shown to nobody of another household", () =>
    inRollback(sql, async (tx) => {
      const [owner, stranger] = [await signUp(tx), await signUp(tx)];
      await tell(tx, owner.userId, { viewer_profile_id: owner.viewerId, title: "mine" });
      await as(tx, signedIn(stranger.userId), async (theirs) => {
        expect(await page(theirs, owner.viewerId, true)).toEqual([]);
      });
    }));

  test("leads nowhere once its title is above the viewer's limit, or is no title", () =>
    inRollback(sql, async (tx) => {
      const { userId, viewerId } = await signUp(tx);
      const [open, closed] = [
        await addMovie(tx, { maturity_rating: 7 }),
        await addMovie(tx, { maturity_rating: 18 }),
      ];
      for (const [title, movieId] of [
        ["open", open],
        ["closed", closed],
        ["odd", "nonsense"],
      ] as const)
        await tell(tx, userId, {
          viewer_profile_id: viewerId,
          title,
          action_url: "/title/x",
          metadata: tx.json({ movieId }),
        });
      await tell(tx, userId, { viewer_profile_id: viewerId, title: "plain", action_url: "/settings" });
      await as(tx, signedIn(userId), async (mine) => {
        const items = await page(mine, viewerId, true);
        expect(Object.fromEntries(items.map((item) => [item.title, item.action_url]))).toEqual({
          open: "/title/x",
          closed: null,
          odd: null,
          plain: "/settings",
        });
      });
    }));
});
