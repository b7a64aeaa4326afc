import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { browsePath } from "@/lib/catalogue/browse-path";
import type { BrowseFilters, Facets } from "@/lib/catalogue/schema";

type Props = { filters: BrowseFilters; facets: Facets };
type Filter = Exclude<keyof BrowseFilters, "sort">;

/** What narrows the list now, each with a way to take it off. */
export function FilterChips({ filters, facets }: Props) {
  const t = useTranslations("catalogue.browse");
  const label = useFilterLabel(facets);
  const active = (Object.keys(filters) as (keyof BrowseFilters)[]).filter(
    (name): name is Filter => name !== "sort" && filters[name] !== undefined,
  );
  if (active.length === 0) return null;
  return (
    <ul aria-label={t("active")} className="flex flex-wrap gap-2">
      {active.map((name) => (
        <li key={name}>
          <Link
            href={browsePath({ ...filters, [name]: undefined })}
            scroll={false}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-line-strong ps-3.5 pe-2.5 text-sm hover:bg-raised"
          >
            <span className="sr-only">{t("remove")} </span>
            {label(name, String(filters[name]))}
            <X aria-hidden className="size-4 text-ink-faint" />
          </Link>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <Link
            href="/browse"
            scroll={false}
            className="inline-flex min-h-9 items-center px-2 text-sm text-ink-soft underline underline-offset-4"
          >
            {t("clear")}
          </Link>
        </li>
      )}
    </ul>
  );
}

function useFilterLabel(facets: Facets) {
  const t = useTranslations("catalogue.browse");
  return (name: Filter, value: string): string => {
    if (name === "type") return t(`types.${value as "movie" | "series"}`);
    if (name === "access") return t(`accessLevels.${value as "free" | "basic" | "premium"}`);
    if (name === "genre") return facets.genres.find((genre) => genre.name === value)?.label ?? value;
    if (name === "category") return facets.categories.find(({ slug }) => slug === value)?.name ?? value;
    if (name === "language") return facets.languages.find(({ code }) => code === value)?.name ?? value;
    if (name === "yearFrom") return t("since", { year: value });
    if (name === "yearTo") return t("until", { year: value });
    return value;
  };
}
