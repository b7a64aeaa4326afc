"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TitleCard } from "@/components/catalogue/title-card";
import { TitleGrid } from "@/components/catalogue/title-grid";
import { Button } from "@/components/ui/button";
import { useAllResults } from "@/lib/catalogue/client";
import type { ListedTitle } from "@/lib/catalogue/schema";

const EAGER = 6;

/** The first page of results comes with the document; the others when they are asked for. */
export function FoundTitles({
  query,
  titles,
  isWhole,
}: {
  query: string;
  titles: ListedTitle[];
  isWhole: boolean;
}) {
  const t = useTranslations("catalogue.searchMore");
  const [isAsked, setIsAsked] = useState(false);
  const all = useAllResults(query, isAsked);
  const shown = all.data?.titles ?? titles;
  return (
    <>
      <TitleGrid>
        {shown.map((movie, index) => (
          <li key={movie.id}>
            <TitleCard movie={movie} isInGrid isFirst={index < EAGER} />
          </li>
        ))}
      </TitleGrid>
      {!isWhole && !all.data && (
        <div className="grid justify-items-center gap-3 py-4">
          <Button
            variant="secondary"
            isBusy={all.isFetching}
            onClick={() => (isAsked ? all.refetch() : setIsAsked(true))}
          >
            {t("more")}
          </Button>
          {all.isError && (
            <p role="alert" className="text-sm text-danger-ink">
              {all.error.message || t("error")}
            </p>
          )}
        </div>
      )}
    </>
  );
}
