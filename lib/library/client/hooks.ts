"use client";

import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { libraryKeys } from "@/lib/library/client/keys";
import { add, type NewWrite, serverSnapshot, snapshot, subscribe } from "@/lib/library/client/outbox";
import {
  overlayHistory,
  overlayList,
  overlayPause,
  overlayRails,
  overlayTitle,
} from "@/lib/library/client/overlay";
import { sendAll } from "@/lib/library/client/send";
import { useActiveViewer } from "@/lib/library/client/viewer";
import type {
  HistoryPage,
  LibraryRails,
  ListFilters,
  ListName,
  ListPage,
  TitleState,
} from "@/lib/library/schema";
import type { LibraryWrite } from "@/lib/library/writes";
import { requestJson } from "@/lib/platform/http/request-json";

const STALE_AFTER_MS = 30_000;
/** Coming back after watching shows the newest state, not the one of half a minute ago. */
const LIST_STALE_AFTER_MS = 5_000;

/** Does something to the viewer's library: its effect shows at once, and it is sent as soon as that can be. */
export function useLibraryWrite(): (title: string | null, write: NewWrite) => void {
  const viewerId = useActiveViewer();
  return useCallback(
    (title, write) => {
      if (!viewerId) return;
      add(viewerId, title, write);
      void sendAll(viewerId);
    },
    [viewerId],
  );
}

/** What this viewer did and the server has not answered yet, oldest first. */
export function usePendingWrites(): LibraryWrite[] {
  const viewerId = useActiveViewer();
  const pending = useSyncExternalStore(subscribe, snapshot, serverSnapshot);
  return useMemo(
    () => pending.filter((item) => item.viewerId === viewerId).map(({ write }) => write),
    [pending, viewerId],
  );
}

/** Undefined until it is known; without `initial` it is asked for. */
export function useTitleState(movieId: string, initial?: TitleState | null): TitleState | undefined {
  const viewerId = useActiveViewer();
  const writes = usePendingWrites();
  const { data } = useQuery({
    queryKey: libraryKeys.title(viewerId ?? "", movieId),
    queryFn: () => requestJson<TitleState>(`/api/library/titles/${movieId}`),
    ...(initial && { initialData: initial }),
    enabled: viewerId !== null,
    staleTime: STALE_AFTER_MS,
  });
  return useMemo(() => data && overlayTitle(data, movieId, writes), [data, movieId, writes]);
}

/** `first` is the page that came with the document, for the filters that it came with. */
export function useListPages(list: ListName, filters: ListFilters, first: ListPage | undefined) {
  const viewerId = useActiveViewer() ?? "";
  const writes = usePendingWrites();
  const query = useInfiniteQuery({
    queryKey: libraryKeys.list(viewerId, list, filters),
    queryFn: ({ pageParam, signal }) =>
      requestJson<ListPage>(pathOf(`/api/library/lists/${list}`, { ...filters, cursor: pageParam }), {
        signal,
      }),
    ...pagesFrom(first),
  });
  const pages = query.data?.pages;
  const items = useMemo(
    () => overlayList(list, pages?.flatMap((page) => page.items) ?? [], writes),
    [list, pages, writes],
  );
  return { query, items, facets: pages?.[0]?.facets ?? null, count: pages?.[0]?.count ?? 0 };
}

export function useHistoryPages(text: string, first: HistoryPage | undefined) {
  const viewerId = useActiveViewer() ?? "";
  const writes = usePendingWrites();
  const query = useInfiniteQuery({
    queryKey: libraryKeys.history(viewerId, text),
    queryFn: ({ pageParam, signal }) =>
      requestJson<HistoryPage>(pathOf("/api/library/history", { q: text || null, cursor: pageParam }), {
        signal,
      }),
    ...pagesFrom(first),
  });
  const pages = query.data?.pages;
  const items = useMemo(
    () => overlayHistory(pages?.flatMap((page) => page.items) ?? [], writes),
    [pages, writes],
  );
  return { query, items, isPaused: overlayPause(pages?.[0]?.isPaused ?? false, writes) };
}

export function useLibraryRails(initial: LibraryRails): LibraryRails {
  const viewerId = useActiveViewer();
  const writes = usePendingWrites();
  const { data } = useQuery({
    queryKey: libraryKeys.rails(viewerId ?? ""),
    queryFn: () => requestJson<LibraryRails>("/api/library/rails"),
    initialData: initial,
    enabled: viewerId !== null,
    staleTime: LIST_STALE_AFTER_MS,
  });
  return useMemo(() => overlayRails(data, writes), [data, writes]);
}

function pagesFrom<Page extends { nextCursor: string | null }>(first: Page | undefined) {
  return {
    staleTime: LIST_STALE_AFTER_MS,
    initialPageParam: null as string | null,
    ...(first && {
      initialData: { pages: [first], pageParams: [null] } as InfiniteData<Page, string | null>,
    }),
    // While the next filters are on their way, what was there stays.
    placeholderData: keepPreviousData<InfiniteData<Page, string | null>>,
    getNextPageParam: (page: Page) => page.nextCursor,
  };
}

function pathOf(path: string, query: Record<string, string | null | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
