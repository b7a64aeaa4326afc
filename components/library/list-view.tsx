"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TitleGrid } from "@/components/catalogue/title-grid";
import { ListCard } from "@/components/library/list-card";
import { ListToolbar } from "@/components/library/list-toolbar";
import { MoreOfList } from "@/components/library/more-of-list";
import { NothingListed } from "@/components/library/nothing-listed";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";
import { useListPages } from "@/lib/library/client/hooks";
import { type ListFilters, type ListName, listPath } from "@/lib/library/filters";
import type { ListPage } from "@/lib/library/schema";

const EAGER = 6;

type Props = { list: ListName; filters: ListFilters; firstPage: ListPage };

/** A viewer's list; what is removed is gone at once, and is back with a word when that failed. */
export function ListView({ list, filters: initial, firstPage }: Props) {
  const t = useTranslations("library.filters");
  const [filters, setFilters] = useState(initial);
  const { query, items, facets, count } = useListPages(
    list,
    filters,
    filters === initial ? firstPage : undefined,
  );
  const [known, setKnown] = useState(firstPage.facets);
  if (facets && facets !== known) setKnown(facets);
  const change = (next: ListFilters) => {
    setFilters(next);
    // The address follows, so that coming back shows the same; nothing is asked of the server for it.
    window.history.replaceState(null, "", listPath(list, next));
  };
  if (!known || (known.total === 0 && items.length === 0)) return <NothingListed list={list} />;
  return (
    <>
      <ListToolbar list={list} filters={filters} facets={known} onChange={change} />
      <p role="status" className="-mb-3 text-sm text-ink-faint">
        {t("count", { count: Math.max(count, items.length) })}
      </p>
      {items.length === 0 && !query.isFetching ? (
        <EmptyState title={t("nothingTitle")} text={t("nothingText")}>
          <Button variant="secondary" onClick={() => change({})}>
            {t("clear")}
          </Button>
        </EmptyState>
      ) : (
        <div aria-busy={query.isPlaceholderData} className="transition-opacity aria-busy:opacity-40">
          <TitleGrid showsHidden={list === "hidden"}>
            {items.map((item, index) => (
              <ListCard key={item.card.id} list={list} item={item} isFirst={index < EAGER} />
            ))}
          </TitleGrid>
        </div>
      )}
      <MoreOfList query={query} />
    </>
  );
}
