import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uploadBytes } from "@/lib/media/storage/upload-file";
import { TRANSCODE_QUEUE } from "@/lib/media/work/job";
import { failAbandoned, sweepObjects } from "@/lib/media/work/sweep";
import { makeWorkFolder, sweepWorkFolders } from "@/lib/media/work/work-folder";
import { type Jobs, openJobs } from "@/lib/platform/jobs";

const databaseUrl = process.env.DATABASE_URL;
/** No process has it: the kernel hands out lower ones. */
const NOBODY = 999_999_999;

describe("work folders", () => {
  it("of dead processes are swept, those of living ones are not", async () => {
    const root = await mkdtemp(path.join(os.tmpdir(), "cineverse-sweep-"));
    const living = `${randomUUID()}-${process.ppid}-x`;
    await mkdir(path.join(root, living));
    await mkdir(path.join(root, `${randomUUID()}-${NOBODY}-x`));
    await mkdir(path.join(root, "somebody else's"));
    expect(await sweepWorkFolders(root)).toBe(1);
    expect((await readdir(root)).sort()).toEqual([living, "somebody else's"].sort());
    expect(path.basename(await makeWorkFolder(root))).toContain(`-${process.pid}-`);
    await rm(root, { recursive: true });
  });
});

describe.skipIf(!databaseUrl)("what nobody owns any more", () => {
  let pool: Pool;
  let jobs: Jobs;
  let heldId: string | undefined;
  const movieId = randomUUID();
  beforeAll(async () => {
    pool = new Pool({ connectionString: databaseUrl, max: 2 });
    jobs = await openJobs({ databaseUrl: databaseUrl ?? "", onError: () => undefined });
    await pool.query("insert into public.movies (id, slug, title) values ($1, $2, 'Swept')", [
      movieId,
      `swept-${movieId}`,
    ]);
  });
  afterAll(async () => {
    if (heldId) await jobs.withdraw(TRANSCODE_QUEUE, heldId);
    await jobs.stop();
    await pool.query("delete from public.movies where id = $1", [movieId]);
    await pool.end();
  });

  async function asset(status: string): Promise<string> {
    const id = randomUUID();
    await pool.query(
      `insert into public.video_assets (id, movie_id, status, source_path, updated_at)
       values ($1, $2, $3, $4, now() - interval '1 hour')`,
      [id, movieId, status, `${id}/source.mp4`],
    );
    return id;
  }

  it("is removed from the storage after a day, and nothing else is", async () => {
    const kept = await asset("ready");
    const [old, young] = [randomUUID(), randomUUID()];
    for (const id of [kept, old, young]) {
      await uploadBytes(Buffer.from("x"), {
        bucket: "media",
        name: `${id}/video-240.mp4`,
        contentType: "video/mp4",
      });
    }
    const aged =
      "update storage.objects set created_at = now() - interval '25 hours' where split_part(name, '/', 1) = any($1)";
    await pool.query(aged, [[kept, old]]);
    expect(await sweepObjects(pool)).toBeGreaterThanOrEqual(1);
    const { rows } = await pool.query<{ id: string }>(
      "select split_part(name, '/', 1) as id from storage.objects where split_part(name, '/', 1) = any($1)",
      [[kept, old, young]],
    );
    expect(rows.map((row) => row.id).sort()).toEqual([kept, young].sort());
  });

  it("is marked as failed when its job is lost, but not while a job holds it", async () => {
    const [lost, held] = [await asset("transcoding"), await asset("queued")];
    heldId = held;
    // A worker that is running cannot read this job, and so gives it back again and again.
    expect(await jobs.enqueue(TRANSCODE_QUEUE, held, {})).toBe(true);
    expect(await jobs.enqueue(TRANSCODE_QUEUE, held, {})).toBe(false);
    await failAbandoned(pool, jobs);
    const { rows } = await pool.query(
      "select id, error_text from public.video_assets where status = 'failed' and id = any($1)",
      [[lost, held]],
    );
    expect(rows).toEqual([{ id: lost, error_text: expect.stringContaining("ingest the file again") }]);
  });
});
