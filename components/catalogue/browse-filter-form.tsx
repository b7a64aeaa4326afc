"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useTransition } from "react";
import { FeatureToggles } from "@/components/catalogue/feature-toggles";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { browsePath } from "@/lib/catalogue/browse-path";
import { SORTS } from "@/lib/catalogue/choices";
import type { BrowseFilters, Choice, Facets } from "@/lib/catalogue/schema";

type Props = { filters: BrowseFilters; facets: Facets };

/**
 * A plain GET form: it works without a script; with one, a choice takes effect at once. Every choice says how many titles
 * it leaves. On a phone the lists are one row that scrolls.
 */
export function BrowseFilterForm({ filters, facets }: Props) {
  const t = useTranslations("catalogue.browse");
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const apply = () => {
    if (!form.current) return;
    const wanted: Record<string, string> = Object.fromEntries(
      [...new FormData(form.current)].map(([name, value]) => [name, String(value)]),
    );
    startTransition(() => router.push(browsePath(wanted), { scroll: false }));
  };
  useShownFilters(form, filters, apply);
  const lists: [name: keyof BrowseFilters, label: string, any: string, choices: Choice[]][] = [
    ["type", t("type"), t("anyType"), facets.types],
    ["genre", t("genre"), t("anyGenre"), facets.genres],
    ["years", t("years"), t("anyYears"), facets.years],
    ["language", t("language"), t("anyLanguage"), facets.languages],
    ["country", t("country"), t("anyCountry"), facets.countries],
    ["category", t("category"), t("anyCategory"), facets.categories],
    ["maturity", t("maturity"), t("anyMaturity"), facets.maturity],
    ["length", t("length"), t("anyLength"), facets.lengths],
    ["access", t("access"), t("anyAccess"), facets.access],
  ];
  return (
    <form
      ref={form}
      action="/browse"
      // Or a browser that comes back puts in what was chosen for another list.
      autoComplete="off"
      aria-busy={isPending}
      onChange={apply}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      className="grid gap-4"
    >
      <div className="scrollbar-none -mx-(--gutter) -my-2 flex gap-3 overflow-x-auto px-(--gutter) py-2 *:min-w-[min(9.5rem,37vw)] *:shrink-0 lg:grid lg:grid-cols-5 lg:*:min-w-0 2xl:grid-cols-10">
        {lists.map(([name, label, any, choices]) => (
          <Field key={name} label={label}>
            {(control) => (
              <Select {...control} name={name} defaultValue={String(filters[name] ?? "")}>
                <option value="">{any}</option>
                {withChosen(choices, filters[name]).map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {t("choice", { label: choice.label, count: choice.count })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
        <Field label={t("sort")}>
          {(control) => (
            <Select {...control} name="sort" defaultValue={filters.sort}>
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {t(`sorts.${sort}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <FeatureToggles filters={filters} features={facets.features} />
      <noscript>
        <Button type="submit" variant="secondary">
          {t("apply")}
        </Button>
      </noscript>
    </form>
  );
}

/** A choice that leaves nothing is not offered; one that has been made stays, so that it can be seen and taken back. */
function withChosen(choices: Choice[], chosen: BrowseFilters[keyof BrowseFilters]): Choice[] {
  const value = chosen === undefined ? "" : String(chosen);
  if (value === "" || choices.some((choice) => choice.value === value)) return choices;
  return [{ value, label: value, count: 0 }, ...choices];
}

/**
 * A new address brings new choices; the fields stay the same ones, so that the focus stays where it is. At first what counts
 * is what they hold: it may have been pressed before the script had come (lists see to that themselves).
 */
function useShownFilters(
  form: React.RefObject<HTMLFormElement | null>,
  filters: BrowseFilters,
  apply: () => void,
) {
  const first = useRef<{ apply: () => void } | null>({ apply });
  useEffect(() => {
    const chosen: Record<string, unknown> = filters;
    const fields = [...(form.current?.elements ?? [])];
    const pressed = fields.filter((field) => field instanceof HTMLInputElement);
    if (first.current) {
      if (pressed.some(({ name, checked }) => checked !== (chosen[name] !== undefined)))
        first.current.apply();
      first.current = null;
      return;
    }
    for (const field of pressed) field.checked = chosen[field.name] !== undefined;
    for (const field of fields)
      if (field instanceof HTMLSelectElement) field.value = String(chosen[field.name] ?? "");
  }, [form, filters]);
}
