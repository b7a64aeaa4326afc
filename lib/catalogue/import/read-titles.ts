import { z } from "zod";
import { cleanLine, toSlug } from "@/lib/catalogue/import/clean-text";
import {
  catalogueSchema,
  type ImportedCategory,
  type ImportedPerson,
  type ImportedTitle,
  listedTitleSchema,
  titleSchema,
} from "@/lib/catalogue/import/format";

export type ReadyTitle = ImportedTitle & { slug: string };
export type Problem = { row: number; title: string; reason: string };
export type ReadCatalogue = {
  categories: ImportedCategory[];
  people: ImportedPerson[];
  titles: ReadyTitle[];
  problems: Problem[];
};

/** Keeps slugs apart over all files of one import, in the order of the rows, so that a second run finds the same. */
export type UsedSlugs = Map<string, number>;

/** The titles of one file; what cannot be read is a problem of its row and does not stop the others. */
export function readTitles(json: unknown, used: UsedSlugs): ReadCatalogue {
  if (Array.isArray(json)) return { categories: [], people: [], ...readRows(json, used, toListedTitle) };
  const catalogue = catalogueSchema.safeParse(json);
  if (!catalogue.success) throw new Error(explain(catalogue.error));
  const { categories, people, titles } = catalogue.data;
  return { categories, people, ...readRows(titles, used, (row) => titleSchema.parse(row)) };
}

function readRows(rows: unknown[], used: UsedSlugs, read: (row: unknown) => ImportedTitle) {
  const titles: ReadyTitle[] = [];
  const problems: Problem[] = [];
  rows.forEach((row, index) => {
    try {
      titles.push(withSlug(read(row), used));
    } catch (error) {
      const reason = error instanceof z.ZodError ? explain(error) : "cannot be read";
      problems.push({ row: index + 1, title: titleOf(row), reason });
    }
  });
  return { titles, problems };
}

function withSlug(title: ImportedTitle, used: UsedSlugs): ReadyTitle {
  if (title.slug) return { ...title, slug: title.slug };
  const base = [toSlug(title.title), title.year].filter(Boolean).join("-");
  const count = (used.get(base) ?? 0) + 1;
  used.set(base, count);
  return { ...title, slug: count === 1 ? base : `${base}-no-${count}` };
}

function toListedTitle(row: unknown): ImportedTitle {
  const listed = listedTitleSchema.parse(row);
  const description = cleanLine(listed.extract ?? "", 5000);
  return titleSchema.parse({
    title: cleanLine(listed.title, 300),
    year: listed.year,
    description: description || undefined,
    genres: unique(listed.genres.map((genre) => cleanLine(genre, 60))).slice(0, 30),
    credits: unique(listed.cast.map((name) => cleanLine(name, 200)))
      .slice(0, 500)
      .map((person) => ({ person, role: "actor" })),
  });
}

const unique = (values: string[]) => [...new Set(values.filter((value) => /[\p{L}\p{N}]/u.test(value)))];

function titleOf(row: unknown): string {
  const named = z.object({ title: z.string() }).safeParse(row);
  return named.success ? cleanLine(named.data.title, 80) : "";
}

function explain(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "it"}: ${issue.message}`).join("; ");
}
