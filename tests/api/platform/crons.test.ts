import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { expect, test } from "vitest";
import { cronRoute } from "@/lib/platform/crons/route";
import { afterwards, siteUrl, sql } from "../../fixtures/supabase";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const name = `test-${randomUUID()}`;
afterwards(() => sql`delete from public.cron_runs where name = ${name}`);

const scheduled = () =>
  new Request(siteUrl, { headers: { authorization: `Bearer ${process.env.CRON_SECRET}` } });
const lastRun = () => sql`
  select status, details, error_text from public.cron_runs where name = ${name} order by started_at desc limit 1
`;

test("a cron that is called while it runs does not run a second time", async () => {
  let end = () => {};
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  let runs = 0;
  const route = cronRoute(name, async () => {
    runs += 1;
    await held;
    return { done: 7 };
  });
  const first = route(scheduled());
  await expect.poll(() => runs).toBe(1);
  const second = await route(scheduled());
  expect([second.status, await second.json()]).toEqual([409, { status: "running" }]);
  end();
  const answer = await first;
  expect([answer.status, await answer.json()]).toEqual([200, { status: "succeeded", counts: { done: 7 } }]);
  expect([runs, await lastRun()]).toEqual([
    1,
    [{ status: "succeeded", details: { done: 7 }, error_text: null }],
  ]);
});

test("a cron that throws is written down by the kind of its error alone, and may run again", async () => {
  const route = cronRoute(name, () => Promise.reject(new TypeError("about somebody@example.test")));
  const answer = await route(scheduled());
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(text).not.toContain("somebody");
  expect(await lastRun()).toEqual([{ status: "failed", details: {}, error_text: "TypeError" }]);
  expect((await cronRoute(name, async () => ({}))(scheduled())).status).toBe(200);
});

test("the built site refuses whoever does not know the secret", async () => {
  for (const headers of [undefined, { authorization: "Bearer guess" }])
    expect((await fetch(`${siteUrl}/api/cron/expire`, { headers })).status).toBe(401);
});

test("npm run cron does by hand what the schedule does, and names the crons to whoever asks for another", async () => {
  const run = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ["--import", "tsx", "--conditions=react-server", "scripts/cron.ts", ...args],
      {
        cwd: ROOT,
        encoding: "utf8",
      },
    );
  const [before] = await sql`select count(*)::integer as runs from public.cron_runs where name = 'expire'`;
  const { status, stdout } = run("expire");
  expect(JSON.parse(stdout)).toMatchObject({ status: "succeeded", counts: { cronRuns: expect.any(Number) } });
  expect(status).toBe(0);
  const [after] = await sql`select count(*)::integer as runs from public.cron_runs where name = 'expire'`;
  expect(after?.runs).toBe(before?.runs + 1);
  const unknown = run("no-such-cron");
  expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining("tombstones")]);
});
