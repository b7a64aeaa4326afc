import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TitleRail } from "@/components/catalogue/title-rail";
import { LibraryNav } from "@/components/library/library-nav";
import { ListView } from "@/components/library/list-view";
import { PageHeading } from "@/components/library/page-heading";
import type { ListedTitle } from "@/lib/catalogue";
import type { ListFilters, ListName } from "@/lib/library/filters";
import type { ListPage } from "@/lib/library/schema";

type Props = { list: ListName; filters: ListFilters; firstPage: ListPage; ideas: ListedTitle[] };

/** One of a viewer's lists as a page; while it is empty with ideas of what could be on it. */
export async function LibraryListPage({ list, filters, firstPage, ideas }: Props) {
  const t = await getTranslations("library.pages");
  return (
    <LibraryPage>
      <PageHeading title={t(`${list}Title`)} text={t(`text.${list}`)} />
      <ListView key={JSON.stringify(filters)} list={list} filters={filters} firstPage={firstPage} />
      <Ideas movies={ideas} />
    </LibraryPage>
  );
}

/** What others are watching, for whoever has nothing here yet. */
export async function Ideas({ movies }: { movies: ListedTitle[] }) {
  const t = await getTranslations("library.pages");
  if (movies.length === 0) return null;
  return (
    <div className="-mx-(--gutter)">
      <TitleRail title={t("ideas")} movies={movies} href="/browse?sort=popular" />
    </div>
  );
}

export function LibraryPage({ children }: { children: ReactNode }) {
  return (
    <div className="gutter stack gap-7 pt-4">
      <LibraryNav />
      {children}
    </div>
  );
}
