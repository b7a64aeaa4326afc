"use client";

import { useTranslations } from "next-intl";
import { TitleRail } from "@/components/catalogue/title-rail";
import { usePopular } from "@/lib/catalogue/client";

const POPULAR = "/browse?sort=popular";

/** What many watch, asked for in the browser: for places that must not depend on the catalogue. Its room is kept. */
export function PopularRail() {
  const t = useTranslations("catalogue.home");
  const { data } = usePopular();
  return (
    <div className="min-h-[calc(var(--poster-width)*1.5+9rem)]">
      <TitleRail title={t("trending")} movies={data?.cards.slice(0, 18)} href={POPULAR} />
    </div>
  );
}
