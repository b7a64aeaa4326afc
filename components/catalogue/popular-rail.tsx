"use client";

import { useTranslations } from "next-intl";
import { TitlePlaces } from "@/components/catalogue/title-grid";
import { TitleRail } from "@/components/catalogue/title-rail";
import { Skeleton } from "@/components/ui/skeleton";
import { usePopular } from "@/lib/catalogue/client";

/** What many watch, asked for in the browser: for places that must not depend on the catalogue. Its room is kept. */
export function PopularRail() {
  const t = useTranslations("catalogue.home");
  const { data } = usePopular();
  return (
    <div className="min-h-[calc(var(--poster-width)*1.5+9rem)]">
      {data ? (
        <TitleRail title={t("trending")} movies={data.cards.slice(0, 18)} href="/browse?sort=popular" />
      ) : (
        <RailPlaces />
      )}
    </div>
  );
}

/** A row that is on its way: as many posters as a screen is wide. */
function RailPlaces() {
  return (
    <div aria-hidden className="overflow-hidden py-4">
      <div className="gutter">
        <Skeleton className="mb-5 h-6 w-44" />
        <ul className="flex gap-(--rail-gap) *:w-(--poster-width) *:shrink-0">
          <TitlePlaces count={8} />
        </ul>
      </div>
    </div>
  );
}
