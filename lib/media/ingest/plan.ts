import path from "node:path";
import { MediaError } from "@/lib/media/errors";
import type { IngestOptions } from "@/lib/media/ingest/arguments";
import { readFileName } from "@/lib/media/ingest/names";
import type { EpisodePlan } from "@/lib/media/work/job";

/** What a file is to become. For an episode, title and year are the series'. */
export type TitlePlan = {
  type: "movie" | "series";
  title: string;
  year: number | null;
  episode: EpisodePlan | null;
};

/** Puts together what the options and the file's name say; options win. */
export function planTitle(file: string, options: IngestOptions): TitlePlan {
  const facts = readFileName(path.parse(file).name);
  const year = options.year ?? facts.year;
  if (!options.series && !facts.episode) {
    return { type: "movie", title: options.title ?? facts.title, year, episode: null };
  }
  const title = options.series ?? facts.episode?.series;
  const number = options.episode ?? facts.episode?.number;
  if (!title)
    throw new MediaError(
      "input",
      "The name of this file does not say which series it belongs to: add --series.",
    );
  if (number === undefined) {
    throw new MediaError(
      "input",
      "The name of this file does not say which episode it is (like S01E02): add --episode.",
    );
  }
  const season = options.season ?? facts.episode?.season ?? 1;
  const episodeTitle = options.title ?? facts.episode?.title ?? `Episode ${number}`;
  return { type: "series", title, year, episode: { season, number, title: episodeTitle } };
}

/** A title, old or new, or an episode number fits one file only. */
export function requireOptionsForMany(files: string[], options: IngestOptions): void {
  if (files.length < 2) return;
  if (options.title)
    throw new MediaError("input", `--title fits one file, and there are ${files.length} here: leave it out.`);
  if (options.to)
    throw new MediaError(
      "input",
      `--to fits one file, and there are ${files.length} here: name one of them.`,
    );
  if (options.episode !== undefined) {
    throw new MediaError(
      "input",
      `--episode fits one file, and there are ${files.length} here: leave it out.`,
    );
  }
}
