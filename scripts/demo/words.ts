import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type Film, filmSeconds } from "./film";
import { films } from "./films";
import { clock } from "./package";
import { stories } from "./stories";
import { categories, type Line, type Story } from "./stories/story";

const LONGEST_LINE_SECONDS = 6;

const slugOf = (name: string) =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("Đ", "D")
    .replaceAll("đ", "d")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

const filmOf = (slug: string): Film => {
  const film = films.find((one) => one.slug === slug);
  if (!film) throw new Error(`the story ${slug} has no film`);
  return film;
};

/** Writes subtitles-en.vtt and subtitles-vi.vtt of one film. */
export async function writeSubtitles(film: Film, folder: string) {
  const [slug, part] = film.slug.split("/");
  const story = stories.find((one) => one.slug === slug);
  const lines = part ? story?.episodes?.find((one) => one.slug === part)?.lines : story?.lines;
  if (!lines) throw new Error(`${film.slug} has no lines`);
  for (const [language, column] of [
    ["en", 1],
    ["vi", 2],
  ] as const) {
    await writeFile(path.join(folder, `subtitles-${language}.vtt`), toVtt(lines, column, filmSeconds(film)));
  }
}

function toVtt(lines: Line[], column: 1 | 2, seconds: number): string {
  const cues = lines.map((line, i) => {
    const end = Math.min(line[0] + LONGEST_LINE_SECONDS, (lines[i + 1]?.[0] ?? seconds) - 0.1);
    return `${clock(line[0])} --> ${clock(end)}\n${line[column]}\n`;
  });
  return `WEBVTT\n\n${cues.join("\n")}`;
}

/** Writes the whole catalogue in the format of docs/import-format.md. */
export async function writeCatalogue(file: string) {
  const people = new Map<string, string>();
  for (const story of stories) for (const { person, name } of creditsOf(story)) people.set(person, name);
  const catalogue = {
    version: 1,
    categories: categories.map(({ vi, ...category }, position) => ({
      ...category,
      position,
      translations: { vi: { name: vi } },
    })),
    people: [...people].sort(([a], [b]) => a.localeCompare(b)).map(([slug, name]) => ({ slug, name })),
    titles: stories.map(toTitle),
  };
  await writeFile(file, `${JSON.stringify(catalogue, null, 2)}\n`);
}

function creditsOf(story: Story) {
  const crew = (
    [
      ["director", story.director],
      ["writer", story.writer],
      ["composer", story.composer],
    ] as const
  ).map(([role, name]) => ({ person: slugOf(name), name, role }));
  const cast = story.cast.map((entry) => {
    const [name = "", character] = entry.split(" as ");
    return { person: slugOf(name), name, role: "actor" as const, character };
  });
  return [...crew, ...cast];
}

function toTitle(story: Story) {
  const { slug, episodes } = story;
  return {
    slug,
    type: episodes ? "series" : "movie",
    title: story.title,
    originalTitle: story.originalTitle,
    tagline: story.tagline,
    description: story.description,
    plot: story.plot,
    year: story.year,
    language: story.language,
    countries: story.countries,
    genres: story.genres,
    keywords: story.keywords,
    maturityRating: story.maturity,
    accessLevel: story.access,
    category: story.category,
    featured: story.featured ?? false,
    publishedAt: `${story.day}T08:00:00Z`,
    credits: creditsOf(story).map(({ name: _, ...credit }) => credit),
    poster: `media/${slug}/poster.webp`,
    backdrop: `media/${slug}/backdrop.webp`,
    translations: { vi: story.vi },
    ...(episodes
      ? { seasons: [{ season: 1, episodes: episodes.map((one, i) => toEpisode(story, one, i + 1)) }] }
      : playable(filmOf(slug))),
  };
}

function toEpisode(story: Story, episode: NonNullable<Story["episodes"]>[number], number: number) {
  const { slug, title, description } = episode;
  const film = filmOf(`${story.slug}/${slug}`);
  return { number, slug, title, description, still: `media/${film.slug}/still.webp`, ...playable(film) };
}

function playable(film: Film) {
  return {
    durationSeconds: filmSeconds(film),
    media: `media/${film.slug}`,
    segments: film.segments ?? [],
    subtitles: [
      { language: "en", label: "English", path: "subtitles-en.vtt" },
      { language: "vi", label: "Tiếng Việt", path: "subtitles-vi.vtt" },
    ],
  };
}
