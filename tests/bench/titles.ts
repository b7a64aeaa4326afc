import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { listedTitleSchema } from "@/lib/catalogue/import/format";
import { seededRandom } from "./random";

const REAL_TITLES = path.resolve(import.meta.dirname, "../../../shared/data/wikipedia-movies");
const WORDS = [
  ..."amber arrow autumn bridge candle canyon carnival cinder circus cobalt comet copper coral crimson crossing".split(
    " ",
  ),
  ..."crown dagger delta desert dragon echo ember empire falcon feather fever forest fortune garden ghost glass".split(
    " ",
  ),
  ..."golden granite harbour harvest hollow honey horizon hunter iron island ivory jasmine journey lantern".split(
    " ",
  ),
  ..."letter lily magnet marble meadow midnight mirror monsoon morning mountain ocean orchard paper pearl".split(
    " ",
  ),
  ..."phoenix pilot prairie raven river saffron scarlet shadow signal silver sparrow storm summer tempest".split(
    " ",
  ),
  ..."thunder tiger velvet violet voyage whisper widow willow window winter".split(" "),
];
const GENRES = [
  "Action",
  "Comedy",
  "Crime",
  "Documentary",
  "Drama",
  "Fantasy",
  "Horror",
  "Romance",
  "Thriller",
  "Western",
];
const MATURITY = [0, 7, 12, 12, 16, 16, 18];
const ACCESS = ["free", "free", "basic", "premium"];

type Listed = {
  title: string;
  year?: number | undefined;
  cast: string[];
  genres: string[];
  extract?: string | null | undefined;
};
export type TitleSource = "wikipedia-movies" | "generated";

/** The same titles each time: real ones, evenly from all years, where that list lies beside the repository. */
export async function chooseTitles(count: number): Promise<{ source: TitleSource; titles: object[] }> {
  const isReal = existsSync(REAL_TITLES);
  const listed = isReal ? await realTitles(count) : generatedTitles(count);
  const random = seededRandom(20_000);
  const one = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const titles = listed.map(({ title, year, cast, genres, extract }) => ({
    title: title.slice(0, 300),
    ...(year && { year }),
    ...(extract && { description: extract.slice(0, 5000) }),
    genres: genres.slice(0, 8),
    credits: [...new Set(cast)]
      .slice(0, 12)
      .map((person) => ({ person: person.slice(0, 200), role: "actor" })),
    maturityRating: one(MATURITY),
    accessLevel: one(ACCESS),
    language: "en",
    countries: ["US"],
  }));
  return { source: isReal ? "wikipedia-movies" : "generated", titles };
}

async function realTitles(count: number): Promise<Listed[]> {
  const names = (await readdir(REAL_TITLES)).filter((name) => name.endsWith(".json")).sort();
  const all: Listed[] = [];
  for (const name of names) {
    const rows: unknown = JSON.parse(await readFile(path.join(REAL_TITLES, name), "utf8"));
    all.push(...listedTitleSchema.array().parse(rows));
  }
  const named = all.filter(({ title }) => title.trim() !== "");
  return Array.from(
    { length: count },
    (_, index) => named[Math.floor((index * named.length) / count)],
  ).filter((title) => title !== undefined);
}

function generatedTitles(count: number): Listed[] {
  const random = seededRandom(36_273);
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? "";
  const name = () => `${capital(word())} ${capital(word())}`;
  return Array.from({ length: count }, (_, index) => ({
    title: `The ${name()} ${capital(word())} ${index + 1}`,
    year: 1920 + Math.floor(random() * 105),
    cast: Array.from({ length: 2 + Math.floor(random() * 8) }, name),
    genres: [
      ...new Set(
        Array.from(
          { length: 1 + Math.floor(random() * 3) },
          () => GENRES[Math.floor(random() * GENRES.length)] ?? "",
        ),
      ),
    ],
    extract: Array.from({ length: 60 }, word).join(" "),
  }));
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
