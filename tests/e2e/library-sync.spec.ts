import { expect, type Page, test } from "@playwright/test";
import {
  enter,
  type Household,
  listed,
  newFilms,
  newHousehold,
  removeFilms,
  removeHousehold,
  type Shelf,
  sql,
} from "../fixtures/library-people";
import { add, open, remove, secondBrowser } from "../fixtures/two-browsers";

const WITHIN_MS = 1_000;

let home: Household;
let films: Shelf;
test.beforeAll(async () => {
  [home, films] = [await newHousehold(), await newFilms(3)];
});
test.afterAll(async () => {
  await removeHousehold(home);
  await removeFilms(films);
});

const titlePath = (index = 0) => `/title/${films.slugs[index]}`;

type Change = {
  name: string;
  from: Page;
  to: Page;
  act: () => Promise<void>;
  shows: string;
  isGone?: boolean;
};

/** From the press in one browser until the other has drawn it, both by the clock of this machine, in milliseconds. */
async function measured({ name, from, to, act, shows, isGone = false }: Change): Promise<void> {
  await from.evaluate(() => {
    const remember = () => Object.assign(window, { pressedAt: Date.now() });
    window.addEventListener("click", remember, { capture: true, once: true });
  });
  const seen = to.waitForFunction(
    ([selector, isWanted]) => (document.querySelector(selector) !== null) === isWanted && Date.now(),
    [shows, !isGone] as const,
    { polling: "raf" },
  );
  await act();
  const seenAt = Number(await (await seen).jsonValue());
  const delay = seenAt - (await from.evaluate(() => (window as unknown as { pressedAt: number }).pressedAt));
  console.log(`${name}: ${delay} ms from the press in one browser to the other`);
  test.info().annotations.push({ type: "delay", description: `${name}: ${delay} ms` });
  expect(delay, name).toBeLessThan(WITHIN_MS);
}

const IS_ON = 'button[aria-label="Remove from watchlist"]';
const IS_OFF = 'button[aria-label="Add to watchlist"]';

test("what is done in one browser shows in another within a second", async ({ page, context }) => {
  await enter(context, home, home.viewerId);
  const { other, page: second } = await secondBrowser(home);
  await Promise.all([open(page, titlePath()), open(second, titlePath())]);
  await measured({
    name: "added",
    from: page,
    to: second,
    act: () => add(page).click(),
    shows: IS_ON,
  });
  await measured({
    name: "removed",
    from: second,
    to: page,
    act: () => remove(second).click(),
    shows: IS_OFF,
  });
  const stars = (on: Page) => on.getByRole("slider", { name: /Your rating/ });
  await stars(page).focus();
  await page.keyboard.press("8");
  const rated = Date.now();
  await stars(page).blur();
  await expect(stars(second)).toHaveAttribute("aria-valuenow", "8");
  console.log(`rated: ${Date.now() - rated} ms`);
  await open(second, "/watchlist");
  await measured({
    name: "on the list",
    from: page,
    to: second,
    act: () => add(page).click(),
    shows: `main li a[href='${titlePath()}']`,
  });
  await measured({
    name: "off the list",
    from: page,
    to: second,
    act: () => remove(page).click(),
    shows: `main li a[href='${titlePath()}']`,
    isGone: true,
  });
  await other.close();
});

test("a child's two devices are in step too, and neither is given a token", async ({ page, context }) => {
  await enter(context, home, home.kidId);
  const { other, page: second } = await secondBrowser(home, home.kidId);
  const asked: string[] = [];
  for (const each of [page, second]) each.on("request", (request) => asked.push(request.url()));
  await Promise.all([open(page, titlePath(1)), open(second, titlePath(1))]);
  await measured({
    name: "added by a child",
    from: page,
    to: second,
    act: () => add(page).click(),
    shows: IS_ON,
  });
  expect(asked.filter((url) => url.includes("/api/auth/token"))).toEqual([]);
  expect(await listed("user_watchlist", home.viewerId, films.ids[1] ?? "")).toBe(false);
  await other.close();
});

test("two tabs of one browser show the same", async ({ page, context }) => {
  await enter(context, home, home.viewerId);
  const tab = await context.newPage();
  await Promise.all([open(page, titlePath(2)), open(tab, titlePath(2))]);
  await measured({
    name: "in another tab",
    from: page,
    to: tab,
    act: () => add(page).click(),
    shows: IS_ON,
  });
  // Both press at once: whichever was later stands, in both tabs and in the database.
  const button = (on: Page) => on.getByRole("button", { name: /(Add to|Remove from) watchlist/ }).first();
  await Promise.all([button(page).click(), button(tab).click()]);
  const shows = async (on: Page) => (await button(on).getAttribute("aria-label")) === "Remove from watchlist";
  await expect
    .poll(async () => {
      const isListed = await listed("user_watchlist", home.viewerId, films.ids[2] ?? "");
      return [await shows(page), await shows(tab)].every((shown) => shown === isListed);
    })
    .toBe(true);
});

test("what was pressed offline is kept when the tab is closed, and sent when it is opened again", async ({
  page,
  context,
}) => {
  await enter(context, home, home.viewerId);
  await open(page, titlePath());
  await context.setOffline(true);
  await add(page).click();
  await expect(remove(page)).toBeVisible();
  await expect(page.getByText("You are offline.", { exact: false })).toBeVisible();
  await page.close();
  expect(await listed("user_watchlist", home.viewerId, films.ids[0] ?? "")).toBe(false);
  await context.setOffline(false);
  const again = await context.newPage();
  await open(again, "/");
  await expect.poll(() => listed("user_watchlist", home.viewerId, films.ids[0] ?? "")).toBe(true);
});

test("on a slow network a press shows at once, and is saved when the answer comes", async ({
  page,
  context,
}) => {
  await enter(context, home, home.viewerId);
  await sql`delete from public.user_watchlist where viewer_profile_id = ${home.viewerId}`;
  await open(page, titlePath());
  const network = await context.newCDPSession(page);
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 4_000,
    downloadThroughput: 50_000,
    uploadThroughput: 20_000,
  });
  // Only what comes back is late here: the server has the press long before the page knows.
  let isAnswered = false;
  const answer = page.waitForResponse((response) => response.url().endsWith("/api/library"));
  answer.then(
    () => {
      isAnswered = true;
    },
    () => undefined,
  );
  await add(page).click();
  await expect(remove(page)).toBeVisible({ timeout: 2_000 });
  expect(isAnswered).toBe(false);
  await answer;
  await expect.poll(() => listed("user_watchlist", home.viewerId, films.ids[0] ?? "")).toBe(true);
  await expect(remove(page)).toBeVisible();
});

test("of two browsers that disagreed while one was offline the later decision stands in both", async ({
  page,
  context,
}) => {
  await enter(context, home, home.viewerId);
  const { other, page: second } = await secondBrowser(home);
  await sql`delete from public.user_favorites where viewer_profile_id = ${home.viewerId}`;
  await Promise.all([open(page, titlePath()), open(second, titlePath())]);
  const favor = (on: Page) => on.getByRole("button", { name: "Add to favourites" }).first();
  const unfavor = (on: Page) => on.getByRole("button", { name: "Remove from favourites" }).first();
  await context.setOffline(true);
  await favor(page).click();
  await unfavor(page).click();
  await expect(favor(page)).toBeVisible();
  await favor(second).click();
  await expect.poll(() => listed("user_favorites", home.viewerId, films.ids[0] ?? "")).toBe(true);
  await context.setOffline(false);
  await expect(unfavor(page)).toBeVisible();
  await expect(unfavor(second)).toBeVisible();
  expect(await listed("user_favorites", home.viewerId, films.ids[0] ?? "")).toBe(true);
  await other.close();
});

test("a browser that was away is in step again when it is back", async ({ page, context }) => {
  await enter(context, home, home.viewerId);
  const { other, page: second, context: away } = await secondBrowser(home);
  await sql`delete from public.user_watchlist where viewer_profile_id = ${home.viewerId}`;
  await Promise.all([open(page, titlePath()), open(second, titlePath())]);
  await away.setOffline(true);
  await add(page).click();
  await expect.poll(() => listed("user_watchlist", home.viewerId, films.ids[0] ?? "")).toBe(true);
  await expect(add(second)).toBeVisible();
  await away.setOffline(false);
  await expect(remove(second)).toBeVisible();
  await other.close();
});

test("what the server refuses is taken back before one's eyes, by name", async ({ page, context }) => {
  await enter(context, home, home.viewerId);
  await open(page, titlePath(1));
  await sql`update public.movies set status = 'archived' where id = ${films.ids[1] ?? ""}`;
  await add(page).click();
  await expect(page.getByText(/“Reel 2 .*” was not changed/)).toBeVisible();
  await expect(add(page)).toBeVisible();
  await sql`update public.movies set status = 'published' where id = ${films.ids[1] ?? ""}`;
});

test("a tab that was left open writes nothing into the library of whoever watches now", async ({
  page,
  context,
}) => {
  await enter(context, home, home.viewerId);
  await sql`delete from public.user_watchlist where user_id = ${home.userId}`;
  await open(page, titlePath());
  await enter(context, home, home.kidId);
  await add(page).click();
  await expect(page.getByText("Somebody else of your household is watching", { exact: false })).toBeVisible();
  expect(await listed("user_watchlist", home.kidId, films.ids[0] ?? "")).toBe(false);
});
