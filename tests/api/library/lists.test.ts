import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { GET as changes } from "@/app/api/library/changes/route";
import { GET as history } from "@/app/api/library/history/route";
import { GET as list } from "@/app/api/library/lists/[list]/route";
import { GET as rails } from "@/app/api/library/rails/route";
import { GET as title } from "@/app/api/library/titles/[movieId]/route";
import { Browser } from "../../fixtures/browser";
import { libraryWrites } from "../../fixtures/library-calls";
import { film, household } from "../../fixtures/playback";

const GET = { method: "GET" };

test("a library is nobody's for a visitor", async () => {
  const visitor = new Browser();
  for (const handler of [changes, history, rails])
    expect((await visitor.call(handler, GET)).status).toBe(401);
  expect((await visitor.call(list, { ...GET, params: { list: "watchlist" } })).status).toBe(401);
  expect((await visitor.call(title, { ...GET, params: { movieId: randomUUID() } })).status).toBe(401);
});

test("a list that there is not is not found, and no nonsense is taken for an order or a cursor", async () => {
  const { browser } = await household();
  const ask = (name: string, query = "") =>
    browser.call(list, { ...GET, params: { list: name }, path: `/api/library/lists/x${query}` });
  expect((await ask("everything")).status).toBe(404);
  expect((await ask("watchlist", "?sort=random")).status).toBe(400);
  expect((await ask("watchlist", "?cursor=x")).status).toBe(400);
  expect((await ask("watchlist", "?unwatched=yes")).status).toBe(400);
});

test("nobody learns what a title above their limit is to them", async () => {
  const { movieId } = await film({ maturityRating: 18 });
  const { browser } = await household({ maturityLimit: 12 });
  expect((await browser.call(title, { ...GET, params: { movieId } })).status).toBe(404);
  expect((await browser.call(title, { ...GET, params: { movieId: randomUUID() } })).status).toBe(404);
});

async function watched(viewer: Parameters<typeof household>[0] = {}) {
  const [{ movieId }, person] = [await film(), await household(viewer)];
  const madeAt = Date.now() - 60_000;
  await libraryWrites(person.browser, person.viewerId, {
    kind: "watched",
    movieId,
    episodeIds: null,
    isWatched: true,
    madeAt,
  });
  const items = async () => (await person.browser.call(history, GET)).body.items;
  return { ...person, movieId, items };
}

test("the history shows what was watched, and loses one entry to its owner alone", async () => {
  const [owner, stranger] = [await watched(), await household()];
  expect(await owner.items()).toMatchObject([{ isCompleted: true, watchPercentage: 100 }]);
  const removal = { kind: "removed", movieId: owner.movieId, episodeId: null };
  await libraryWrites(stranger.browser, stranger.viewerId, removal);
  expect(await owner.items()).toHaveLength(1);
  await libraryWrites(owner.browser, owner.viewerId, removal);
  expect(await owner.items()).toEqual([]);
});

test("the history is cleared for this viewer alone", async () => {
  const [one, other] = [await watched(), await watched()];
  await libraryWrites(one.browser, one.viewerId, { kind: "cleared" });
  expect(await one.items()).toEqual([]);
  expect(await other.items()).toHaveLength(1);
});

test("a tab that was away hears what another one did, and a time that is none is refused", async () => {
  const { browser, movieId } = await watched({ maturityLimit: 18 });
  const since = new Date(Date.now() - 1_000).toISOString();
  const ask = (query: string) =>
    browser.call(changes, { ...GET, path: `/api/library/changes?since=${query}` });
  const { body } = await ask(encodeURIComponent(since));
  expect(body).toMatchObject({ isComplete: true, doorbell: null });
  expect(body.changes).toMatchObject([{ table: "viewing_history", record: { movie_id: movieId } }]);
  expect((await ask("yesterday")).status).toBe(400);
});

test("a viewer with an age limit gets no token, but a doorbell that tells of nobody", async () => {
  const { browser, viewerId } = await watched();
  const { body } = await browser.call(changes, {
    ...GET,
    path: `/api/library/changes?since=${encodeURIComponent(new Date().toISOString())}`,
  });
  expect(body.doorbell).toMatch(/^doorbell:[\w-]{43}$/);
  expect(body.doorbell).not.toContain(viewerId);
});
