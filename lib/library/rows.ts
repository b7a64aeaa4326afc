import { z } from "zod";
import { cardRow, episodeRow, genreLabel, toCard, toEpisode, toListed } from "@/lib/catalogue";
import type { Locale } from "@/lib/i18n/config";
import type {
  HistoryItem,
  LibraryRails,
  ListFacets,
  ListItem,
  NextUpItem,
  ResumeItem,
  TitleState,
} from "@/lib/library/schema";
import { placeholderColours } from "@/lib/platform/placeholder";

const progress = { progress_seconds: z.number(), watch_percentage: z.number() };

const listRow = z.object({
  card: cardRow,
  id: z.uuid(),
  after: z.string(),
  rating: z.number().nullable(),
  is_watched: z.boolean(),
});

export const listPageRow = z.object({
  items: z.array(listRow),
  count: z.number(),
  facets: z
    .object({
      total: z.number(),
      movies: z.number(),
      unwatched: z.number(),
      genres: z.array(z.object({ name: z.string(), count: z.number() })),
    })
    .nullable(),
});

export const railsRow = z.object({
  resume: z.array(z.object({ card: cardRow, episode: episodeRow.nullable(), ...progress })),
  next_up: z.array(z.object({ card: cardRow, episode: episodeRow, is_new: z.boolean() })),
  hidden: z.array(z.uuid()),
});

const historyRow = z.object({
  id: z.uuid(),
  card: cardRow,
  episode: episodeRow.nullable(),
  ...progress,
  completed: z.boolean(),
  after: z.string(),
});

export const historyPageRow = z.object({ items: z.array(historyRow), is_paused: z.boolean() });

export const titleStateRow = z
  .object({
    is_favorite: z.boolean(),
    is_on_watchlist: z.boolean(),
    is_hidden: z.boolean(),
    rating: z.number().nullable(),
    average_rating: z.number().nullable(),
    rating_count: z.number(),
    progress: z.array(
      z.object({
        episode_id: z.uuid().nullable(),
        ...progress,
        completed: z.boolean(),
        marked_by_hand: z.boolean(),
      }),
    ),
    resume: z.object({ episode_id: z.uuid().nullable(), ...progress }).nullable(),
  })
  .nullable();

export const changesRow = z.object({
  changes: z.array(
    z.object({
      table: z.string(),
      record: z.object({
        movie_id: z.uuid().optional(),
        deleted_at: z.string().nullable().optional(),
        rating: z.number().optional(),
      }),
    }),
  ),
  is_complete: z.boolean(),
  now: z.string(),
});

type Asker = Parameters<typeof toListed>[1];
type RailsRow = z.output<typeof railsRow>;
type ListFacetsRow = NonNullable<z.output<typeof listPageRow>["facets"]>;

export function toFacets({ genres, ...facets }: ListFacetsRow, locale: Locale): ListFacets {
  return { ...facets, genres: genres.map((genre) => ({ ...genre, label: genreLabel(genre.name, locale) })) };
}

export function toListItem(row: z.output<typeof listRow>, asker: Asker): ListItem {
  return { card: toListed(row.card, asker), rating: row.rating, isWatched: row.is_watched };
}

export function toRails(row: RailsRow, asker: Asker): LibraryRails {
  return {
    resume: row.resume.map((item) => toResumeItem(item, asker)),
    nextUp: row.next_up.map((item) => toNextUpItem(item, asker)),
    hiddenIds: row.hidden,
  };
}

function toResumeItem(row: RailsRow["resume"][number], asker: Asker): ResumeItem {
  return {
    ...toScene(row.card, row.episode),
    card: toRailCard(row.card, asker),
    episode: row.episode && toRailEpisode(row.episode),
    progressSeconds: row.progress_seconds,
    watchPercentage: row.watch_percentage,
  };
}

function toNextUpItem(row: RailsRow["next_up"][number], asker: Asker): NextUpItem {
  return {
    ...toScene(row.card, row.episode),
    card: toRailCard(row.card, asker),
    episode: toRailEpisode(row.episode),
    isNew: row.is_new,
  };
}

function toRailCard(card: z.output<typeof cardRow>, asker: Asker) {
  const { id, slug, title, genres } = toListed(card, asker);
  return { id, slug, title, genres, durationSeconds: card.duration_seconds };
}

/** The next best is a picture of the title, its poster at last: cut to a scene it still tells what it is. */
function toScene(card: z.output<typeof cardRow>, episode: z.output<typeof episodeRow> | null) {
  const [path, placeholder] = [
    [episode?.still_path, episode?.still_placeholder],
    [card.backdrop_path, card.backdrop_placeholder],
    [card.poster_path, card.poster_placeholder],
  ].find(([known]) => known) ?? [null, null];
  return { stillPath: path ?? null, stillPlaceholder: placeholderColours(placeholder ?? null) };
}

function toRailEpisode(episode: z.output<typeof episodeRow>) {
  return {
    id: episode.id,
    season: episode.season,
    number: episode.number,
    title: episode.title,
    durationSeconds: episode.duration_seconds,
  };
}

export function toHistoryItem(row: z.output<typeof historyRow>, locale: Locale): HistoryItem {
  return {
    id: row.id,
    card: toCard(row.card, locale),
    episode: row.episode && toEpisode(row.episode),
    progressSeconds: row.progress_seconds,
    watchPercentage: row.watch_percentage,
    isCompleted: row.completed,
    watchedAt: row.after,
  };
}

export function toTitleState(row: NonNullable<z.output<typeof titleStateRow>>): TitleState {
  return {
    isFavorite: row.is_favorite,
    isOnWatchlist: row.is_on_watchlist,
    isHidden: row.is_hidden,
    rating: row.rating,
    averageRating: row.average_rating,
    ratingCount: row.rating_count,
    progress: row.progress.map(({ completed, marked_by_hand, ...item }) => ({
      ...toProgress(item),
      isCompleted: completed,
      isMarkedByHand: marked_by_hand,
    })),
    resume: row.resume && toProgress(row.resume),
  };
}

function toProgress(row: { episode_id: string | null; progress_seconds: number; watch_percentage: number }) {
  return {
    episodeId: row.episode_id,
    progressSeconds: row.progress_seconds,
    watchPercentage: row.watch_percentage,
  };
}
