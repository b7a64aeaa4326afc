import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/tests/fixtures/database";
import { finished, start } from "@/tests/fixtures/media/programs";

const sql = connect();
const tag = randomUUID().slice(0, 8);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "cineverse-import-"));
});
afterAll(async () => {
  await sql`delete from public.movies where title like ${`%${tag}%`}`;
  await sql`delete from public.people where name like ${`%${tag}%`}`;
  await sql.end();
  await rm(folder, { recursive: true, force: true });
});

async function file(content: unknown): Promise<string> {
  const name = path.join(folder, `it's ${randomUUID()}.json`);
  await writeFile(name, typeof content === "string" ? content : JSON.stringify(content));
  return name;
}

const importing = (...args: string[]) => finished(start("import.ts", args));
const listed = (name: string, count: number) =>
  Array.from({ length: count }, (_, number) => ({
    title: `${name} ${number} ${tag}`,
    year: 1990,
    cast: [`Player ${number % 7} ${tag}`],
    genres: ["Drama"],
    extract: "A film.",
  }));

async function known(name: string) {
  const [row] = await sql`
    select count(distinct movie.id)::int as titles, count(credit.id)::int as credits
    from public.movies movie left join public.credits credit on credit.movie_id = movie.id
    where movie.title like ${`${name} %${tag}`}`;
  return row;
}

describe("npm run import", () => {
  it("brings a list in, and the same list again changes nothing", async () => {
    const name = await file(listed("Twice", 40));
    expect(await importing(name)).toMatchObject({
      code: 0,
      output: expect.stringContaining("40 titles added"),
    });
    const before =
      await sql`select id, slug from public.movies where title like ${`Twice %${tag}`} order by slug`;
    expect((await importing(name)).output).toContain("0 titles added, 40 brought up to date");
    expect(await known("Twice")).toEqual({ titles: 40, credits: 40 });
    expect(
      await sql`select id, slug from public.movies where title like ${`Twice %${tag}`} order by slug`,
    ).toEqual(before);
  });

  it("brings a series in with its people, seasons and episodes", async () => {
    const slug = `series-${tag}`;
    const name = await file({
      version: 1,
      people: [{ slug: `ada-${tag}`, name: `Ada ${tag}`, biography: "Writes." }],
      titles: [
        {
          slug,
          title: `Series ${tag}`,
          type: "series",
          credits: [{ person: `ada-${tag}`, role: "actor", character: "The keeper" }],
          seasons: [
            {
              season: 1,
              episodes: [
                { number: 1, title: "One" },
                { number: 2, title: "Two" },
              ],
            },
          ],
        },
      ],
    });
    expect((await importing(name, "--status", "draft", "--maturity", "7")).code).toBe(0);
    const [row] = await sql`
      select movie.status, movie.maturity_rating, person.name, credit.character,
        (select array_agg(episode.slug order by episode.number) from public.episodes episode where episode.movie_id = movie.id) as episodes
      from public.movies movie join public.credits credit on credit.movie_id = movie.id
      join public.people person on person.id = credit.person_id where movie.slug = ${slug}`;
    expect(row).toEqual({
      status: "draft",
      maturity_rating: 7,
      name: `Ada ${tag}`,
      character: "The keeper",
      episodes: ["s1e1-one", "s1e2-two"],
    });
  });

  it("leaves bad rows out, says which and why, and keeps the rest", async () => {
    const name = await file([...listed("Rest", 2), { year: 1 }, { title: `Early ${tag}`, year: 3 }, 7]);
    const { code, output } = await importing(name);
    expect([code, output]).toEqual([0, expect.stringContaining("2 titles added")]);
    expect(output).toContain("3 rows of");
    expect(output).toMatch(new RegExp(`row 4 \\(Early ${tag}\\): .*year`));
  });

  it("takes a title of two million letters without choking", async () => {
    const name = await file([
      { title: `Huge ${tag} ${"x ".repeat(1_000_000)}`, extract: "y ".repeat(500_000) },
    ]);
    expect((await importing(name)).output).toContain("1 titles added");
    expect(await known("Huge")).toBeDefined();
  });

  it("takes up a run that was killed half-way, and nothing is there twice", async () => {
    const name = await file(listed("Killed", 3000));
    const child = start("import.ts", [name]);
    const end = finished(child);
    // The first batch is committed: now it is half-way.
    while ((await known("Killed"))?.titles === 0) await wait(20);
    child.kill("SIGKILL");
    await end;
    const half = (await known("Killed"))?.titles;
    expect(half).toBeLessThan(3000);
    expect(half % 500).toBe(0);
    expect((await importing(name)).code).toBe(0);
    expect(await known("Killed")).toEqual({ titles: 3000, credits: 3000 });
  });

  it.each([
    ["is not JSON", "{ no", /is not readable JSON .*Nothing was imported/],
    ["is of another version", { version: 9, titles: [] }, /version/],
    ["is something else", { hello: "world" }, /version/],
  ])("says in one sentence that a file %s", async (_, content, sentence) => {
    const { code, output } = await importing(await file(content));
    expect(code).toBe(1);
    expect(output).toMatch(sentence);
    expect(output.trim().split("\n").length).toBeLessThan(3);
  });

  it("says in one sentence that there is no such file, and that a folder is empty", async () => {
    expect((await importing(path.join(folder, "none.json"))).output).toContain("There is no file or folder");
    const empty = await mkdtemp(path.join(folder, "empty-"));
    expect((await importing(empty)).output).toContain("holds no .json file");
  });
});
