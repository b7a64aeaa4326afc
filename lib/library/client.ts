"use client";

import {
  type InfiniteData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { HistoryPage, SavedList, SavedPage } from "@/lib/library/schema";
import { requestJson } from "@/lib/platform/http/request-json";

const libraryKeys = {
  isSaved: (list: SavedList, movieId: string) => ["library", list, "title", movieId] as const,
  list: (list: SavedList) => ["library", list, "pages"] as const,
  history: () => ["library", "history", "pages"] as const,
};

/** Whether a title is on a list, and a toggle that shows its effect at once and takes it back when the write fails. */
export function useSaved(
  list: SavedList,
  movieId: string,
  initial: boolean,
  onError: (error: Error) => void,
) {
  const client = useQueryClient();
  const key = libraryKeys.isSaved(list, movieId);
  const { data: isSaved } = useQuery({
    queryKey: key,
    queryFn: () => initial,
    initialData: initial,
    // The server's answer came with the page; from then on the toggles of this tab know best.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const mutation = useMutation({
    mutationFn: (wanted: boolean) =>
      wanted
        ? requestJson(`/api/${list}`, { method: "POST", body: { movieId } })
        : requestJson(`/api/${list}/${movieId}`, { method: "DELETE" }),
    onMutate: (wanted) => {
      client.setQueryData(key, wanted);
      return { before: isSaved };
    },
    onError: (error, _wanted, context) => {
      client.setQueryData(key, context?.before ?? initial);
      onError(error);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: libraryKeys.list(list) }),
  });
  return { isSaved, isBusy: mutation.isPending, toggle: () => mutation.mutate(!isSaved) };
}

export function useSavedPages(list: SavedList, first: SavedPage) {
  return useInfiniteQuery({
    queryKey: libraryKeys.list(list),
    queryFn: ({ pageParam }) => fetchPage<SavedPage>(`/api/${list}`, pageParam),
    ...pagesFrom(first),
  });
}

export function useHistoryPages(first: HistoryPage) {
  return useInfiniteQuery({
    queryKey: libraryKeys.history(),
    queryFn: ({ pageParam }) => fetchPage<HistoryPage>("/api/history", pageParam),
    ...pagesFrom(first),
  });
}

/** Takes a title off a list: gone at once, back with a sentence when the write fails. */
export function useUnsave(list: SavedList, onError: (error: Error) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (movieId: string) => requestJson(`/api/${list}/${movieId}`, { method: "DELETE" }),
    onMutate: (movieId) => {
      client.setQueryData(libraryKeys.isSaved(list, movieId), false);
      return edit<SavedPage>(client, libraryKeys.list(list), (page) => ({
        ...page,
        cards: page.cards.filter(({ id }) => id !== movieId),
      }));
    },
    onError: (error, movieId, before) => {
      client.setQueryData(libraryKeys.isSaved(list, movieId), true);
      client.setQueryData(libraryKeys.list(list), before);
      onError(error);
    },
  });
}

/** Removes one entry, or with null all of them. */
export function useForgetHistory(onError: (error: Error) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      requestJson(id ? `/api/history/${id}` : "/api/history", { method: "DELETE" }),
    onMutate: (id) =>
      edit<HistoryPage>(client, libraryKeys.history(), (page) => ({
        items: id ? page.items.filter((item) => item.id !== id) : [],
        nextCursor: id ? page.nextCursor : null,
      })),
    onError: (error, _id, before) => {
      client.setQueryData(libraryKeys.history(), before);
      onError(error);
    },
  });
}

export function useDismiss(onError: (error: Error, movieId: string) => void) {
  return useMutation({
    mutationFn: (movieId: string) =>
      requestJson("/api/history/dismiss", { method: "POST", body: { movieId } }),
    onError,
  });
}

type Pages<Page> = InfiniteData<Page, string | null>;

function edit<Page>(
  client: ReturnType<typeof useQueryClient>,
  key: readonly string[],
  change: (page: Page) => Page,
): Pages<Page> | undefined {
  const before = client.getQueryData<Pages<Page>>(key);
  client.setQueryData<Pages<Page>>(key, (old) => old && { ...old, pages: old.pages.map(change) });
  return before;
}

function pagesFrom<Page extends { nextCursor: string | null }>(first: Page) {
  return {
    // Coming back after watching shows the newest state, not the one of half a minute ago.
    staleTime: 5_000,
    initialPageParam: null as string | null,
    initialData: { pages: [first], pageParams: [null] } as Pages<Page>,
    getNextPageParam: (page: Page) => page.nextCursor,
  };
}

function fetchPage<Page>(path: string, cursor: string | null): Promise<Page> {
  return requestJson<Page>(cursor ? `${path}?cursor=${cursor}` : path);
}
