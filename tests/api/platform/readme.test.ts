import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTmdb } from "@/tests/fixtures/catalogue/tmdb";
import { connect } from "@/tests/fixtures/database";
import { ffmpeg } from "@/tests/fixtures/media/clips";
import { readmeCommand } from "@/tests/fixtures/readme";

const INGEST_MS = 180_000;
const sql = connect();
const tag = randomUUID().slice(0, 8);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "cineverse readme é "));
});
afterAll(async () => {
  await sql`delete from public.movies where title like ${`%${tag}%`}`;
  await sql.end();
  await rm(folder, { recursive: true, force: true });
});

/** Types a command of README into a shell, with this test's names in place of README's. */
function type(command: string, replaced: Record<string, string>, extra: Record<string, string> = {}) {
  let line = command;
  for (const [theirs, ours] of Object.entries(replaced)) {
    if (!line.includes(theirs)) throw new Error(`README's command has no ${theirs}`);
    line = line.replace(theirs, ours);
  }
  return new Promise<{ code: number; output: string }>((resolve) => {
    const options = { env: { ...process.env, ...extra }, timeout: INGEST_MS };
    execFile("/bin/sh", ["-c", line], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
    });
  });
}

test(
  "a video file becomes a title by README's command",
  async () => {
    const file = path.join(folder, "My film.mkv");
    const picture = ["-f", "lavfi", "-i", "gradients=s=320x240:d=2:r=24:seed=7"];
    const sound = ["-f", "lavfi", "-i", "sine=frequency=330:duration=2"];
    await ffmpeg(...picture, ...sound, "-metadata", `comment=${tag}`, "-shortest", `file:${file}`);
    const named = { '"My film.mkv"': `"${file}"`, '"My film"': `"My film ${tag}"` };
    const { code, output } = await type(readmeCommand("npm run ingest"), named);
    expect([code, output]).toEqual([0, expect.stringContaining(`“My film ${tag}” can be watched now.`)]);
    const found = await sql`select year, status from public.movies where title = ${`My film ${tag}`}`;
    expect(found).toEqual([{ year: 2026, status: "published" }]);
  },
  INGEST_MS,
);

test("a file of titles becomes titles by README's command", async () => {
  const file = path.join(folder, "titles.json");
  await writeFile(file, JSON.stringify([{ title: `A List ${tag}`, year: 1931, genres: ["Drama"] }]));
  const { code, output } = await type(readmeCommand("npm run import -- titles.json"), {
    "titles.json": `"${file}"`,
  });
  expect([code, output]).toEqual([0, expect.anything()]);
  expect(await sql`select year from public.movies where title = ${`A List ${tag}`}`).toEqual([
    { year: 1931 },
  ]);
});

test("metadata comes from TMDB by README's command, and without a key it says what is missing", async () => {
  const command = readmeCommand("npm run import -- tmdb");
  const without = await type(command, {}, { TMDB_API_KEY: "" });
  expect([without.code, without.output]).toEqual([1, expect.stringContaining("TMDB_API_KEY")]);
  const tmdb = await startTmdb([{ id: 7, title: `A List ${tag}`, release_date: "1931-01-01" }]);
  const { code } = await type(command, {}, { TMDB_URL: tmdb.url, TMDB_API_KEY: "right-key" });
  await tmdb.close();
  expect(code).toBe(0);
  expect(tmdb.asked.some((address) => address.startsWith("/3/search/movie"))).toBe(true);
});
