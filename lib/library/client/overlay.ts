import type {
  HistoryItem,
  ItemProgress,
  LibraryRails,
  ListItem,
  ListName,
  TitleState,
} from "@/lib/library/schema";
import type { LibraryWrite } from "@/lib/library/writes";

// What is shown is what the server said, with what it has not answered yet laid over it. A write that is refused is taken
// away, and with it its effect.

type Watched = Extract<LibraryWrite, { kind: "watched" }>;

export function overlayTitle(state: TitleState, movieId: string, writes: LibraryWrite[]): TitleState {
  let shown = state;
  for (const write of writes)
    if ("movieId" in write && write.movieId === movieId) shown = overlayWrite(shown, write);
  return shown;
}

function overlayWrite(state: TitleState, write: LibraryWrite): TitleState {
  if (write.kind === "favorites") return { ...state, isFavorite: write.isListed };
  if (write.kind === "watchlist") return { ...state, isOnWatchlist: write.isListed };
  if (write.kind === "hidden") return { ...state, isHidden: write.isListed };
  if (write.kind === "rating") return { ...state, rating: write.rating };
  return write.kind === "watched" ? overlayWatched(state, write) : state;
}

function overlayWatched(state: TitleState, write: Watched): TitleState {
  const ids: (string | null)[] = write.episodeIds ?? [null];
  const others = state.progress.filter(({ episodeId }) => !ids.includes(episodeId));
  const marked = ids.map((episodeId) => {
    const before = state.progress.find((item) => item.episodeId === episodeId);
    return mark(before ?? { episodeId, progressSeconds: 0, watchPercentage: 0 }, write.isWatched);
  });
  return { ...state, progress: [...others, ...marked], ...(write.isWatched !== null && { resume: null }) };
}

/** What was really played is the server's to say: until it answers, taking a mark back shows as not watched. */
function mark(
  before: Omit<ItemProgress, "isCompleted" | "isMarkedByHand">,
  isWatched: boolean | null,
): ItemProgress {
  return {
    ...before,
    watchPercentage: isWatched ? 100 : 0,
    isCompleted: isWatched === true,
    isMarkedByHand: isWatched !== null,
  };
}

export function overlayList(list: ListName, items: ListItem[], writes: LibraryWrite[]): ListItem[] {
  return writes.reduce((known, write) => {
    if (write.kind === list && !write.isListed) return known.filter(({ card }) => card.id !== write.movieId);
    if (list !== "ratings" || write.kind !== "rating") return known;
    const { movieId, rating } = write;
    if (rating === null) return known.filter(({ card }) => card.id !== movieId);
    return known.map((item) => (item.card.id === movieId ? { ...item, rating } : item));
  }, items);
}

export function overlayRails(rails: LibraryRails, writes: LibraryWrite[]): LibraryRails {
  const goes = ({ card, episode }: { card: { id: string }; episode: { id: string } | null }) =>
    writes.some((write) => {
      if (!("movieId" in write) || write.movieId !== card.id) return write.kind === "cleared";
      if (write.kind === "dismissed") return write.isDismissed;
      if (write.kind === "hidden") return write.isListed;
      if (write.kind === "watched") return write.episodeIds?.includes(episode?.id ?? "") ?? true;
      return write.kind === "removed" && write.episodeId === (episode?.id ?? null);
    });
  return {
    ...rails,
    resume: rails.resume.filter((item) => !goes(item)),
    nextUp: rails.nextUp.filter((item) => !goes(item)),
  };
}

export function overlayHistory(items: HistoryItem[], writes: LibraryWrite[]): HistoryItem[] {
  const isGone = ({ card, episode }: HistoryItem) =>
    writes.some((write) => {
      if (write.kind === "cleared") return true;
      if (write.kind === "removed")
        return write.movieId === card.id && write.episodeId === (episode?.id ?? null);
      if (write.kind !== "watched" || write.isWatched !== false || write.movieId !== card.id) return false;
      return episode ? (write.episodeIds?.includes(episode.id) ?? false) : write.episodeIds === null;
    });
  return items.filter((item) => !isGone(item));
}

export function overlayPause(isPaused: boolean, writes: LibraryWrite[]): boolean {
  return writes.reduce((known, write) => (write.kind === "paused" ? write.isPaused : known), isPaused);
}
