import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { GET as lists } from "@/app/api/library/lists/[list]/route";
import { POST as write } from "@/app/api/library/route";
import { GET as titleState } from "@/app/api/library/titles/[movieId]/route";
import { signViewerCookie, VIEWER_COOKIE } from "@/lib/platform/auth/viewer-cookie";
import { Browser } from "../../fixtures/browser";
import { libraryWrites } from "../../fixtures/library-calls";
import { film, household } from "../../fixtures/playback";
import { sql } from "../../fixtures/supabase";

const idsOn = async (browser: Browser, list: string) => {
  const { body } = await browser.call(lists, { method: "GET", params: { list } });
  return body.items.map(({ card }: { card: { id: string } }) => card.id);
};
const outcomes = (body: { answers: { outcome: string }[] }) => body.answers.map(({ outcome }) => outcome);

describe("a write is refused", () => {
  const good = () => ({
    id: randomUUID(),
    kind: "watchlist",
    movieId: randomUUID(),
    isListed: true,
    madeAt: 1,
  });

  test("to a visitor", async () => {
    const body = { viewerId: randomUUID(), writes: [good()] };
    expect((await new Browser().call(write, { body })).status).toBe(401);
  });

  test("to a tab of somebody who is not watching any more, or of another household", async () => {
    const [owner, stranger] = [await household(), await household()];
    const { movieId } = await film();
    const answer = await libraryWrites(owner.browser, stranger.viewerId, {
      kind: "watchlist",
      movieId,
      isListed: true,
    });
    expect([answer.status, answer.body.error.code]).toEqual([409, "CONFLICT"]);
    expect(await idsOn(stranger.browser, "watchlist")).toEqual([]);
  });

  test.each([
    ["no writes", []],
    ["more than fifty", Array.from({ length: 51 }, good)],
    ["a kind that there is not", [{ ...good(), kind: "everything" }]],
    ["a quarter of a star", [{ ...good(), kind: "rating", rating: 7.25 }]],
    ["eleven stars", [{ ...good(), kind: "rating", rating: 11 }]],
    ["no title", [{ ...good(), movieId: "x" }]],
    ["a moment before 1970", [{ ...good(), madeAt: -1 }]],
    ["a moment beyond all numbers", [{ ...good(), madeAt: 1e300 }]],
    [
      "more episodes than a season can have",
      [
        {
          ...good(),
          kind: "watched",
          isWatched: true,
          episodeIds: Array.from({ length: 1001 }, () => randomUUID()),
        },
      ],
    ],
  ])("with %s", async (_name, writes) => {
    const { browser, viewerId } = await household();
    expect((await browser.call(write, { body: { viewerId, writes } })).status).toBe(400);
  });

  test("for a title that does not exist or is above the viewer's limit, and takes no other with it", async () => {
    const [{ movieId: adult }, { movieId }] = [await film({ maturityRating: 18 }), await film()];
    const { browser, viewerId } = await household({ maturityLimit: 12 });
    const on = (id: string) => ({ kind: "favorites", movieId: id, isListed: true });
    const { body } = await libraryWrites(browser, viewerId, on(adult), on(movieId), on(randomUUID()));
    expect(outcomes(body).toSorted()).toEqual(["done", "refused", "refused"]);
    expect(await idsOn(browser, "favorites")).toEqual([movieId]);
  });

  test("when there are too many", async () => {
    const { browser, viewerId } = await household();
    const { movieId } = await film();
    const one = { kind: "watchlist", movieId, isListed: true };
    const statuses: number[] = [];
    // Twice as many as a minute allows, whoever counts: Redis, or this process while Redis does not answer.
    while (statuses.length < 62 && !statuses.includes(429))
      statuses.push((await libraryWrites(browser, viewerId, one)).status);
    expect(statuses).toContain(429);
  });
});

describe.each(["watchlist", "favorites", "hidden"])("the list %s", (kind) => {
  test("keeps a title once until it is taken off, and nobody else sees it", async () => {
    const { movieId } = await film();
    const [owner, stranger] = [await household(), await household()];
    const at = Date.now() - 10_000;
    const put = (person: typeof owner, isListed: boolean, madeAt: number) =>
      libraryWrites(person.browser, person.viewerId, { kind, movieId, isListed, madeAt });
    await put(owner, true, at);
    await put(owner, true, at + 1);
    expect(await idsOn(owner.browser, kind)).toEqual([movieId]);
    await put(stranger, false, at + 2);
    expect(await idsOn(owner.browser, kind)).toEqual([movieId]);
    expect(outcomes((await put(owner, false, at)).body)).toEqual(["superseded"]);
    expect(await idsOn(owner.browser, kind)).toEqual([movieId]);
    await put(owner, false, at + 3);
    expect(await idsOn(owner.browser, kind)).toEqual([]);
  });
});

test("each viewer of a household has a library of their own", async () => {
  const { browser, viewerId, id } = await household();
  const { movieId } = await film();
  const [other] = await sql<{ id: string }[]>`
    insert into public.viewer_profiles (user_id, name) values (${id}, 'Minh') returning id
  `;
  const as = async (profileId: string) => {
    browser.cookies.set(VIEWER_COOKIE, await signViewerCookie({ userId: id, profileId, pinVersion: null }));
  };
  const { forgetHousehold } = await import("@/lib/platform/auth/household");
  await forgetHousehold(id);
  await as(viewerId);
  await libraryWrites(browser, viewerId, { kind: "rating", movieId, rating: 9.5 });
  const stateOf = async () =>
    (await browser.call(titleState, { method: "GET", params: { movieId } })).body.rating;
  expect(await stateOf()).toBe(9.5);
  await as(other?.id ?? "");
  expect(await stateOf()).toBeNull();
  expect(await idsOn(browser, "ratings")).toEqual([]);
});

test("a child pauses no history, and everything else is the child's own to do", async () => {
  const { browser, id } = await household({ maturityLimit: 12 });
  const [child] = await sql<{ id: string }[]>`
    insert into public.viewer_profiles (user_id, name, is_kids, maturity_limit) values (${id}, 'Bi', true, 12)
    returning id`;
  const viewerId = child?.id ?? "";
  const { forgetHousehold } = await import("@/lib/platform/auth/household");
  await forgetHousehold(id);
  browser.cookies.set(
    VIEWER_COOKIE,
    await signViewerCookie({ userId: id, profileId: viewerId, pinVersion: null }),
  );
  const { movieId } = await film();
  const { body } = await libraryWrites(
    browser,
    viewerId,
    { kind: "paused", isPaused: true },
    { kind: "watchlist", movieId, isListed: true },
  );
  expect(outcomes(body).toSorted()).toEqual(["done", "refused"]);
  const [viewer] = await sql`select history_paused from public.viewer_profiles where id = ${viewerId}`;
  expect(viewer?.history_paused).toBe(false);
});
