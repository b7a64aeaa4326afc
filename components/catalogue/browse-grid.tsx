"use client";

import { Film } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TitleCard } from "@/components/catalogue/title-card";
import { TitleGrid, TitlePlaces } from "@/components/catalogue/title-grid";
import { Button, buttonClass } from "@/components/ui/button";
import { LoadMore } from "@/components/ui/load-more";
import { EmptyState, ErrorState } from "@/components/ui/state";
import { browsePath } from "@/lib/catalogue/browse-path";
import { useBrowsePages } from "@/lib/catalogue/client";
import type { BrowseFilters, BrowsePage } from "@/lib/catalogue/schema";

const EAGER = 6;
const PLACES = 12;

/** The first page comes with the document, the others as the end comes near; without a script, by a link. */
export function BrowseGrid({ filters, firstPage }: { filters: BrowseFilters; firstPage: BrowsePage }) {
  const t = useTranslations("catalogue.browse");
  const pages = useBrowsePages(filters, firstPage);
  const cards = pages.data.pages.flatMap((page) => page.cards);
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
    <div className="transition-opacity duration-200 group-has-[form[aria-busy=true]]/browse:opacity-40">
      <TitleGrid>
        {cards.map((movie, index) => (
          <li key={movie.id}>
            <TitleCard movie={movie} isInGrid isFirst={index < EAGER} />
          </li>
        ))}
        {pages.isFetchingNextPage && <TitlePlaces count={PLACES} />}
      </TitleGrid>
      {pages.isFetchNextPageError ? (
        <ErrorState title={t("errorTitle")} text={pages.error?.message || t("errorText")}>
          <Button onClick={() => pages.fetchNextPage()}>{t("retry")}</Button>
        </ErrorState>
      ) : (
        <LoadMore
          hasMore={pages.hasNextPage}
          isLoading={pages.isFetchingNextPage}
          onLoadMore={() => pages.fetchNextPage()}
        />
      )}
      {firstPage.nextCursor && (
        <noscript>
          <a
            href={browsePath(filters, firstPage.nextCursor)}
            className={buttonClass({ variant: "secondary" })}
          >
            {t("nextPage")}
          </a>
        </noscript>
      )}
    </div>
  );
}
