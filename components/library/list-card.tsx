"use client";

import { CircleCheck, Star } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { TitleCard } from "@/components/catalogue/title-card";
import { RemoveButton } from "@/components/library/remove-button";
import { useTitleActions } from "@/components/library/use-title-actions";
import { toast } from "@/components/ui/toast";
import type { ListItem, ListName } from "@/lib/library/schema";

type Props = { list: ListName; item: ListItem; isFirst: boolean };

/** A title on a list, with what this viewer did with it and a way off the list that can be undone. */
export function ListCard({ list, item, isFirst }: Props) {
  const t = useTranslations("library");
  const { card, rating, isWatched } = item;
  const remove = useRemoval(list, item);
  return (
    <li className="group/item relative">
      <TitleCard movie={card} isInGrid isFirst={isFirst} hasMenu={list !== "hidden"} />
      {(rating !== null || isWatched) && (
        <span className="pointer-events-none absolute inset-x-0 top-0 flex aspect-2/3 flex-wrap content-end gap-1.5 p-2">
          {rating !== null && <OwnRatingBadge rating={rating} />}
          {isWatched && (
            <span className="inline-flex h-7 items-center gap-1 rounded-full bg-black/65 px-2 text-xs font-semibold text-white">
              <CircleCheck aria-hidden className="size-4" />
              <span className={rating === null ? "" : "sr-only"}>{t("history.watched")}</span>
            </span>
          )}
        </span>
      )}
      <RemoveButton
        label={t(`pages.remove.${list}`, { title: card.title })}
        side={list === "hidden" ? "end" : "start"}
        onClick={remove}
      />
    </li>
  );
}

function OwnRatingBadge({ rating }: { rating: number }) {
  const t = useTranslations("library.rating");
  const format = useFormatter();
  return (
    <span className="inline-flex h-7 items-center gap-1 rounded-full bg-black/65 px-2 text-sm font-semibold text-white tabular-nums">
      <Star aria-hidden className="size-3.5 fill-current" />
      <span className="sr-only">{t("yours")} </span>
      {format.number(rating)}
    </span>
  );
}

function useRemoval(list: ListName, { card, rating }: ListItem): () => void {
  const t = useTranslations("library");
  const actions = useTitleActions({ movieId: card.id, title: card.title });
  const undoable = (undo: () => void) =>
    toast(t(`pages.removed.${list}`, { title: card.title }), { action: { label: t("undo"), onClick: undo } });
  return () => {
    if (list === "ratings") {
      actions.rate(null);
      undoable(() => actions.rate(rating));
    } else if (list === "hidden") {
      actions.hide(false);
      undoable(() => actions.hide(true));
    } else {
      actions.list(list, false);
      undoable(() => actions.list(list, true));
    }
  };
}
