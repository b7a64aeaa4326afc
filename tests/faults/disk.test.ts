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
const FULL = "The disk is full: make room and run it again.";
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
    const root = path.join(disk.folder, `cineverse-media-${os.userInfo().uid}`);
    const workFolders = () => readdir(root).catch(() => []);
    const isPackaging = async () => {
      const [folder] = await workFolders();
      const files = folder ? await readdir(path.join(root, folder, "package")).catch(() => []) : [];
      return files.some((name) => name.endsWith(".mp4"));
    };
    const audience = await gatherAudience();
    audience.begin();
    // The stack's own worker has another disk.
    await whilePaused("worker", async () => {
      const worker = start("worker.ts", [], undefined, { TMPDIR: disk.folder });
      for (const stream of [worker.stdout, worker.stderr]) stream?.resume();
      const refusedAt = async (attempt: number) => {
        const { assets, titles, objects } = await until(
          `refused at attempt ${attempt}`,
          file,
          ({ assets: [asset] }) => asset?.attempts === attempt && Boolean(asset.error_text),
        );
        expect(assets).toMatchObject([{ error_text: FULL, status: "queued" }]);
        expect(titles).toMatchObject([{ status: "draft", asset_id: null }]);
        expect(objects.filter((name) => name.startsWith("media/"))).toEqual([]);
        await expect.poll(workFolders, { timeout: 10_000 }).toEqual([]);
        expect(worker.exitCode).toBeNull();
      };
      try {
        // Where the film is to be copied to, and, tried again, in the middle of the work.
        await disk.fill();
        expect((await ingest(file, "--title", TITLE, "--queue")).code).toBe(0);
        await refusedAt(1);
        await disk.makeRoom();
        await expect.poll(isPackaging, { timeout: PATIENCE_MS, interval: 20 }).toBe(true);
        await disk.fill();
        await refusedAt(2);
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
