"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { iconButtonClass } from "@/components/ui/icon-button";
import { useActiveViewer } from "@/lib/library/client/viewer";

type Props = {
  movieId: string;
  title: string;
  type: "movie" | "series";
  /** In the corner of a poster. */
  isOnCard?: boolean;
};

/**
 * The button of a title's menu. It only says which title it is for: of the hundred on a page none has code of its own,
 * one TitleMenuHost answers them all. Not for visitors.
 */
export function TitleMenuButton({ movieId, title, type, isOnCard = false }: Props) {
  const t = useTranslations("library.menu");
  if (useActiveViewer() === null) return null;
  const label = t("open", { title });
  return (
    <span className={isOnCard ? "title-menu-place" : "relative inline-grid"}>
      <button
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={false}
        data-title-menu={movieId}
        data-title={title}
        data-type={type}
        className={isOnCard ? "title-menu-button" : classes(iconButtonClass("solid"), "size-13")}
      >
        <Ellipsis aria-hidden />
      </button>
    </span>
  );
}
