import { type Browser, expect, type Page, test, type WebSocketRoute } from "@playwright/test";
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

let home: Household;
let films: Shelf;
let other: Browser;
let second: Page;

test.beforeAll(async () => {
  [home, films] = [await newHousehold(), await newFilms(1)];
});
test.beforeEach(async ({ context }) => {
  await sql`delete from public.user_watchlist where viewer_profile_id = ${home.viewerId}`;
  await enter(context, home, home.viewerId);
  ({ other, page: second } = await secondBrowser(home));
});
test.afterEach(() => other.close());
test.afterAll(async () => {
  await removeHousehold(home);
  await removeFilms(films);
});

const titlePath = () => `/title/${films.slugs[0]}`;
const isSaved = () => listed("user_watchlist", home.viewerId, films.ids[0] ?? "");

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

type Line = { server: WebSocketRoute; browser: WebSocketRoute; topic: () => string };

/** Stands between a page and Realtime: what the server says waits for `passed`. */
async function tapLine(page: Page, passed = Promise.resolve()): Promise<Line[]> {
  const lines: Line[] = [];
  await page.routeWebSocket(/realtime\/v1/, (browser) => {
    const server = browser.connectToServer();
    let topic = "";
    browser.onMessage((message) => {
      topic = /"(realtime:[^"]+)"/.exec(String(message))?.[1] ?? topic;
      server.send(message);
    });
    server.onMessage(async (message) => {
      await passed;
      browser.send(message);
    });
    lines.push({ server, browser, topic: () => topic });
  });
  return lines;
}

test("a device whose token comes between its join and the answer hears all the same", async ({ page }) => {
  const [asked, token, answers] = [gate(), gate(), gate()];
  await second.route("**/api/auth/token", async (route) => {
    asked.open();
    await token.passed;
    await route.continue();
  });
  const lines = await tapLine(second, answers.passed);
  const known = second.waitForResponse("**/api/auth/token");
  const heard = second.waitForResponse("**/api/library/changes*");
  await Promise.all([open(page, titlePath()), second.goto(titlePath())]);
  await asked.passed;
  // A join that does not wait for its token leaves within a second.
  await expect
    .poll(() => lines[0]?.topic() ?? "", { timeout: 1_000 })
    .not.toBe("")
    .catch(() => {});
  token.open();
  await known;
  // The page has the token in its hands before the join is answered.
  await expect.poll(() => lines[0]?.topic() ?? "").not.toBe("");
  await second.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  answers.open();
  await heard;
  await add(page).click();
  await expect(remove(second)).toBeVisible();
});

test("what was changed while a device was still joining shows once it has joined", async ({ page }) => {
  const answers = gate();
  const lines = await tapLine(second, answers.passed);
  await Promise.all([open(page, titlePath()), second.goto(titlePath())]);
  await expect.poll(() => lines.length).toBe(1);
  await add(page).click();
  await expect.poll(isSaved).toBe(true);
  answers.open();
  await expect(remove(second)).toBeVisible();
});

test("a question that was lost on the way is asked again", async ({ page }) => {
  let lost = 0;
  await second.route("**/api/library/changes*", (route) => {
    lost += 1;
    return lost < 3 ? route.abort() : route.continue();
  });
  await Promise.all([open(page, titlePath()), second.goto(titlePath())]);
  await add(page).click();
  await expect.poll(() => lost).toBeGreaterThan(2);
  await expect(remove(second)).toBeVisible();
});

test("a channel that the server closed is joined again, and what came meanwhile is asked for", async ({
  page,
}) => {
  const lines = await tapLine(second);
  await Promise.all([open(page, titlePath()), open(second, titlePath())]);
  const [line] = lines;
  line?.browser.send(JSON.stringify(["1", null, line.topic(), "phx_close", {}]));
  await add(page).click();
  await expect(remove(second)).toBeVisible();
  await remove(page).click();
  await expect(add(second)).toBeVisible();
});

test("a socket that breaks is opened again, and what came meanwhile is asked for", async ({ page }) => {
  const lines = await tapLine(second);
  await Promise.all([open(page, titlePath()), open(second, titlePath())]);
  await lines[0]?.server.close();
  await lines[0]?.browser.close({ code: 1011 });
  await add(page).click();
  await expect(remove(second)).toBeVisible();
  expect(lines.length).toBeGreaterThan(1);
});

test("an answer that was on its way when another device changed something does not undo it", async ({
  page,
}) => {
  const late = gate();
  await Promise.all([open(page, titlePath()), open(second, titlePath())]);
  let held = 0;
  await page.route("**/api/library/titles/*", async (route) => {
    const response = await route.fetch();
    held += 1;
    if (held === 1) await late.passed;
    await route.fulfill({ response });
  });
  await add(page).click();
  await expect.poll(() => held).toBeGreaterThan(0);
  await expect(remove(second)).toBeVisible();
  await remove(second).click();
  await expect(add(page)).toBeVisible();
  late.open();
  await expect.poll(isSaved).toBe(false);
  await page.waitForLoadState("networkidle");
  await expect(add(page)).toBeVisible();
});
