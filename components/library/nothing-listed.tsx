import { Bookmark, EyeOff, Heart, Star } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";
import type { ListName } from "@/lib/library/filters";

const ICONS = { watchlist: Bookmark, favorites: Heart, ratings: Star, hidden: EyeOff } as const;

/** An empty list: what it is for, and where to begin. */
export function NothingListed({ list }: { list: ListName }) {
  const t = useTranslations("library.pages");
  const Icon = ICONS[list];
  return (
    <EmptyState icon={<Icon aria-hidden />} title={t(`empty.${list}.title`)} text={t(`empty.${list}.text`)}>
      <Link href="/browse" className={buttonClass()}>
        {t("browse")}
      </Link>
    </EmptyState>
  );
}
