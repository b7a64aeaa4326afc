"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TypographicBackdrop } from "@/components/catalogue/typographic-poster";
import { focusNeighbour } from "@/components/library/focus-neighbour";
import { IconButton } from "@/components/ui/icon-button";
import { leaveList, loadMotion } from "@/components/ui/leave-list";
import { Still } from "@/components/ui/still";
import type { HistoryItem } from "@/lib/library";
import { watchPath } from "@/lib/playback";

type Props = { item: HistoryItem; isFirst: boolean; onRemove: () => void };

export function HistoryLine({ item, isFirst, onRemove }: Props) {
  const t = useTranslations("library");
  const { card, episode, watchPercentage, isCompleted } = item;
  return (
    <li className="flex items-center gap-1 border-b border-line py-3.5 sm:gap-4">
      <Link
        href={watchPath(card.slug, episode)}
        prefetch={false}
        className="group flex min-w-0 grow items-center gap-3 sm:gap-4"
      >
        <Still
          path={episode?.stillPath ?? card.backdropPath ?? card.posterPath}
          placeholder={episode?.stillPlaceholder ?? card.backdropPlaceholder ?? card.posterPlaceholder}
          fallback={<TypographicBackdrop movie={card} />}
          sizes="(min-width: 40rem) 11rem, 8rem"
          progress={Math.min(1, watchPercentage / 100)}
          isFirst={isFirst}
          className="w-24 min-[26rem]:w-32 sm:w-44"
        />
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
            {isCompleted
              ? t("history.watched")
              : t("history.progress", { percent: Math.floor(watchPercentage) })}
          </span>
        </span>
      </Link>
      <IconButton
        label={t("history.remove", { title: card.title })}
        onClick={(event) => {
          const entry = event.currentTarget.closest("li");
          focusNeighbour(event.currentTarget);
          if (entry) leaveList(entry, onRemove);
        }}
        onPointerEnter={loadMotion}
        onFocus={loadMotion}
      >
        <X aria-hidden />
      </IconButton>
    </li>
  );
}
