"use client";

import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useState } from "react";
import { browsePath } from "@/lib/catalogue/browse-path";
import type { Preview } from "@/lib/catalogue/preview";
import type { BrowseFilters, BrowsePage, LaterRows } from "@/lib/catalogue/schema";
import type { SearchResults } from "@/lib/catalogue/search/results";
import { requestJson } from "@/lib/platform/http/request-json";
import type { Stills } from "@/lib/playback";

const catalogueKeys = {
  browse: (viewerId: string | null, filters: BrowseFilters) =>
    ["catalogue", "browse", viewerId, filters] as const,
  laterRows: (locale: string) => ["catalogue", "later-rows", locale] as const,
  popular: () => ["catalogue", "popular"] as const,
  preview: (slug: string) => ["catalogue", "preview", slug] as const,
  stills: (viewerId: string | null, movieId: string) => ["catalogue", "stills", viewerId, movieId] as const,
  results: (query: string) => ["catalogue", "results", query] as const,
  suggestions: (query: string) => ["catalogue", "suggestions", query] as const,
};

const MINUTE_MS = 60_000;

export function useBrowsePages(viewerId: string | null, filters: BrowseFilters, firstPage: BrowsePage) {
  return useInfiniteQuery({
    queryKey: catalogueKeys.browse(viewerId, filters),
    queryFn: ({ pageParam, signal }) =>
      requestJson<BrowsePage>(`/api/catalogue${browsePath(filters, { cursor: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    initialData: { pages: [firstPage], pageParams: [null] } satisfies InfiniteData<BrowsePage, string | null>,
    getNextPageParam: (last) => last.nextCursor,
    // Coming back finds every page as it was left; asking for seven again would move them.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30 * MINUTE_MS,
  });
}

/** Whether somebody wants to hear of a coming title, and a toggle whose effect is seen at once and taken back when it fails. */
export function useReminder(movieId: string, initial: boolean, onError: (error: Error) => void) {
  const [isWanted, setIsWanted] = useState(initial);
  const { mutate } = useMutation({
    // One after the other, so that the last press decides.
    scope: { id: `reminder-${movieId}` },
    mutationFn: (wanted: boolean) =>
      requestJson(`/api/reminders/${movieId}`, { method: wanted ? "POST" : "DELETE" }),
    onMutate: setIsWanted,
    onError: (error, wanted) => {
      setIsWanted(!wanted);
      onError(error);
    },
  });
  return { isWanted, toggle: () => mutate(!isWanted) };
}

/** What a grown card shows; kept for a while, because pointers come back. */
export function usePreview(slug: string) {
  return useQuery({
    queryKey: catalogueKeys.preview(slug),
    queryFn: ({ signal }) => requestJson<Preview>(`/api/catalogue/preview/${slug}`, { signal }),
    staleTime: 5 * MINUTE_MS,
    retry: false,
  });
}

/** Pictures of a film that this viewer may play; none for anybody else. Their address ends after some minutes. */
export function useStills(viewerId: string | null, movieId: string) {
  return useQuery({
    queryKey: catalogueKeys.stills(viewerId, movieId),
    queryFn: ({ signal }) => requestJson<Stills>(`/api/playback/stills?movieId=${movieId}`, { signal }),
    enabled: viewerId !== null,
    staleTime: 5 * MINUTE_MS,
    retry: false,
  });
}

/** The titles of the rows that home only names, once they are wanted. */
export function useLaterRows(isWanted: boolean) {
  return useQuery({
    queryKey: catalogueKeys.laterRows(useLocale()),
    queryFn: ({ signal }) => requestJson<LaterRows>("/api/catalogue/home", { signal }),
    enabled: isWanted,
    staleTime: 5 * MINUTE_MS,
    retry: 2,
  });
}

export function usePopular(isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: catalogueKeys.popular(),
    queryFn: ({ signal }) =>
      requestJson<BrowsePage>("/api/catalogue/browse?sort=popular&watchable=1", { signal }),
    staleTime: 5 * MINUTE_MS,
    retry: false,
  });
}

/**
 * What the search box offers for `asked`; asked of the server once that has stood for a moment (`paused`), at once where it
 * is known from before. The last answer stays until the next is there; a question that is out of date is called off.
 */
export function useSuggestions(asked: string, paused: string) {
  const client = useQueryClient();
  const isKnown = client.getQueryData(catalogueKeys.suggestions(keyOf(asked))) !== undefined;
  const question = keyOf(isKnown ? asked : paused);
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: catalogueKeys.suggestions(question),
    queryFn: ({ signal }) =>
      requestJson<SearchResults>(`/api/catalogue/suggestions?q=${encodeURIComponent(question)}`, { signal }),
    enabled: question !== "",
    placeholderData: keepPreviousData,
    staleTime: 5 * MINUTE_MS,
    retry: false,
  });
  return { data, isError, isKept: isPlaceholderData || question !== keyOf(asked) };
}

/** Every title that a question finds, beyond what its page began with. */
export function useAllResults(query: string, isWanted: boolean) {
  return useQuery({
    queryKey: catalogueKeys.results(query),
    queryFn: ({ signal }) =>
      requestJson<SearchResults>(`/api/catalogue/search?q=${encodeURIComponent(query)}`, { signal }),
    enabled: isWanted,
    staleTime: 5 * MINUTE_MS,
    retry: false,
  });
}

/** Capitals and wider spaces ask for the same. */
const keyOf = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, " ");
