import { expect, test } from "vitest";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { GET as history } from "@/app/api/library/history/route";
import { GET as list } from "@/app/api/library/lists/[list]/route";
import { GET as rails } from "@/app/api/library/rails/route";
import { GET as title } from "@/app/api/library/titles/[movieId]/route";
import { POST as choose } from "@/app/api/viewers/active/route";
import { POST as addViewer } from "@/app/api/viewers/route";
import { Browser } from "../../fixtures/browser";
import { libraryWrites } from "../../fixtures/library-calls";
import { film, household } from "../../fixtures/playback";

const GET = { method: "GET" };
const LISTS = ["watchlist", "favorites", "ratings", "hidden"];

/** All that a browser is told of the library of whoever is watching in it. */
async function libraryOf(browser: Browser, movieId: string) {
  const lists = await Promise.all(
    LISTS.map(
      async (name) => (await browser.call(list, { ...GET, params: { list: name } })).body.items.length,
    ),
  );
  const shown = (await browser.call(title, { ...GET, params: { movieId } })).body;
  // What all people together think of a title is the same for everybody.
  const { averageRating: _, ratingCount: __, ...own } = shown;
  return {
    lists,
    history: (await browser.call(history, GET)).body.items.length,
    rails: (await browser.call(rails, GET)).body,
    title: own,
  };
}

/** Two of one household, each in a browser of their own. */
async function two() {
  const mine = await household();
  const { body } = await mine.browser.call(addViewer, {
    body: { name: "Bi", isKids: false, maturityLimit: 16, language: "en" },
  });
  const theirs = new Browser();
  await theirs.call(signIn, { body: { email: mine.email, password: mine.password } });
  await theirs.call(choose, { body: { viewerId: body.id } });
  return { mine, theirs, theirId: body.id as string };
}

test("what one of a household lists, rates, hides and watches is nothing of the other's", async () => {
  const [{ movieId }, { movieId: otherId }, { mine, theirs, theirId }] = await Promise.all([
    film(),
    film(),
    two(),
  ]);
  const before = await libraryOf(theirs, movieId);
  const written = await libraryWrites(
    mine.browser,
    mine.viewerId,
    { kind: "watchlist", movieId, isListed: true },
    { kind: "favorites", movieId, isListed: true },
    { kind: "rating", movieId, rating: 9.5 },
    { kind: "watched", movieId, episodeIds: null, isWatched: true },
    { kind: "hidden", movieId: otherId, isListed: true },
  );
  expect(written.status).toBe(200);
  expect(await libraryOf(mine.browser, movieId)).toMatchObject({
    lists: [1, 1, 1, 1],
    history: 1,
  });
  expect(await libraryOf(theirs, movieId)).toEqual(before);
  expect(before).toMatchObject({ lists: [0, 0, 0, 0], history: 0 });

  await libraryWrites(theirs, theirId, { kind: "rating", movieId, rating: 2 });
  expect((await libraryOf(mine.browser, movieId)).title).toMatchObject({ rating: 9.5 });
  expect((await libraryOf(theirs, movieId)).title).toMatchObject({ rating: 2 });
});

test("nobody writes into the library of another of the household", async () => {
  const [{ movieId }, { mine, theirs }] = await Promise.all([film(), two()]);
  await libraryWrites(theirs, mine.viewerId, { kind: "favorites", movieId, isListed: true });
  expect((await libraryOf(mine.browser, movieId)).lists).toEqual([0, 0, 0, 0]);
  expect((await libraryOf(theirs, movieId)).lists).toEqual([0, 0, 0, 0]);
});
