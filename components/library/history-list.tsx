"use client";

import { History, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TypographicPoster } from "@/components/catalogue/typographic-poster";
import { ClearHistory } from "@/components/library/clear-history";
import { focusNeighbour } from "@/components/library/focus-neighbour";
import { MoreOfList } from "@/components/library/more-of-list";
import { PageHeading } from "@/components/library/page-heading";
import { Artwork } from "@/components/ui/artwork";
import { buttonClass } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { LocalDate } from "@/components/ui/local-date";
import { ProgressBar } from "@/components/ui/poster-card";
import { EmptyState } from "@/components/ui/state";
import { toast } from "@/components/ui/toast";
import type { HistoryItem, HistoryPage } from "@/lib/library";
import { useForgetHistory, useHistoryPages } from "@/lib/library/client";
import { watchPath } from "@/lib/playback";

const EAGER = 6;

/** What a viewer watched, newest first, one removable line each. */
export function HistoryList({ firstPage }: { firstPage: HistoryPage }) {
  const t = useTranslations("library");
  const query = useHistoryPages(firstPage);
  const forget = useForgetHistory((error) => toast.error(error.message || t("failed")));
  const items = query.data.pages.flatMap((page) => page.items);
  const isEmpty = items.length === 0 && !query.hasNextPage;
  return (
    <>
      <PageHeading
        title={t("pages.historyTitle")}
        text={t("pages.historyText")}
        action={!isEmpty && <ClearHistory onConfirm={() => forget.mutate(null)} />}
      />
      {isEmpty ? (
        <NothingWatched />
      ) : (
        <ul className="grid xl:grid-cols-2 xl:gap-x-14">
          {items.map((item, index) => (
            <HistoryLine
              key={item.id}
              item={item}
              isFirst={index < EAGER}
              onRemove={() => forget.mutate(item.id)}
            />
          ))}
        </ul>
      )}
      <MoreOfList query={query} />
    </>
  );
}

type LineProps = { item: HistoryItem; isFirst: boolean; onRemove: () => void };

function HistoryLine({ item, isFirst, onRemove }: LineProps) {
  const t = useTranslations("library");
  const { card, episode, watchPercentage, isCompleted } = item;
  const picture = episode?.stillPath ?? card.backdropPath ?? card.posterPath;
  const placeholder = episode?.stillPlaceholder ?? card.backdropPlaceholder ?? card.posterPlaceholder;
  const state = isCompleted
    ? t("history.watched")
    : t("history.progress", { percent: Math.floor(watchPercentage) });
  return (
    <li className="flex items-center gap-1 border-b sm:gap-4 border-line py-3.5">
      <Link
        href={watchPath(card.slug, episode)}
        prefetch={false}
        className="group flex min-w-0 grow items-center gap-3 sm:gap-4"
      >
        <span className="relative aspect-video w-24 shrink-0 overflow-hidden rounded-card ring-1 ring-line min-[26rem]:w-32 sm:w-44">
          {picture ? (
            <Artwork
              path={picture}
              placeholder={placeholder}
              alt=""
              sizes="(min-width: 40rem) 11rem, 8rem"
              widest={640}
              isFirst={isFirst}
            />
          ) : (
            <TypographicPoster movie={card} />
          )}
          <ProgressBar value={Math.min(1, watchPercentage / 100)} />
        </span>
        <span className="grid min-w-0 gap-0.5">
          <span className="line-clamp-2 font-medium group-hover:underline">{card.title}</span>
          {episode && (
            <span className="truncate text-sm text-ink-soft">
              {t("continue.episode", {
                season: episode.season,
                number: episode.number,
                title: episode.title,
              })}
            </span>
          )}
          <span className="text-sm text-ink-faint">
            {state} · <LocalDate value={item.watchedAt} />
          </span>
        </span>
      </Link>
      <IconButton
        label={t("history.remove", { title: card.title })}
        onClick={(event) => {
          focusNeighbour(event.currentTarget);
          onRemove();
        }}
      >
        <X aria-hidden />
      </IconButton>
    </li>
  );
}

function NothingWatched() {
  const t = useTranslations("library.pages");
  return (
    <EmptyState icon={<History aria-hidden />} title={t("historyEmptyTitle")} text={t("historyEmptyText")}>
      <Link href="/browse" className={buttonClass()}>
        {t("browse")}
      </Link>
    </EmptyState>
  );
}
