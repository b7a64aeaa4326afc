import { afterAll, expect, test } from "vitest";
import {
  ask,
  expectDecent,
  gatherAudience,
  openPage,
  statusesOf,
  type Told,
} from "@/tests/fixtures/faults/audience";
import { kill, whilePaused } from "@/tests/fixtures/faults/services";
import { sql } from "@/tests/fixtures/supabase";

const CACHED = ["page /", "page /browse"];
const WRITES = ["progress", "favourite"];

afterAll(() => sql`delete from public.movies where title like 'Wished %'`);

/** Reads that are kept go on; what cannot be done is said so, and is never half done. */
function expectReadsAndHonestWrites(told: Told[]): void {
  expectDecent(told);
  for (const what of CACHED) expect(statusesOf(told, what), what).toEqual([200]);
  for (const what of [...WRITES, "state", "search"])
    for (const status of statusesOf(told, what)) expect([200, 503], `${what} ${status}`).toContain(status);
}

/** A connection of the test's own may have been cut, too. */
const answers = () => sql`select 1`.then(() => true).catch(() => false);

test.each([
  ["killed", () => kill("postgres")],
  ["stopped for longer than a request may take", () => whilePaused("postgres", lateWrite)],
])("while the database is %s pages are read, and each write is done or is not", async (_, fault) => {
  const audience = await gatherAudience();
  for (const path of ["/", "/browse"]) expect((await openPage(path)).status).toBe(200);
  audience.begin();
  await expect.poll(async () => (await audience.check()).acknowledged).toBeGreaterThan(0);
  await fault();
  await expect.poll(answers, { timeout: 40_000 }).toBe(true);
  const again = async () => {
    const { status } = await ask("state", "api", "/api/library/history", { cookie: audience.cookie });
    return status;
  };
  await expect.poll(again, { timeout: 40_000 }).toBe(200);
  const before = (await audience.check()).acknowledged;
  await expect
    .poll(async () => (await audience.check()).acknowledged, { timeout: 20_000 })
    .toBeGreaterThan(before);
  expectReadsAndHonestWrites(await audience.end());
  const { position, acknowledged, wrongFavourites } = await audience.check();
  expect(position).toBeGreaterThanOrEqual(acknowledged);
  expect(wrongFavourites).toEqual([]);
});

/** Whoever writes now is told to try again within the deadline. */
async function lateWrite(): Promise<void> {
  const audience = { body: { email: "nobody@example.test", password: "not the password" } };
  const told = await ask("sign-in", "sign-in", "/api/auth/sign-in", audience);
  expectDecent([told]);
  expect(told.status).toBe(503);
}
