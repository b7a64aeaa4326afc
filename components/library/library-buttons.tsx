"use client";

import { Check, Heart, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { RatingInput } from "@/components/library/rating-input";
import { TitleMenuButton } from "@/components/library/title-menu-button";
import { useTitleActions } from "@/components/library/use-title-actions";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import type { SavedList, TitleState } from "@/lib/library";
import { useTitleState } from "@/lib/library/client/hooks";

type Props = {
  movieId: string;
  title: string;
  type: "movie" | "series";
  /** Null for a visitor: the buttons then lead to the sign-in page and back. */
  state: TitleState | null;
};

/** Watchlist, favourites and what else there is to do with a title. */
export function LibraryButtons({ movieId, title, type, state: initial }: Props) {
  const state = useTitleState(movieId, initial);
  const { list, isVisitor } = useTitleActions({ movieId, title });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Toggle list="watchlist" isSaved={state?.isOnWatchlist ?? false} onChange={list} />
      <Toggle list="favorites" isSaved={state?.isFavorite ?? false} onChange={list} />
      {!isVisitor && <TitleMenuButton {...{ movieId, title, type }} />}
    </div>
  );
}

type RatingsProps = Omit<Props, "type"> & { everybody: Pick<TitleState, "averageRating" | "ratingCount"> };

/** What everybody thinks of a title and, for a viewer, their own stars. */
export function Ratings({ movieId, title, everybody, state: initial }: RatingsProps) {
  const t = useTranslations("library.rating");
  const state = useTitleState(movieId, initial);
  const { rate, isVisitor } = useTitleActions({ movieId, title });
  const { averageRating, ratingCount } = state ?? everybody;
  if (isVisitor && averageRating === null) return null;
  return (
    <div className="mt-6 grid gap-1">
      <span className="flex flex-wrap gap-x-3 text-sm text-ink-faint">
        {!isVisitor && <span className="font-medium text-ink-soft">{t("yours")}</span>}
        {averageRating !== null && <span>{t("average", { rating: averageRating, count: ratingCount })}</span>}
      </span>
      {!isVisitor && <RatingInput title={title} rating={state?.rating ?? null} onRate={rate} />}
    </div>
  );
}

type ToggleProps = {
  list: SavedList;
  isSaved: boolean;
  onChange: (list: SavedList, isListed: boolean) => void;
};

function Toggle({ list, isSaved, onChange }: ToggleProps) {
  const t = useTranslations("library");
  const isWatchlist = list === "watchlist";
  const label = isWatchlist
    ? t(isSaved ? "removeWatchlist" : "addWatchlist")
    : t(isSaved ? "removeFavorite" : "addFavorite");
  const Icon = isWatchlist ? (isSaved ? Check : Plus) : Heart;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => onChange(list, !isSaved)}
      className={buttonClass({ variant: "secondary", size: "large" })}
    >
      <Icon
        aria-hidden
        className={classes(isSaved && "text-accent-ink", isSaved && !isWatchlist && "fill-current")}
      />
      <span aria-hidden className={isWatchlist ? "" : "max-[27rem]:hidden"}>
        {isWatchlist ? t("watchlist") : t("favorite")}
      </span>
    </button>
  );
}
