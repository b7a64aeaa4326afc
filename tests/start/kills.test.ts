import { createServer } from "node:net";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Copy, isPortTaken, processesOf, until } from "./copy";

const BASE = Number(process.env.PORT ?? 4100) + 50;
const FIRST_START_MS = 840_000;
const WARM_START_MS = 60_000;
const RECOVERY_MS = 40_000;

const copy = new Copy(BASE);
let serial = 0;

async function withDatabase<Result>(work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(copy.databaseUrl(), { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Commits a row; answers what tells whether it is still there. */
async function commitRow(): Promise<() => Promise<boolean>> {
  serial += 1;
  const id = serial;
  await withDatabase(async (sql) => {
    await sql`create table if not exists public.kill_probe (id integer primary key)`;
    await sql`insert into public.kill_probe values (${id})`;
  });
  return () =>
    withDatabase(
      async (sql) => (await sql`select from public.kill_probe where id = ${id}`).length === 1,
    ).catch(() => false);
}

async function untilEverythingAnswers(): Promise<void> {
  await until("every port answers", RECOVERY_MS, async () => {
    const taken = await Promise.all(copy.ports.map(isPortTaken));
    return !taken.includes(false);
  });
}

async function homeStatus(): Promise<number> {
  return (await fetch(`http://127.0.0.1:${BASE}/`, { signal: AbortSignal.timeout(30_000) })).status;
}

beforeAll(async () => {
  copy.start();
  await copy.untilServing(FIRST_START_MS);
}, FIRST_START_MS);

afterAll(async () => {
  await copy.stop();
  await copy.untilPortsFree(RECOVERY_MS);
  expect(processesOf(copy.folder)).toEqual([]);
  copy.remove();
}, 120_000);

describe("a stranger's first start", () => {
  test("installs, builds and shows the home page, the mail page and the demo accounts", async () => {
    expect(await homeStatus()).toBe(200);
    expect(copy.output).toContain(`http://localhost:${BASE}`);
    expect(copy.output).toContain(`http://127.0.0.1:${BASE + 5}`);
    expect(copy.output).toContain("cineverse-demo");
  });

  test("another clone on the same port is refused with a sentence, before it installs anything", async () => {
    const other = new Copy(BASE);
    try {
      other.start();
      await until("the other clone gives up", 20_000, () => other.hasEnded());
      expect(other.exitCode()).toBe(20);
      expect(other.output).toContain(`Port ${BASE}, which the site needs, is in use`);
    } finally {
      other.remove();
    }
  });
});

describe("kill -9", () => {
  test.each(["redis", "mail", "gateway", "postgres", "worker", "site"])(
    "of %s: it is started again and no committed row is lost",
    async (name) => {
      const isThere = await commitRow();
      const pid = copy.record().services[name];
      const server = copy.postmaster();
      if (!pid) throw new Error(`${name} does not run`);
      process.kill(pid, "SIGKILL");
      await until(
        "another process took its place",
        RECOVERY_MS,
        () => (copy.record().services[name] ?? pid) !== pid,
      );
      if (name === "postgres") {
        await until(
          "another server took its place",
          RECOVERY_MS,
          () => ![0, server].includes(copy.postmaster()),
        );
      }
      await untilEverythingAnswers();
      await until("the row is there", RECOVERY_MS, isThere);
      await until("the site answers", RECOVERY_MS, async () => (await homeStatus().catch(() => 0)) === 200);
    },
    120_000,
  );

  test("of the database server itself: it recovers and no committed row is lost", async () => {
    const isThere = await commitRow();
    const pid = copy.postmaster();
    process.kill(pid, "SIGKILL");
    await until("the row is there", RECOVERY_MS, async () => (await isThere()) && copy.postmaster() !== pid);
    await untilEverythingAnswers();
  }, 120_000);

  test.each([
    ["of the supervisor", () => [copy.record().supervisor]],
    ["of the program that was typed", () => [copy.bootstrapPid]],
    [
      "of the supervisor and the database's keeper at once",
      () => [copy.record().supervisor, copy.record().services.postgres],
    ],
    [
      "of everything at once",
      () => [
        copy.bootstrapPid,
        copy.record().supervisor,
        ...Object.values(copy.record().services),
        copy.postmaster(),
      ],
    ],
  ])(
    "%s: nothing stays behind, and the next start takes seconds and has the row",
    async (_what, victims) => {
      const isThere = await commitRow();
      for (const pid of victims()) if (pid) process.kill(pid, "SIGKILL");
      await until("the typed program ended", RECOVERY_MS, () => copy.hasEnded());
      const startedAt = Date.now();
      copy.start();
      await copy.untilServing(WARM_START_MS);
      expect(Date.now() - startedAt).toBeLessThan(WARM_START_MS);
      expect(await isThere()).toBe(true);
      expect(await homeStatus()).toBe(200);
    },
    150_000,
  );

  test("of the supervisor alone: every port is free a moment later", async () => {
    process.kill(copy.record().supervisor, "SIGKILL");
    await copy.untilPortsFree(15_000);
    await expect.poll(() => processesOf(copy.folder), { timeout: 15_000 }).toEqual([]);
  }, 60_000);
});

describe("starting and stopping", () => {
  test("Ctrl-C stops every child", async () => {
    copy.start();
    await copy.untilServing(WARM_START_MS);
    expect(copy.attempt({ PORT: String(BASE + 10) })).toMatchObject({ code: 14 });
    await copy.stop();
    expect(copy.exitCode()).toBe(0);
    await copy.untilPortsFree(2_000);
    expect(processesOf(copy.folder)).toEqual([]);
  }, 120_000);

  test.each([
    [1, 21, "the Supabase gateway"],
    [2, 22, "the database"],
    [5, 25, "the mail catcher's page"],
  ])(
    "a taken port PORT + %i has its own exit code %i and sentence",
    async (offset, code, use) => {
      const squatter = createServer();
      await new Promise<void>((resolve) => squatter.listen(BASE + offset, "127.0.0.1", resolve));
      try {
        copy.start();
        await until("it gives up", 20_000, () => copy.hasEnded());
        expect(copy.exitCode()).toBe(code);
        expect(copy.output).toContain(use);
        expect(copy.output).toContain("PORT=");
      } finally {
        await new Promise((resolve) => squatter.close(resolve));
      }
    },
    60_000,
  );
});
