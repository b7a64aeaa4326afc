"use client";

import { Check, Heart, Plus } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { toast } from "@/components/ui/toast";
import type { SavedList, TitleState } from "@/lib/library";
import { useSaved } from "@/lib/library/client";

type Props = {
  movieId: string;
  /** Null for a visitor: the buttons then lead to the sign-in page and back. */
  state: TitleState | null;
};

/** Favourite and watchlist toggles of a title; the look changes at once and changes back when the write fails. */
export function LibraryButtons({ movieId, state }: Props) {
  return (
    <div className="flex flex-wrap gap-3">
      <Toggle list="watchlist" movieId={movieId} initial={state?.isOnWatchlist ?? false} isVisitor={!state} />
      <Toggle list="favorites" movieId={movieId} initial={state?.isFavorite ?? false} isVisitor={!state} />
    </div>
  );
}

type ToggleProps = { list: SavedList; movieId: string; initial: boolean; isVisitor: boolean };

function Toggle({ list, movieId, initial, isVisitor }: ToggleProps) {
  const t = useTranslations("library");
  const router = useRouter();
  const pathname = usePathname();
  const { isSaved, toggle } = useSaved(list, movieId, initial, (error) =>
    toast.error(error.message || t("failed")),
  );
  const isWatchlist = list === "watchlist";
  const label = isWatchlist
    ? t(isSaved ? "removeWatchlist" : "addWatchlist")
    : t(isSaved ? "removeFavorite" : "addFavorite");
  const Icon = isWatchlist ? (isSaved ? Check : Plus) : Heart;
  const press = () => (isVisitor ? router.push(`/sign-in?next=${encodeURIComponent(pathname)}`) : toggle());
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={press}
      className={buttonClass({ variant: "secondary", size: "large" })}
    >
      <Icon
        aria-hidden
        className={classes(isSaved && "text-accent-ink", isSaved && !isWatchlist && "fill-current")}
      />
      <span aria-hidden>{isWatchlist ? t("watchlist") : t("favorite")}</span>
    </button>
  );
}
