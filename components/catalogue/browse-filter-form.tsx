"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { browsePath } from "@/lib/catalogue/browse-path";
import { ACCESS_LEVELS, MOVIE_TYPES, SORTS } from "@/lib/catalogue/choices";
import type { BrowseFilters, Facets } from "@/lib/catalogue/schema";

const NOTHING_CHOSEN = {
  type: "",
  genre: "",
  category: "",
  language: "",
  access: "",
  yearFrom: "",
  yearTo: "",
};

type Props = { filters: BrowseFilters; facets: Facets };

/** A plain GET form: it works without a script; with one, a choice takes effect at once. One row that scrolls where it is narrow. */
export function BrowseFilterForm({ filters, facets }: Props) {
  const t = useTranslations("catalogue.browse");
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const apply = () => {
    if (!form.current?.reportValidity()) return;
    const wanted: Record<string, string> = Object.fromEntries(
      [...new FormData(form.current)].map(([name, value]) => [name, String(value)]),
    );
    startTransition(() => router.push(browsePath(wanted), { scroll: false }));
  };
  useShownFilters(form, filters);
  const choices: {
    name: keyof BrowseFilters;
    label: string;
    any: string | null;
    options: [string, string][];
  }[] = [
    {
      name: "type",
      label: t("type"),
      any: t("anyType"),
      options: MOVIE_TYPES.map((type) => [type, t(`types.${type}`)]),
    },
    {
      name: "genre",
      label: t("genre"),
      any: t("anyGenre"),
      options: facets.genres.map(({ name, label }) => [name, label]),
    },
    {
      name: "category",
      label: t("category"),
      any: t("anyCategory"),
      options: facets.categories.map(({ slug, name }) => [slug, name]),
    },
    {
      name: "language",
      label: t("language"),
      any: t("anyLanguage"),
      options: facets.languages.map(({ code, name }) => [code, name]),
    },
    {
      name: "access",
      label: t("access"),
      any: t("anyAccess"),
      options: ACCESS_LEVELS.map((level) => [level, t(`accessLevels.${level}`)]),
    },
    { name: "sort", label: t("sort"), any: null, options: SORTS.map((sort) => [sort, t(`sorts.${sort}`)]) },
  ];
  return (
    <form
      ref={form}
      action="/browse"
      aria-busy={isPending}
      onChange={(event) => (event.target as HTMLElement).tagName === "SELECT" && apply()}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      className="scrollbar-none -mx-(--gutter) -my-2 flex gap-3 overflow-x-auto px-(--gutter) py-2 *:min-w-[min(9.5rem,37vw)] *:shrink-0 xl:grid xl:grid-cols-[repeat(6,1fr)_6rem_6rem_auto] xl:*:min-w-0"
    >
      {choices.map(({ name, label, any, options }) => (
        <Field key={name} label={label}>
          {(control) => (
            <Select {...control} name={name} defaultValue={String(filters[name] ?? "")}>
              {any !== null && <option value="">{any}</option>}
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
      <YearField name="yearFrom" label={t("yearFrom")} value={filters.yearFrom} hint={facets.firstYear} />
      <YearField name="yearTo" label={t("yearTo")} value={filters.yearTo} hint={facets.lastYear} />
      <Button type="submit" variant="secondary" className="self-end">
        {t("apply")}
      </Button>
    </form>
  );
}

/** A new address brings new choices; the fields stay the same ones, so that the focus stays where it is. */
function useShownFilters(form: React.RefObject<HTMLFormElement | null>, filters: BrowseFilters) {
  useEffect(() => {
    for (const [name, value] of Object.entries({ ...NOTHING_CHOSEN, ...filters })) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement)
        field.value = String(value ?? "");
    }
  }, [form, filters]);
}

type YearProps = { name: string; label: string; value: number | undefined; hint: number | null };

function YearField({ name, label, value, hint }: YearProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="numeric"
          name={name}
          min={1870}
          max={2200}
          defaultValue={value ?? ""}
          placeholder={hint === null ? "" : String(hint)}
        />
      )}
    </Field>
  );
}
