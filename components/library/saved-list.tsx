"use client";

import { Bookmark, Heart } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TitleCard } from "@/components/catalogue/title-card";
import { TitleGrid } from "@/components/catalogue/title-grid";
import { MoreOfList } from "@/components/library/more-of-list";
import { RemoveButton } from "@/components/library/remove-button";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";
import { toast } from "@/components/ui/toast";
import type { SavedList, SavedPage } from "@/lib/library";
import { useSavedPages, useUnsave } from "@/lib/library/client";

const EAGER = 6;

/** Favourites or the watchlist of a viewer; what is removed is gone at once and comes back when that failed. */
export function SavedTitles({ list, firstPage }: { list: SavedList; firstPage: SavedPage }) {
  const t = useTranslations("library");
  const query = useSavedPages(list, firstPage);
  const remove = useUnsave(list, (error) => toast.error(error.message || t("failed")));
  const cards = query.data.pages.flatMap((page) => page.cards);
  if (cards.length === 0 && !query.hasNextPage) return <NothingSaved list={list} />;
  return (
    <>
      <TitleGrid>
        {cards.map((card, index) => (
          <li key={card.id} className="group/item relative">
            <TitleCard movie={card} isInGrid isFirst={index < EAGER} />
            <RemoveButton
              label={t("pages.removeFrom", { title: card.title })}
              onClick={() => remove.mutate(card.id)}
            />
          </li>
        ))}
      </TitleGrid>
      <MoreOfList query={query} />
    </>
  );
}

function NothingSaved({ list }: { list: SavedList }) {
  const t = useTranslations("library.pages");
  const isWatchlist = list === "watchlist";
  return (
    <EmptyState
      icon={isWatchlist ? <Bookmark aria-hidden /> : <Heart aria-hidden />}
      title={t(isWatchlist ? "watchlistEmptyTitle" : "favoritesEmptyTitle")}
      text={t(isWatchlist ? "watchlistEmptyText" : "favoritesEmptyText")}
    >
      <Link href="/browse" className={buttonClass()}>
        {t("browse")}
      </Link>
    </EmptyState>
  );
}
