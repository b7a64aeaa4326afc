import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Pool } from "pg";
import { afterAll, expect, test } from "vitest";
import { expectDecent, gatherAudience, statusesOf } from "@/tests/fixtures/faults/audience";
import { whilePaused } from "@/tests/fixtures/faults/services";
import { mountSmallDisk } from "@/tests/fixtures/faults/small-disk";
import { CLIPS, ffmpeg } from "@/tests/fixtures/media/clips";
import { ingest, start } from "@/tests/fixtures/media/programs";
import { type Traces, tracesOf } from "@/tests/fixtures/media/traces";
import { sql } from "@/tests/fixtures/supabase";

const TITLE = `Wished for room ${Math.random().toString(36).slice(2, 8)}`;
const PATIENCE_MS = 120_000;
/** More than a worker wants to see free before it begins (lib/media/pipeline/space.ts). */
const disk = mountSmallDisk(420);
if (!disk) console.warn("A full disk is not tried: mounting one needs Linux and root.");

const pool = new Pool({ connectionString: process.env.DATABASE_URL ?? "", max: 1 });

afterAll(async () => {
  await sql`delete from public.movies where title like 'Wished %'`;
  await pool.end();
  disk?.unmount();
});

async function until(what: string, file: string, isReached: (traces: Traces) => boolean): Promise<Traces> {
  for (const end = Date.now() + PATIENCE_MS; ; await wait(50)) {
    const traces = await tracesOf(pool, file);
    if (isReached(traces)) return traces;
    if (Date.now() > end) throw new Error(`not ${what}: ${JSON.stringify(traces)}`);
  }
}

test.skipIf(!disk)(
  "a worker whose disk fills up says so, shows nothing half made, and finishes when there is room again",
  async () => {
    if (!disk) return;
    const folder = await mkdtemp(path.join(os.tmpdir(), "cineverse-full-"));
    const file = path.join(folder, "film.mkv");
    const copy = [
      "-t",
      "12",
      "-i",
      CLIPS.film480,
      "-map",
      "0",
      "-c",
      "copy",
      "-metadata",
      `comment=${TITLE}`,
    ];
    await ffmpeg(...copy, file);
    const workFolders = () =>
      readdir(path.join(disk.folder, `cineverse-media-${os.userInfo().uid}`)).catch(() => []);
    const audience = await gatherAudience();
    audience.begin();
    // The stack's own worker has another disk.
    await whilePaused("worker", async () => {
      expect((await ingest(file, "--title", TITLE, "--queue")).code).toBe(0);
      const worker = start("worker.ts", [], undefined, { TMPDIR: disk.folder });
      for (const stream of [worker.stdout, worker.stderr]) stream?.resume();
      try {
        await expect
          .poll(async () => (await workFolders()).length, { timeout: PATIENCE_MS, interval: 20 })
          .toBe(1);
        await disk.fill();
        const full = await until("refused", file, ({ assets }) => Boolean(assets[0]?.error_text));
        expect(full.assets[0]?.error_text).toMatch(/^(The disk is full: make room|There is too little room)/);
        expect(full.assets[0]?.status).not.toBe("ready");
        expect(full.titles).toMatchObject([{ status: "draft", asset_id: null }]);
        expect(full.objects.filter((name) => name.startsWith("media/"))).toEqual([]);
        await expect.poll(workFolders, { timeout: 10_000 }).toEqual([]);
        // It tries again, and is none the worse for it.
        await until("tried again", file, ({ assets }) => (assets[0]?.attempts ?? 0) >= 2);
        expect(worker.exitCode).toBeNull();
        await disk.makeRoom();
        const done = await until("ready", file, ({ assets }) => assets[0]?.status === "ready");
        expect(done.assets[0]?.error_text).toBeNull();
        expect(done.titles).toMatchObject([{ status: "published" }]);
        expect(await workFolders()).toEqual([]);
      } finally {
        const ended = once(worker, "exit");
        worker.kill("SIGTERM");
        await ended;
        await rm(folder, { recursive: true });
      }
    });
    const told = await audience.end();
    expectDecent(told);
    for (const what of ["page /", "progress", "favourite"])
      expect(statusesOf(told, what), what).toEqual([200]);
  },
  300_000,
);
