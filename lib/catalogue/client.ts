"use client";

import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { browsePath } from "@/lib/catalogue/browse-path";
import type { BrowseFilters, BrowsePage, SearchResults } from "@/lib/catalogue/schema";
import { requestJson } from "@/lib/platform/http/request-json";

const catalogueKeys = {
  browse: (filters: BrowseFilters) => ["catalogue", "browse", filters] as const,
  popular: () => ["catalogue", "popular"] as const,
  suggestions: (query: string) => ["catalogue", "suggestions", query] as const,
};

const MINUTE_MS = 60_000;

export function useBrowsePages(filters: BrowseFilters, firstPage: BrowsePage) {
  return useInfiniteQuery({
    queryKey: catalogueKeys.browse(filters),
    queryFn: ({ pageParam, signal }) =>
      requestJson<BrowsePage>(`/api/catalogue${browsePath(filters, pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    initialData: { pages: [firstPage], pageParams: [null] } satisfies InfiniteData<BrowsePage, string | null>,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: 2 * MINUTE_MS,
  });
}

export function usePopular() {
  return useQuery({
    queryKey: catalogueKeys.popular(),
    queryFn: ({ signal }) => requestJson<BrowsePage>("/api/catalogue/browse?sort=popular", { signal }),
    staleTime: 5 * MINUTE_MS,
    retry: false,
  });
}

/** What the search box offers while somebody types; keeps the last answer until the next is there. */
export function useSuggestions(query: string) {
  return useQuery({
    queryKey: catalogueKeys.suggestions(query),
    queryFn: ({ signal }) =>
      requestJson<SearchResults>(`/api/catalogue/search?q=${encodeURIComponent(query)}`, { signal }),
    enabled: query.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 5 * MINUTE_MS,
    retry: false,
  });
}
