"use client";

import { Bookmark, BookmarkCheck, Heart } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTitleActions } from "@/components/library/use-title-actions";
import { classes } from "@/components/ui/classes";
import { iconButtonClass } from "@/components/ui/icon-button";
import type { SavedList, TitleState } from "@/lib/library";
import { useTitleState } from "@/lib/library/client/hooks";

type Props = {
  movieId: string;
  title: string;
  list?: SavedList;
  /** What the page knows already; without it the button asks. */
  state?: TitleState | null;
  variant?: "plain" | "solid" | "glass";
  className?: string;
};

/** Puts a title on a list and takes it off again: for cards, previews and everywhere else. */
export function SaveButton({
  movieId,
  title,
  list = "watchlist",
  state: initial,
  variant = "solid",
  className,
}: Props) {
  const t = useTranslations("library");
  const state = useTitleState(movieId, initial);
  const actions = useTitleActions({ movieId, title });
  const isWatchlist = list === "watchlist";
  const isSaved = (isWatchlist ? state?.isOnWatchlist : state?.isFavorite) ?? false;
  const label = isWatchlist
    ? t(isSaved ? "removeWatchlist" : "addWatchlist")
    : t(isSaved ? "removeFavorite" : "addFavorite");
  const Icon = isWatchlist ? (isSaved ? BookmarkCheck : Bookmark) : Heart;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => actions.list(list, !isSaved)}
      className={classes(iconButtonClass(variant), className)}
    >
      <Icon
        aria-hidden
        className={classes(isSaved && "text-accent-ink", isSaved && !isWatchlist && "fill-current")}
      />
    </button>
  );
}
