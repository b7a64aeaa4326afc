import { existsSync } from "node:fs";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIPS, ffmpeg, ffprobe } from "@/tests/fixtures/media/clips";
import { ingest } from "@/tests/fixtures/media/programs";
import { tracesOf } from "@/tests/fixtures/media/traces";

const LIMIT_MS = 360_000;
const databaseUrl = process.env.DATABASE_URL;

describe.skipIf(!databaseUrl)(`npm run ingest (${CLIPS.source})`, { concurrent: true }, () => {
  const tag = Math.random().toString(36).slice(2, 8);
  let root: string;
  let pool: Pool;
  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), "cineverse-ingest-"));
    pool = new Pool({ connectionString: databaseUrl, max: 2 });
  });
  afterAll(async () => {
    await pool.query("delete from public.movies where title like $1", [`%${tag}%`]);
    await pool.end();
    await rm(root, { recursive: true, force: true });
  });

  /** A short film whose content nobody ingested before. */
  async function film(name: string, ...more: string[]): Promise<string> {
    const file = path.join(root, name);
    const comment = `comment=${tag} ${name}`;
    await ffmpeg(
      "-ss",
      "20",
      "-t",
      "4",
      "-i",
      CLIPS.film360,
      "-map",
      "0",
      "-c",
      "copy",
      "-metadata",
      comment,
      ...more,
      `file:${file}`,
    );
    return file;
  }

  it(
    "makes a film watchable by one command, and once only",
    async () => {
      const file = await film(`it's a "film" $(touch x) ${tag}.mkv`);
      await writeFile(
        path.join(root, `it's a "film" $(touch x) ${tag}.vi.srt`),
        "1\n00:00:01,000 --> 00:00:02,000\nXin chào\n",
      );
      const first = await ingest(file, "--year", "2008", "--access", "basic");
      expect(first.output).toContain(`“it's a "film" $(touch x) ${tag}” can be watched now.`);
      expect(first.code).toBe(0);
      const traces = await tracesOf(pool, file);
      expect(traces.titles).toMatchObject([{ status: "published" }]);
      expect(traces.assets).toMatchObject([{ status: "ready", attempts: 1, id: traces.titles[0]?.asset_id }]);
      expect(traces.workFolders).toEqual([]);
      expect(existsSync("x") || existsSync(path.join(root, "x"))).toBe(false);
      const { rows } = await pool.query(
        `select movie.year, movie.access_level, movie.poster_path, movie.poster_placeholder, asset.renditions, asset.audio_tracks, subtitles.path
         from public.movies movie join public.video_assets asset on asset.id = movie.asset_id
         join public.subtitles on subtitles.asset_id = asset.id where movie.id = $1`,
        [traces.titles[0]?.id],
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        year: 2008,
        access_level: "basic",
        poster_placeholder: expect.any(String),
      });
      const named = [...rows[0].renditions, ...rows[0].audio_tracks].flatMap((track) => [
        track.path,
        track.playlistPath,
      ]);
      for (const name of [...named, rows[0].path]) expect(traces.objects).toContain(`media/${name}`);
      expect(traces.objects).toContain(`artwork/${rows[0].poster_path}`);

      const copy = path.join(root, "another name.mkv");
      await copyFile(file, copy);
      const second = await ingest(copy);
      expect(second).toMatchObject({ code: 0, output: expect.stringContaining("is there already as") });
      expect(await tracesOf(pool, file)).toEqual(traces);
      const again = await ingest(copy, "--again", "--title", `Second ${tag}`);
      expect(again.code).toBe(0);
      expect((await tracesOf(pool, file)).titles.map((title) => title.status)).toEqual([
        "published",
        "published",
      ]);
    },
    LIMIT_MS,
  );

  it(
    "makes a series of a folder, says what is wrong with one file of it, and publishes the others",
    async () => {
      const folder = await mkdtemp(path.join(root, "folder-"));
      for (const number of [1, 2]) {
        await copyFile(
          await film(`e${number}.mkv`),
          path.join(folder, `Harbour.${tag}.S01E0${number}.The.Start.mkv`),
        );
      }
      await writeFile(path.join(folder, `Harbour.${tag}.S01E03.mkv`), "not a film");
      const { code, output } = await ingest(folder);
      expect(code).toBe(1);
      expect(output).toContain(`Harbour.${tag}.S01E03.mkv: This is not a video file`);
      const { rows } = await pool.query(
        `select movie.title, movie.status, movie.type, episode.season, episode.number, episode.title as episode, asset.status as asset
         from public.movies movie join public.episodes episode on episode.movie_id = movie.id
         join public.video_assets asset on asset.id = episode.asset_id and asset.episode_id = episode.id
        where movie.title = $1 order by episode.number`,
        [`Harbour ${tag}`],
      );
      const series = {
        title: `Harbour ${tag}`,
        status: "published",
        type: "series",
        season: 1,
        episode: "The Start",
        asset: "ready",
      };
      expect(rows).toEqual([
        { ...series, number: 1 },
        { ...series, number: 2 },
      ]);
      const other = await ingest(
        await film("other.mkv"),
        "--series",
        `Harbour ${tag}`,
        "--season",
        "1",
        "--episode",
        "2",
      );
      expect(other).toMatchObject({
        code: 1,
        output: expect.stringContaining("season 1, episode 2 already"),
      });
    },
    LIMIT_MS,
  );

  it(
    "gives a title that was imported without its film the film, keeps its facts, and gives no second one",
    async () => {
      const slug = `imported-${tag}`;
      const imported = {
        title: `Imported ${tag}`,
        year: 1931,
        description: "Known for years, seen by nobody.",
        status: "published",
      };
      await pool.query(
        `insert into public.movies (slug, type, title, year, description, status, published_at)
         values ($1, 'movie', $2, $3, $4, $5, now())`,
        [slug, imported.title, imported.year, imported.description, imported.status],
      );
      const [one, other] = [await film("Some name 2020.mkv"), await film("another.mkv")];
      const outcomes = await Promise.all([ingest(one, "--to", slug), ingest(other, "--to", slug)]);
      expect(outcomes.map(({ code }) => code).sort()).toEqual([0, 1]);
      const winner = outcomes[0]?.code === 0 ? one : other;
      const loser = winner === one ? other : one;
      expect(outcomes.map(({ output }) => output).join("")).toContain(
        `“${imported.title}” can be watched now.`,
      );
      const { titles, assets } = await tracesOf(pool, winner);
      expect(titles).toMatchObject([{ title: imported.title, asset_id: assets[0]?.id }]);
      expect(await tracesOf(pool, loser)).toEqual({ titles: [], assets: [], objects: [], workFolders: [] });
      const { rows } = await pool.query(
        "select title, year, description, status from public.movies where slug = $1",
        [slug],
      );
      expect(rows).toEqual([imported]);
      for (const [address, sentence] of [
        [slug, "has its film already"],
        [`nowhere-${tag}`, "There is no title"],
      ] as const) {
        const refused = await ingest(loser, "--to", address);
        expect(refused).toMatchObject({ code: 1, output: expect.stringContaining(sentence) });
      }
    },
    LIMIT_MS,
  );

  it(
    "leaves no trace of a film that turns out to be damaged inside",
    async () => {
      const wholeFile = await film("whole.mp4", "-an");
      const whole = await readFile(wholeFile);
      type Packets = { packets: { pos: string; size: string }[] };
      const { packets } = await ffprobe<Packets>(wholeFile, "-show_entries", "packet=pos,size");
      // Lengths and kinds stay right, so that only decoding shows what is wrong.
      for (const { pos, size } of packets) whole.fill(0xff, Number(pos) + 5, Number(pos) + Number(size));
      const file = path.join(root, `damaged ${tag}.mp4`);
      await writeFile(file, whole);
      const { code, output } = await ingest(file);
      expect(code).toBe(1);
      expect(output.trim().split("\n").at(-1)).toMatch(/^This film is (damaged|cut short)/);
      expect(await tracesOf(pool, file)).toEqual({ titles: [], assets: [], objects: [], workFolders: [] });
      const { rowCount } = await pool.query("select from public.movies where title like $1", [
        `damaged ${tag}%`,
      ]);
      expect(rowCount).toBe(0);
    },
    LIMIT_MS,
  );

  it(
    "leaves no trace of anything else that is wrong, and says it in one sentence",
    async () => {
      const bytes = await readFile(await film("cut.mkv"));
      const cut = path.join(root, "really cut.mkv");
      await writeFile(cut, bytes.subarray(0, bytes.length / 2));
      for (const [args, sentence] of [
        [[cut], "This file is cut short: copy or download it again, whole."],
        [[path.join(root, "nowhere.mkv")], "check the name."],
        [[cut, "--access", "gold"], "--access must be free, basic or premium."],
      ] as const) {
        const { code, output } = await ingest(...args);
        expect(code).toBeGreaterThan(0);
        expect(output.trim().split("\n").at(-1)).toContain(sentence);
      }
      expect(await tracesOf(pool, cut)).toEqual({ titles: [], assets: [], objects: [], workFolders: [] });
    },
    LIMIT_MS,
  );
});
