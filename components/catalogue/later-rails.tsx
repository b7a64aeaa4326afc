"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ComingRail } from "@/components/catalogue/calendar/coming-rail";
import { CollectionsRail } from "@/components/catalogue/collections-rail";
import { TitleRail } from "@/components/catalogue/title-rail";
import { Button } from "@/components/ui/button";
import { useFirstDeed } from "@/components/ui/use-first-deed";
import { useIsNear } from "@/components/ui/use-is-near";
import { useLaterRows } from "@/lib/catalogue/client";
import type { LaterRows } from "@/lib/catalogue/schema";

type LaterRow = { key: string; title: string; href: string };

/** Titles are fetched at the first deed or here; a row is drawn farther ahead, so that scrolling meets no places. */
const FETCHED_AT = "150px 0px";
const DRAWN_AT = "600px 0px";

/** The rows below the first screens: named by the page, filled when they are wanted (docs/decisions/0072). */
export function LaterRails({ rows }: { rows: LaterRow[] }) {
  const t = useTranslations("catalogue");
  const place = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(place, FETCHED_AT);
  const hasActed = useFirstDeed();
  const { data, isError, refetch } = useLaterRows(isNear || hasActed);
  return (
    <div ref={place} className="stack gap-3">
      {isError && (
        <div role="alert" className="gutter flex flex-wrap items-center gap-4 py-4">
          <p className="text-ink-soft">{t("home.laterError")}</p>
          <Button variant="secondary" onClick={() => refetch()}>
            {t("browse.retry")}
          </Button>
        </div>
      )}
      {rows.map((row) => (
        <LaterRail key={row.key} row={row} rows={data} />
      ))}
    </div>
  );
}

/** Each is drawn by itself, so that no frame has to draw them all. */
function LaterRail({ row: { key, title, href }, rows }: { row: LaterRow; rows: LaterRows | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(place, DRAWN_AT);
  const drawn = isNear ? rows : undefined;
  return (
    <div ref={place}>
      {key === "coming" && <ComingRail titles={drawn?.coming} />}
      {key === "collections" && (
        <CollectionsRail title={title} href={href} collections={drawn?.collections} />
      )}
      {key !== "coming" && key !== "collections" && (
        <TitleRail title={title} href={href} movies={drawn && titlesOf(key, drawn)} />
      )}
    </div>
  );
}

const titlesOf = (key: string, { leaving, rails }: LaterRows) =>
  key === "leaving" ? leaving : (rails.find(({ slug }) => slug === key)?.cards ?? []);
