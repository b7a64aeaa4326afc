"use client";

import {
  Bookmark,
  BookmarkCheck,
  CircleCheck,
  CircleDashed,
  Eye,
  EyeOff,
  Heart,
  HeartOff,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { focusNeighbour } from "@/components/library/focus-neighbour";
import { useTitleActions } from "@/components/library/use-title-actions";
import { MenuItem, MenuPanel, MenuSeparator } from "@/components/ui/menu";
import type { MenuPanelProps } from "@/components/ui/menu-button";
import { useTitleState } from "@/lib/library/client/hooks";

export type TitleMenuPanelProps = { movieId: string; title: string; type: "movie" | "series" };

/**
 * What can be done with a title from wherever its card stands. Before it is known how the viewer stands to the title each item
 * does what it says all the same: to add what is there already changes nothing, and a press is never lost.
 */
export function TitleMenuPanel({ movieId, title, type, ...menu }: TitleMenuPanelProps & MenuPanelProps) {
  const t = useTranslations("library");
  const state = useTitleState(movieId);
  const { list, hide, mark } = useTitleActions({ movieId, title });
  const isWatched = state?.progress.some((item) => item.episodeId === null && item.isCompleted) ?? false;
  const hideCard = () => {
    const button = document.getElementById(menu.buttonId);
    if (button && !state?.isHidden && button.closest("li")) focusNeighbour(button);
    hide(!state?.isHidden);
  };
  return (
    <MenuPanel {...menu} width="w-66">
      <MenuItem onSelect={() => list("watchlist", !state?.isOnWatchlist)}>
        {state?.isOnWatchlist ? <BookmarkCheck aria-hidden /> : <Bookmark aria-hidden />}
        {t(state?.isOnWatchlist ? "removeWatchlist" : "addWatchlist")}
      </MenuItem>
      <MenuItem onSelect={() => list("favorites", !state?.isFavorite)}>
        {state?.isFavorite ? <HeartOff aria-hidden /> : <Heart aria-hidden />}
        {t(state?.isFavorite ? "removeFavorite" : "addFavorite")}
      </MenuItem>
      {type === "movie" && (
        <MenuItem onSelect={() => mark(null, !isWatched, state?.progress)}>
          {isWatched ? <CircleDashed aria-hidden /> : <CircleCheck aria-hidden />}
          {t(isWatched ? "watched.unmark" : "watched.mark")}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem onSelect={hideCard}>
        {state?.isHidden ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
        {t(state?.isHidden ? "hidden.takeBack" : "hidden.hide")}
      </MenuItem>
    </MenuPanel>
  );
}
