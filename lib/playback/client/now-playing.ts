import type { ComponentType } from "react";
import { useSyncExternalStore } from "react";
import type { Episode, MovieCard } from "@/lib/catalogue";
import type { Messages } from "@/lib/i18n/messages";

export type WatchedMovie = Pick<MovieCard, "id" | "slug" | "title" | "backdropPath" | "backdropPlaceholder">;

/** The whole window, the top of the watch page, or a corner of any other page. */
export type PlayerPlace = "window" | "page" | "corner";

export type FilmPlayerProps = {
  film: Film;
  place: PlayerPlace;
  stage: HTMLElement;
  /** The media-controller that holds the video; controls are drawn into it. */
  controller: HTMLElement;
  video: HTMLVideoElement;
};

/** What is watched, with everything that showing it needs: a page on which nothing plays carries none of it. */
export type Film = {
  movie: WatchedMovie;
  episode: Episode | null;
  words: Partial<Messages>;
  Player: ComponentType<FilmPlayerProps>;
};

type NowPlaying = { film: Film | null; place: PlayerPlace };

const NOTHING: NowPlaying = { film: null, place: "corner" };

let current = NOTHING;
const listeners = new Set<() => void>();

function change(next: NowPlaying): void {
  current = next;
  for (const listen of listeners) listen();
}

/** A watch page is there. Its film goes on if it plays already; another takes the place of what played. */
export function openFilm(film: Film, place: "window" | "page"): void {
  const known = current.film;
  const isSame =
    known !== null &&
    known.movie.id === film.movie.id &&
    (film.episode === null || known.episode?.id === film.episode.id);
  change({ film: isSame ? known : film, place });
}

/** The same film goes on at another episode. */
export function openEpisode(episode: Episode): void {
  if (current.film && current.film.episode?.id !== episode.id) {
    change({ ...current, film: { ...current.film, episode } });
  }
}

/** The watch page is left, and what it plays is not. */
export function leaveWatchPage(): void {
  if (current.film) change({ ...current, place: "corner" });
}

export function closeFilm(): void {
  if (current.film) change(NOTHING);
}

let watchingViewer: string | null | undefined;

/** Ends what plays when somebody else is watching now, or nobody; also where the whole page was made anew for them. */
export function keepForViewer(viewerId: string | null): void {
  if (watchingViewer !== undefined && watchingViewer !== viewerId) closeFilm();
  watchingViewer = viewerId;
}

let isBackWithin = false;

/** Whether the entry of the history before this one is a page of ours that lives in this document. */
export const canGoBack = () => isBackWithin;

/** Told by the host on every change of page: where to, and whether by a link or by the history itself. */
export function arrive(from: string | null, to: string, isTraversal: boolean): void {
  const isSameFilm = from !== null && filmOf(from) !== null && filmOf(from) === filmOf(to);
  if (!isSameFilm) isBackWithin = from !== null && filmOf(from) === null && !isTraversal;
}

const filmOf = (path: string) => /^\/watch\/([^/?]+)/.exec(path)?.[1] ?? null;

export const nowPlaying = (): NowPlaying => current;

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

export function useNowPlaying(): NowPlaying {
  return useSyncExternalStore(subscribe, nowPlaying, () => NOTHING);
}
