"use client";

import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Select } from "@/components/ui/select";
import {
  type ListFacets,
  type ListFilters,
  type ListName,
  type ListSort,
  sortOf,
} from "@/lib/library/filters";

type Props = {
  list: ListName;
  filters: ListFilters;
  facets: ListFacets;
  onChange: (filters: ListFilters) => void;
};

const SORTS: Record<ListName, ListSort[]> = {
  watchlist: ["newest", "title", "year", "rating", "shortest"],
  favorites: ["newest", "title", "year", "rating", "shortest"],
  ratings: ["mine", "mine-lowest", "newest", "title", "year", "rating"],
  hidden: ["newest", "title", "year"],
};

/** Order and filters of a list; each filter says how many titles it is about. */
export function ListToolbar({ list, filters, facets, onChange }: Props) {
  const t = useTranslations("library.filters");
  const set = (change: Partial<ListFilters>) => onChange({ ...filters, ...change });
  return (
    <fieldset aria-label={t("label")} className="flex min-w-0 flex-wrap items-center gap-2.5">
      <TypeChoice {...{ filters, facets, set }} />
      {list !== "hidden" && (
        <button
          type="button"
          aria-pressed={filters.unwatched === "1"}
          onClick={() => set({ unwatched: filters.unwatched ? undefined : "1" })}
          className={chipClass(filters.unwatched === "1")}
        >
          {t("unwatched", { count: facets.unwatched })}
        </button>
      )}
      <span className="grid w-full auto-cols-fr grid-flow-col gap-2.5 sm:ms-auto sm:flex sm:w-auto">
        {facets.genres.length > 1 && (
          <Select
            aria-label={t("genre")}
            value={filters.genre ?? ""}
            onChange={(event) => set({ genre: event.target.value || undefined })}
            className="min-w-0 sm:min-w-40"
          >
            <option value="">{t("anyGenre")}</option>
            {facets.genres.map(({ name, label, count }) => (
              <option key={name} value={name}>
                {`${label} (${count})`}
              </option>
            ))}
          </Select>
        )}
        <Select
          aria-label={t("sort")}
          value={sortOf(list, filters)}
          onChange={(event) => set({ sort: event.target.value as ListSort })}
          className="min-w-0 sm:min-w-40"
        >
          {SORTS[list].map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </Select>
      </span>
    </fieldset>
  );
}

type TypeProps = Pick<Props, "filters" | "facets"> & { set: (change: Partial<ListFilters>) => void };

function TypeChoice({ filters, facets, set }: TypeProps) {
  const t = useTranslations("library.filters");
  const series = facets.total - facets.movies;
  if (series === 0 || facets.movies === 0) return null;
  const choices = [
    { type: undefined, label: t("all", { count: facets.total }) },
    { type: "movie" as const, label: t("movies", { count: facets.movies }) },
    { type: "series" as const, label: t("series", { count: series }) },
  ];
  return choices.map(({ type, label }) => (
    <button
      key={type ?? "all"}
      type="button"
      aria-pressed={filters.type === type}
      onClick={() => set({ type })}
      className={chipClass(filters.type === type)}
    >
      {label}
    </button>
  ));
}

function chipClass(isChosen: boolean): string {
  return classes(
    buttonClass({ variant: "secondary", size: "medium" }),
    isChosen && "!border-accent !text-accent-ink",
  );
}
