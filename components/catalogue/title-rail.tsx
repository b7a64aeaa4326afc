"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TitleCard } from "@/components/catalogue/title-card";
import { Rail, RailItem } from "@/components/ui/rail";
import type { ListedTitle } from "@/lib/catalogue/schema";

type Props = { title: string; movies: ListedTitle[]; href?: string };

export function TitleRail({ title, movies, href }: Props) {
  const t = useTranslations("catalogue");
  if (movies.length === 0) return null;
  const all = href && (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-9 shrink-0 items-center gap-0.5 rounded text-sm font-medium text-ink-faint hover:text-ink"
    >
      {t("all")}
      <span className="sr-only">: {title}</span>
      <ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />
    </Link>
  );
  return (
    <Rail title={title} action={all}>
      {movies.map((movie) => (
        <RailItem key={movie.id}>
          <TitleCard movie={movie} />
        </RailItem>
      ))}
    </Rail>
  );
}
