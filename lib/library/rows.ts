import { z } from "zod";
import { cardRow, episodeRow, toCard, toEpisode, toListed } from "@/lib/catalogue";
import type { Locale } from "@/lib/i18n/config";
import type { ContinueItem, HistoryItem, TitleState } from "@/lib/library/schema";

export const savedRows = z.array(z.object({ card: cardRow, after: z.string(), id: z.uuid() }));

const progress = { progress_seconds: z.number(), watch_percentage: z.number() };

export const continueRows = z.array(
  z.object({ card: cardRow, episode: episodeRow.nullable(), ...progress, watched_at: z.string() }),
);

export const historyRows = z.array(
  z.object({
    id: z.uuid(),
    card: cardRow,
    episode: episodeRow.nullable(),
    ...progress,
    completed: z.boolean(),
    after: z.string(),
  }),
);

export const titleStateRow = z.object({
  is_favorite: z.boolean(),
  is_on_watchlist: z.boolean(),
  progress: z.array(z.object({ episode_id: z.uuid().nullable(), ...progress, completed: z.boolean() })),
  resume: z.object({ episode_id: z.uuid().nullable(), ...progress }).nullable(),
});

type Asker = Parameters<typeof toListed>[1];

export function toContinueItem(row: z.output<typeof continueRows>[number], asker: Asker): ContinueItem {
  const { episode } = row;
  return {
    card: { ...toListed(row.card, asker), durationSeconds: row.card.duration_seconds },
    episode: episode && {
      season: episode.season,
      number: episode.number,
      title: episode.title,
      durationSeconds: episode.duration_seconds,
    },
    progressSeconds: row.progress_seconds,
    watchPercentage: row.watch_percentage,
  };
}

export function toHistoryItem(row: z.output<typeof historyRows>[number], locale: Locale): HistoryItem {
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

export function toTitleState(row: z.output<typeof titleStateRow>): TitleState {
  return {
    isFavorite: row.is_favorite,
    isOnWatchlist: row.is_on_watchlist,
    progress: row.progress.map(({ completed, ...item }) => ({ ...toProgress(item), isCompleted: completed })),
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
