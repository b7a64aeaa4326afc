"use client";

import { Film } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { TitleCard } from "@/components/catalogue/title-card";
import { TitleGrid, TitlePlaces } from "@/components/catalogue/title-grid";
import { useKeptDepth } from "@/components/catalogue/use-kept-depth";
import { Button, buttonClass } from "@/components/ui/button";
import { LoadMore } from "@/components/ui/load-more";
import { EmptyState, ErrorState } from "@/components/ui/state";
import { browsePath } from "@/lib/catalogue/browse-path";
import { useBrowsePages } from "@/lib/catalogue/client";
import type { BrowseFilters, BrowsePage } from "@/lib/catalogue/schema";

const EAGER = 6;
const PLACES = 12;
/** Pages that come by themselves before a button asks: so the end of the page can be reached. */
const BY_THEMSELVES = 4;

type Props = {
  filters: BrowseFilters;
  firstPage: BrowsePage;
  /** How many titles there are in all. */
  total: number;
  /** Another viewer of the household sees other titles. */
  viewerId: string | null;
};

/** The first page comes with the document, the others as the end comes near; without a script, by a link. */
export function BrowseGrid({ filters, firstPage, total, viewerId }: Props) {
  const t = useTranslations("catalogue.browse");
  const list = useRef<HTMLDivElement>(null);
  const pages = useBrowsePages(viewerId, filters, firstPage);
  const cards = pages.data.pages.flatMap((page) => page.cards);
  const loaded = pages.data.pages.length;
  const newest = loaded > 1 ? (pages.data.pages.at(-1)?.cards.length ?? 0) : 0;
  useKeptDepth(cards.length);
  // What is on its way already is not asked for again.
  const loadMore = useLoadMore(list, cards.length, () => pages.fetchNextPage({ cancelRefetch: false }));
  if (cards.length === 0) {
    return (
      <EmptyState icon={<Film aria-hidden />} title={t("emptyTitle")} text={t("emptyText")}>
        <Link href="/browse" className={buttonClass({ variant: "secondary" })}>
          {t("clear")}
        </Link>
      </EmptyState>
    );
  }
  return (
    <div
      ref={list}
      className="transition-opacity duration-200 group-has-[form[aria-busy=true]]/browse:opacity-40"
    >
      <TitleGrid>
        {cards.map((movie, index) => (
          <li key={movie.id}>
            <TitleCard movie={movie} isInGrid isFirst={index < EAGER} />
          </li>
        ))}
        {pages.isFetchingNextPage && <TitlePlaces count={PLACES} />}
      </TitleGrid>
      <p role="status" className="sr-only">
        {newest > 0 && t("loaded", { count: newest, shown: cards.length, total })}
      </p>
      {pages.isFetchNextPageError ? (
        <ErrorState title={t("errorTitle")} text={pages.error?.message || t("errorText")}>
          <Button onClick={() => pages.fetchNextPage()}>{t("retry")}</Button>
        </ErrorState>
      ) : (
        <LoadMore
          hasMore={pages.hasNextPage}
          isLoading={pages.isFetchingNextPage}
          isByItself={loaded % BY_THEMSELVES !== 0}
          onLoadMore={loadMore}
        />
      )}
      {firstPage.nextCursor && (
        <noscript>
          <a
            href={browsePath(filters, { cursor: firstPage.nextCursor })}
            className={buttonClass({ variant: "secondary" })}
          >
            {t("nextPage")}
          </a>
        </noscript>
      )}
    </div>
  );
}

/** Whoever pressed the button goes on with the first of the new titles, not below all of them. */
function useLoadMore(list: React.RefObject<HTMLDivElement | null>, shown: number, load: () => void) {
  const from = useRef<number | null>(null);
  useEffect(() => {
    if (from.current === null || shown <= from.current) return;
    list.current
      ?.querySelectorAll<HTMLElement>("[data-title-id] > a")
      [from.current]?.focus({ preventScroll: true });
    from.current = null;
  }, [list, shown]);
  return (isByHand: boolean) => {
    if (isByHand) from.current = shown;
    load();
  };
}
