type EpisodeNumber = { season: number; number: number };

/** The watch page of a film, of a series where the viewer goes on, or of one episode of it. */
export function watchPath(slug: string, episode?: EpisodeNumber | null): string {
  return episode ? `/watch/${slug}/s${episode.season}e${episode.number}` : `/watch/${slug}`;
}

/** The watch page with the film at its top and its episodes below, instead of the film alone. */
export const PAGE_VIEW = "?view=page";

/** The episode that the last part of a watch address names; null for anything else. */
export function parseEpisodePart(part: string): EpisodeNumber | null {
  const [, season, number] = /^s(\d{1,4})e(\d{1,5})$/.exec(part) ?? [];
  return season && number ? { season: Number(season), number: Number(number) } : null;
}
