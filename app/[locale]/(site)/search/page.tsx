import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { GenreLinks } from "@/components/catalogue/search/genre-links";
import { SearchBox } from "@/components/catalogue/search/search-box";
import { SearchResults } from "@/components/catalogue/search/search-results";
import { TitleRail } from "@/components/catalogue/title-rail";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";
import { getFacets, getHome } from "@/lib/catalogue/queries";
import { searchQuery } from "@/lib/catalogue/schema";
import { RESULTS, searchCatalogue } from "@/lib/catalogue/search/queries";
import { getContext } from "@/lib/platform/auth/page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("catalogue.search");
  const { q } = searchQuery.catch({ q: "" }).parse(await searchParams);
  return {
    title: q ? t("titleFor", { query: q }) : t("title"),
    alternates: { canonical: "/search" },
    robots: { index: false },
  };
}

export default async function SearchPage({ searchParams }: Props) {
  const { q } = searchQuery.catch({ q: "" }).parse(await searchParams);
  const [t, ctx] = await Promise.all([getTranslations("catalogue.search"), getContext()]);
  const results = q ? await searchCatalogue(ctx, q) : null;
  const isFound = results && results.titles.length + results.people.length + results.episodes.length > 0;
  const isAnswered = isFound || (results && results.genres.length > 0);
  return (
    <>
      <div className="gutter stack gap-8 pt-8">
        <h1 className="text-title">{q ? t("titleFor", { query: q }) : t("title")}</h1>
        <SearchBox key={q} viewerId={ctx.viewer.profileId} className="md:hidden" initial={q} />
        {isAnswered && (
          <SearchResults query={q} results={results} isWhole={results.titles.length < RESULTS.titles} />
        )}
        {results && !isAnswered && <NothingFound query={q} />}
        {!isAnswered && <Genres />}
      </div>
      {!results && <Popular />}
    </>
  );
}

async function NothingFound({ query }: { query: string }) {
  const t = await getTranslations("catalogue.search");
  return (
    <EmptyState icon={<SearchX aria-hidden />} title={t("emptyTitle", { query })} text={t("emptyText")}>
      <Link href="/browse" className={buttonClass({ variant: "secondary" })}>
        {t("browse")}
      </Link>
    </EmptyState>
  );
}

/** What many watch. */
async function Popular() {
  const [t, home] = await Promise.all([getTranslations("catalogue.home"), getContext().then(getHome)]);
  return (
    <div className="pt-6">
      <TitleRail title={t("trending")} movies={home.trending} href="/browse?sort=popular" />
    </div>
  );
}

/** The genres that there are. */
async function Genres() {
  const [t, facets] = await Promise.all([getTranslations("catalogue.search"), getContext().then(getFacets)]);
  const genres = facets.genres.map(({ value, label }) => ({ name: value, label }));
  return <GenreLinks genres={genres} label={t("genres")} />;
}
