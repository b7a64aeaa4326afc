import { expect, type Page, test } from "@playwright/test";
import {
  enter,
  type Household,
  newFilms,
  newHousehold,
  removeFilms,
  removeHousehold,
  type Shelf,
  sql,
} from "../fixtures/library-people";
import { open } from "../fixtures/two-browsers";

/** The worker looks for premieres every twenty seconds. */
const ANNOUNCED_WITHIN_MS = 45_000;

let home: Household;
let films: Shelf;
test.beforeAll(async () => {
  [home, films] = [await newHousehold(), await newFilms(3)];
});
test.afterAll(async () => {
  await removeHousehold(home);
  await removeFilms(films);
});

const bell = (page: Page, name: string) => page.getByRole("banner").getByRole("link", { name, exact: true });

/** Somebody asked to be told of a title, and its day has come. */
async function premiere(viewerId: string, index: number): Promise<void> {
  const id = films.ids[index] ?? "";
  await sql`update public.movies set status = 'scheduled', published_at = now() where id = ${id}`;
  await sql`insert into public.reminders (user_id, viewer_profile_id, movie_id) values (${home.userId}, ${viewerId}, ${id})`;
}

test("a premiere rings the bell on an open page; what was opened is read, also beside it", async ({
  page,
  context,
}) => {
  await enter(context, home, home.viewerId);
  await open(page, "/notifications");
  await expect(page.getByRole("heading", { name: "Nothing new, nothing missed" })).toBeVisible();
  await expect(bell(page, "Notifications")).toBeVisible();
  await premiere(home.viewerId, 0);
  await expect(bell(page, "Notifications, 1 unread")).toBeVisible({ timeout: ANNOUNCED_WITHIN_MS });
  const line = page.getByRole("main").getByRole("link", { name: /Reel 1/ });
  await expect(line).toContainText("New");
  await line.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/title/${films.slugs[0]}`);
  await expect(bell(page, "Notifications")).toBeVisible();
  await bell(page, "Notifications").click();
  await expect(line).toBeVisible();
  await expect(line).not.toContainText("New");
  await expect(page.getByRole("button", { name: "Mark all as read" })).toHaveCount(0);
});

test("a child is told by the doorbell, and marks all as read without a script", async ({
  page,
  context,
  browser,
}) => {
  await enter(context, home, home.kidId);
  await open(page, "/");
  await premiere(home.kidId, 1);
  await expect(bell(page, "Notifications, 1 unread")).toBeVisible({ timeout: ANNOUNCED_WITHIN_MS });
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: "en-US" });
  await enter(plain, home, home.kidId);
  const still = await plain.newPage();
  await still.goto(new URL("/notifications", page.url()).href);
  await expect(bell(still, "Notifications, 1 unread")).toBeVisible();
  await still.getByRole("button", { name: "Mark all as read" }).click();
  await expect(bell(still, "Notifications")).toBeVisible();
  await expect(still.getByRole("main").getByRole("link", { name: /Reel 2/ })).not.toContainText("New");
  await plain.close();
});
