import { randomInt, randomUUID } from "node:crypto";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { startTmdb, type TmdbFilm } from "@/tests/fixtures/catalogue/tmdb";
import { addMovie, connect } from "@/tests/fixtures/database";
import { finished, start } from "@/tests/fixtures/media/programs";

const sql = connect();
const tag = randomUUID().slice(0, 8);
let tmdb: Awaited<ReturnType<typeof startTmdb>> | undefined;

afterEach(async () => {
  await tmdb?.close();
  await sql`delete from public.movies where title like ${`%${tag}%`}`;
  await sql`delete from public.people where name like ${`%${tag}%`}`;
});
afterAll(() => sql.end());

const DETAILS = {
  overview: "A lamp, a sea and a letter.",
  tagline: "Somebody keeps the light.",
  genres: [{ id: 18, name: "Drama" }],
  runtime: 97,
  original_language: "pt",
  poster_path: "/poster.jpg",
  backdrop_path: "/backdrop.jpg",
  credits: {
    cast: [
      { id: 2, name: `Second ${tag}`, character: "The cook", order: 1 },
      { id: 1, name: `First ${tag}`, character: "The keeper", order: 0 },
    ],
    crew: [
      { id: 3, name: `Maker ${tag}`, job: "Director", department: "Directing" },
      { id: 4, name: `Driver ${tag}`, job: "Driver", department: "Crew" },
    ],
  },
};

let number = 0;
/** A title here and the same one at TMDB. */
async function twins(atTmdb: Partial<TmdbFilm> = {}, here: Record<string, string | number> = {}) {
  number += 1;
  const title = `The Lamp ${number} ${tag}`;
  const slug = `lamp-${number}-${tag}`;
  const id = await addMovie(sql, { slug, title, year: 1987, ...here });
  const film: TmdbFilm = {
    id: randomInt(1e6, 1e9),
    title,
    release_date: "1987-03-01",
    details: DETAILS,
    ...atTmdb,
  };
  return { slug, id, film };
}

async function importFrom(films: TmdbFilm[], args: string[], key = "right-key") {
  await tmdb?.close();
  tmdb = await startTmdb(films);
  vi.stubEnv("TMDB_URL", tmdb.url);
  vi.stubEnv("TMDB_API_KEY", key);
  return finished(start("import.ts", ["tmdb", ...args]));
}

async function rowOf(id: string) {
  const [row] = await sql`select * from public.movies where id = ${id}`;
  return row ?? {};
}

describe("npm run import -- tmdb", () => {
  it("fills what a title lacks: words, genres, credits with characters, ids and pictures", async () => {
    const { slug, id, film } = await twins();
    const run = await importFrom([{ ...film, details: { ...DETAILS, imdb_id: `tt${film.id}` } }], [slug]);
    expect(run.output).toContain("1 of 1 titles filled");
    expect(run.code).toBe(0);
    const row = await rowOf(id);
    expect(row).toMatchObject({
      description: DETAILS.overview,
      tagline: DETAILS.tagline,
      genres: ["Drama"],
      duration_seconds: 97 * 60,
      language: "pt",
      tmdb_id: film.id,
      imdb_id: `tt${film.id}`,
      poster_placeholder: expect.any(String),
    });
    const objects =
      await sql`select name from storage.objects where bucket_id = 'artwork' and name like ${`${id}/%`}`;
    expect(objects.map(({ name }) => name).sort()).toEqual([row.backdrop_path, row.poster_path]);
    const credits = await sql`
      select person.name, credit.role, credit.character from public.credits credit
      join public.people person on person.id = credit.person_id
      where credit.movie_id = ${id} order by credit.position`;
    expect([...credits]).toEqual([
      { name: `First ${tag}`, role: "actor", character: "The keeper" },
      { name: `Second ${tag}`, role: "actor", character: "The cook" },
      { name: `Maker ${tag}`, role: "director", character: null },
    ]);
  });

  it("leaves alone what somebody has written", async () => {
    const { slug, id, film } = await twins({}, { description: "Mine.", poster_path: "mine.webp" });
    await importFrom([film], [slug]);
    expect(await rowOf(id)).toMatchObject({
      description: "Mine.",
      poster_path: "mine.webp",
      tagline: DETAILS.tagline,
    });
  });

  it("takes no film of another year and none of two namesakes", async () => {
    const other = await twins({ release_date: "1993-01-01" });
    const twice = await twins();
    const namesake = { ...twice.film, id: twice.film.id + 1 };
    const run = await importFrom(
      [other.film, twice.film, namesake],
      [other.slug, twice.slug, `unknown-${tag}`],
    );
    expect(run.output).toContain(`${other.slug}: TMDB knows no title of this name and year`);
    expect(run.output).toContain(`${twice.slug}: TMDB knows several titles of this name and year`);
    expect(run.output).toContain(`unknown-${tag}: there is no such title here`);
    expect(run.output).toContain("0 of 2 titles filled");
    expect(await rowOf(other.id)).toMatchObject({ tmdb_id: null, description: null });
  });

  it("waits as long as TMDB asks and goes on after its errors", async () => {
    const { slug, id, film } = await twins({
      stumbles: [{ status: 429, headers: { "retry-after": "1" } }, { status: 503 }],
    });
    const before = Date.now();
    const run = await importFrom([film], [slug]);
    expect(run.code).toBe(0);
    expect(Date.now() - before).toBeGreaterThan(1000);
    expect(tmdb?.asked.filter((path) => path.includes("/search/"))).toHaveLength(3);
    expect((await rowOf(id)).tmdb_id).toBe(film.id);
  });

  it("asks at most four questions at once", async () => {
    const many = await Promise.all(Array.from({ length: 12 }, () => twins()));
    const run = await importFrom(
      many.map(({ film }) => film),
      many.map(({ slug }) => slug),
    );
    expect(run.output).toContain("12 of 12 titles filled");
    expect(tmdb?.mostAtOnce()).toBeLessThanOrEqual(4);
  });

  it("passes over a picture that is none, and takes that title up again", async () => {
    const { slug, id, film } = await twins({ details: { ...DETAILS, poster_path: "/broken.jpg" } });
    const run = await importFrom([film], [slug]);
    expect(run.output).toContain(`${slug}: its picture cannot be read`);
    expect(await rowOf(id)).toMatchObject({ tmdb_id: null, poster_path: null });
  });

  it("says plainly that a key is missing or refused", async () => {
    const { slug } = await twins();
    const missing = await importFrom([], [slug], "");
    expect(missing).toMatchObject({ code: 1, output: expect.stringContaining("TMDB_API_KEY is not set") });
    const refused = await importFrom([], [slug], "wrong-key");
    expect(refused).toMatchObject({ code: 1, output: "TMDB refuses the key in TMDB_API_KEY.\n" });
  });
});
