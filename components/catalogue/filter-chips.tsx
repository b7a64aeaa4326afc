import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { browsePath } from "@/lib/catalogue/browse-path";
import { FEATURES } from "@/lib/catalogue/choices";
import type { BrowseFilters, Choice, Facets } from "@/lib/catalogue/schema";

type Props = { filters: BrowseFilters; facets: Facets };
type Filter = Exclude<keyof BrowseFilters, "sort">;

/** What narrows the list now, each with a way to take it off. */
export function FilterChips({ filters, facets }: Props) {
  const t = useTranslations("catalogue.browse");
  const active = (Object.keys(filters) as (keyof BrowseFilters)[]).filter(
    (name): name is Filter => name !== "sort" && !isFeature(name) && filters[name] !== undefined,
  );
  if (active.length === 0) return null;
  return (
    <ul aria-label={t("active")} className="flex flex-wrap gap-2">
      {active.map((name) => (
        <li key={name}>
          <Link
            href={browsePath({ ...filters, [name]: undefined })}
            scroll={false}
            className="inline-flex min-h-(--target-small) items-center gap-1.5 rounded-full border border-line-strong ps-3.5 pe-2.5 text-sm hover:bg-raised"
          >
            <span className="sr-only">{t("remove")} </span>
            {labelOf(facets, name, String(filters[name]))}
            <X aria-hidden className="size-4 text-ink-faint" />
          </Link>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <Link
            href="/browse"
            scroll={false}
            className="inline-flex min-h-(--target-small) items-center px-2 text-sm text-ink-soft underline underline-offset-4"
          >
            {t("clear")}
          </Link>
        </li>
      )}
    </ul>
  );
}

/** These show that they are chosen themselves. */
const isFeature = (name: string) => FEATURES.some((feature) => feature === name);

function labelOf(facets: Facets, name: Filter, value: string): string {
  const lists: Partial<Record<Filter, Choice[]>> = {
    type: facets.types,
    genre: facets.genres,
    category: facets.categories,
    language: facets.languages,
    country: facets.countries,
    years: facets.years,
    length: facets.lengths,
    maturity: facets.maturity,
    access: facets.access,
  };
  return lists[name]?.find((choice) => choice.value === value)?.label.trim() ?? value;
}
