import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIPS, ffmpeg } from "@/tests/fixtures/media/clips";
import { ingest, start } from "@/tests/fixtures/media/programs";
import { processesIn, type Traces, tracesOf } from "@/tests/fixtures/media/traces";

const LIMIT_MS = 480_000;
const databaseUrl = process.env.DATABASE_URL;
const UNIQUE_STAGES = ["made", "uploaded"] as const;

describe.skipIf(!databaseUrl)(`a worker that is killed (${CLIPS.source})`, () => {
  const tag = Math.random().toString(36).slice(2, 8);
  const workers = new Set<ChildProcess>();
  let root: string;
  let pool: Pool;
  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), "cineverse-killed-"));
    pool = new Pool({ connectionString: databaseUrl, max: 2 });
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill("SIGTERM");
    await pool.query("delete from public.movies where title like $1", [`Killed ${tag}%`]);
    await pool.end();
    await rm(root, { recursive: true, force: true });
  });

  function startWorker(): void {
    const worker = start("worker.ts");
    for (const stream of [worker.stdout, worker.stderr]) stream?.resume();
    workers.add(worker);
    worker.once("exit", () => workers.delete(worker));
  }

  async function until(what: string, file: string, isReached: (traces: Traces) => boolean): Promise<Traces> {
    const end = Date.now() + 180_000;
    for (;;) {
      const traces = await tracesOf(pool, file);
      if (isReached(traces)) return traces;
      if (Date.now() > end) throw new Error(`not ${what}: ${JSON.stringify(traces)}`);
      await wait(40);
    }
  }

  it.each(UNIQUE_STAGES)(
    "while the stream is being %s leaves nothing half done, and another finishes it",
    async (stage) => {
      const file = path.join(root, `${stage}.mkv`);
      await ffmpeg(
        "-t",
        "12",
        "-i",
        CLIPS.film480,
        "-map",
        "0",
        "-c",
        "copy",
        "-metadata",
        `comment=${tag}${stage}`,
        file,
      );
      expect((await ingest(file, "--title", `Killed ${tag} ${stage}`, "--queue")).code).toBe(0);
      startWorker();
      const isReached = ({ objects, workFolders }: Traces) =>
        stage === "made" ? workFolders.length > 0 : objects.some((name) => name.startsWith("media/"));
      const before = await until(stage, file, isReached);
      if (stage === "made") await wait(1200);
      const [folder = ""] = before.workFolders;
      // Whoever took the job, the worker of this test or the one of the stack: the folder's name says which process.
      process.kill(Number(/^[0-9a-f-]{36}-(\d+)-/.exec(path.basename(folder))?.[1]), "SIGKILL");
      await wait(300);
      expect(await processesIn(folder)).toEqual([]);
      expect((await tracesOf(pool, file)).titles).toMatchObject([{ status: "draft", asset_id: null }]);

      startWorker();
      const done = await until("ready", file, ({ assets }) => assets[0]?.status === "ready");
      expect(done.assets).toMatchObject([{ attempts: 2, error_text: null }]);
      expect(done.titles).toMatchObject([{ status: "published", asset_id: done.assets[0]?.id }]);
      const files = done.objects.map((name) =>
        name.replace(/^(\w+)\/[^/]+\//, "$1/").replace(/-[0-9a-f]{16}/, "-#"),
      );
      expect(files).toEqual([
        "artwork/backdrop-#.webp",
        "artwork/candidate-#.webp",
        "artwork/candidate-#.webp",
        "artwork/candidate-#.webp",
        "artwork/poster-#.webp",
        ...["audio-0-und.m3u8", "audio-0-und.mp4", "thumbnails-1.jpg", "thumbnails.vtt"].map(
          (name) => `media/${name}`,
        ),
        ...[240, 360, 480].flatMap((height) => [`media/video-${height}.m3u8`, `media/video-${height}.mp4`]),
        "uploads/source.mkv",
      ]);
      const swept = await until("swept", file, ({ workFolders }) => workFolders.length === 0);
      expect(swept.workFolders).toEqual([]);
    },
    LIMIT_MS,
  );
});
