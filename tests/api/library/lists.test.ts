import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { DELETE as removeFavorite } from "@/app/api/favorites/[movieId]/route";
import { POST as addFavorite, GET as favorites } from "@/app/api/favorites/route";
import { DELETE as removeEntry } from "@/app/api/history/[id]/route";
import { DELETE as clear, GET as history, POST as mark } from "@/app/api/history/route";
import { DELETE as removeSaved } from "@/app/api/watchlist/[movieId]/route";
import { POST as add, GET as watchlist } from "@/app/api/watchlist/route";
import { Browser } from "../../fixtures/browser";
import { film, household } from "../../fixtures/playback";

const GET = { method: "GET" };

describe.each([
  ["watchlist", watchlist, add, removeSaved],
  ["favourites", favorites, addFavorite, removeFavorite],
] as const)("the %s", (_name, list, save, remove) => {
  test("is nobody's for a visitor", async () => {
    expect((await new Browser().call(list, GET)).status).toBe(401);
    expect((await new Browser().call(save, { body: { movieId: randomUUID() } })).status).toBe(401);
  });

  test("takes no title that does not exist or is above the viewer's limit", async () => {
    const { movieId } = await film({ maturityRating: 18 });
    const { browser } = await household({ maturityLimit: 12 });
    expect((await browser.call(save, { body: { movieId: randomUUID() } })).status).toBe(404);
    expect((await browser.call(save, { body: { movieId } })).status).toBe(404);
  });

  test("takes no nonsense, and no cursor that is not ours", async () => {
    const { browser } = await household();
    expect((await browser.call(save, { body: { movieId: "x" } })).status).toBe(400);
    expect((await browser.call(list, { ...GET, path: "/api/list?cursor=x" })).status).toBe(400);
  });

  test("keeps a title once until it is taken off, and nobody else sees it", async () => {
    const { movieId } = await film();
    const [owner, stranger] = [await household(), await household()];
    await owner.browser.call(save, { body: { movieId } });
    await owner.browser.call(save, { body: { movieId } });
    const { body } = await owner.browser.call(list, GET);
    expect(body.cards.map(({ id }: { id: string }) => id)).toEqual([movieId]);
    expect((await stranger.browser.call(list, GET)).body.cards).toEqual([]);
    await stranger.browser.call(remove, { method: "DELETE", params: { movieId } });
    expect((await owner.browser.call(list, GET)).body.cards).toHaveLength(1);
    await owner.browser.call(remove, { method: "DELETE", params: { movieId } });
    expect((await owner.browser.call(list, GET)).body.cards).toEqual([]);
  });
});

describe("the history", () => {
  async function watched() {
    const [{ movieId }, person] = [await film(), await household()];
    await person.browser.call(mark, { body: { movieId, isWatched: true } });
    const { body } = await person.browser.call(history, GET);
    return { ...person, entryId: body.items[0].id as string, items: body.items };
  }

  test("shows what was watched", async () => {
    expect((await watched()).items).toMatchObject([{ isCompleted: true, watchPercentage: 100 }]);
  });

  test("takes no title above the viewer's limit", async () => {
    const { movieId } = await film({ maturityRating: 18 });
    const { browser } = await household({ maturityLimit: 12 });
    expect((await browser.call(mark, { body: { movieId, isWatched: true } })).status).toBe(404);
  });

  test("loses one entry to its owner and none to a stranger", async () => {
    const { browser, entryId } = await watched();
    const stranger = await household();
    const call = { method: "DELETE", params: { id: entryId } };
    expect((await stranger.browser.call(removeEntry, call)).status).toBe(404);
    expect((await browser.call(removeEntry, call)).status).toBe(200);
    expect((await browser.call(history, GET)).body.items).toEqual([]);
  });

  test("is cleared for this viewer alone", async () => {
    const [one, other] = [await watched(), await watched()];
    await one.browser.call(clear, { method: "DELETE" });
    expect((await one.browser.call(history, GET)).body.items).toEqual([]);
    expect((await other.browser.call(history, GET)).body.items).toHaveLength(1);
  });
});
