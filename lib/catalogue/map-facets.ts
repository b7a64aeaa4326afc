import type { z } from "zod";
import { ACCESS_LEVELS, FEATURES, LENGTHS, MOVIE_TYPES } from "@/lib/catalogue/choices";
import { categoryText, genreLabel } from "@/lib/catalogue/genre-label";
import type { facetsRow } from "@/lib/catalogue/rows";
import type { BrowseFilters, Choice, Facets } from "@/lib/catalogue/schema";
import type { Locale } from "@/lib/i18n/config";
import { MESSAGES } from "@/lib/i18n/messages";
import { translate } from "@/lib/i18n/translate";

type Row = z.output<typeof facetsRow>;
type Count = Row["counts"]["genres"][number];

/** Everything is named here: browsers and servers know different names, and a page has to agree with itself. */
export function toFacets({ total, counts, categories }: Row, locale: Locale, years?: string): Facets {
  const words = MESSAGES[locale].catalogue.browse;
  const compare = new Intl.Collator(locale).compare;
  const named = (list: Count[], nameOf: (value: string) => string): Choice[] =>
    list
      .map((choice) => ({ ...choice, label: nameOf(choice.value) }))
      .sort((a, b) => compare(a.label, b.label));
  const inOrder = (list: Count[], values: readonly string[], labels: Record<string, string>): Choice[] =>
    values.flatMap((value) => {
      const known = list.find((choice) => choice.value === value);
      return known ? [{ ...known, label: labels[value] ?? value }] : [];
    });
  return {
    total,
    genres: named(counts.genres, (name) => genreLabel(name, locale)),
    languages: named(counts.languages, displayNames(locale, "language")),
    countries: named(counts.countries, displayNames(locale, "region")),
    years: toYears(counts.years, locale, years),
    types: inOrder(counts.types, MOVIE_TYPES, words.types),
    access: inOrder(counts.access, ACCESS_LEVELS, words.accessLevels),
    lengths: inOrder(counts.lengths, LENGTHS, words.lengths),
    maturity: toMaturity(counts.maturity, locale),
    features: inOrder(counts.features.map(asFilter), FEATURES, words.features),
    categories: categories.map(({ slug, name, description, ...category }) => ({
      ...category,
      value: slug,
      label: genreLabel(name, locale),
      description: categoryText(slug, description, locale),
    })),
  };
}

/** The database names the feature in full, the address in short. */
const asFilter = (choice: Count): Count =>
  choice.value === "audio_description" ? { ...choice, value: "description" } : choice;

const decadeOf = (year: string) => `${year.slice(0, -1)}0s`;

function toYears(counts: Count[], locale: Locale, chosen: string | undefined): Choice[] {
  const newestFirst = counts.toSorted((a, b) => Number(b.value) - Number(a.value));
  const open = chosen && (chosen.endsWith("s") ? chosen : decadeOf(chosen));
  return [...Map.groupBy(newestFirst, ({ value }) => decadeOf(value))].flatMap(([decade, years]) => [
    {
      value: decade,
      label: translate(locale, "catalogue.browse.decade", { decade: decade.slice(0, -1) }),
      count: years.reduce((sum, { count }) => sum + count, 0),
    },
    // Indented in a list that knows no levels.
    ...(decade === open ? years.map((year) => ({ ...year, label: `\u2003${year.value}` })) : []),
  ]);
}

/** Each counts what the ones below it hold too; the highest, which leaves everything, is no filter. */
function toMaturity(counts: Count[], locale: Locale): Choice[] {
  return counts
    .toSorted((a, b) => Number(a.value) - Number(b.value))
    .slice(0, -1)
    .map((choice) => ({
      ...choice,
      label:
        choice.value === "0"
          ? translate(locale, "catalogue.browse.everyone")
          : translate(locale, "catalogue.browse.upTo", { age: choice.value }),
    }));
}

/** A code that nobody knows stays a code. */
function displayNames(locale: Locale, type: "language" | "region"): (code: string) => string {
  const names = new Intl.DisplayNames([locale], { type });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}

/** The filters as the functions of the database take them. */
export function toSqlFilters({
  years,
  sort: _sort,
  watchable,
  subtitles,
  sdh,
  description,
  ...plain
}: BrowseFilters): Record<string, unknown> {
  const from = years ? Number.parseInt(years, 10) : undefined;
  const features = [subtitles && "subtitles", sdh && "sdh", description && "audio_description"].filter(
    Boolean,
  );
  return {
    ...plain,
    ...(from && { yearFrom: from, yearTo: years?.endsWith("s") ? from + 9 : from }),
    ...(features.length > 0 && { features }),
    ...(watchable && { watchable: true }),
  };
}
