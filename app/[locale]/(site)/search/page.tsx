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
import { listGenres } from "@/lib/catalogue/queries";
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
  const [t, tHome, ctx] = await Promise.all([
    getTranslations("catalogue.search"),
    getTranslations("catalogue.home"),
    getContext(),
  ]);
  const results = await searchCatalogue(ctx, q);
  const { titles, people, episodes, genres } = results;
  const isAnswered = titles.length + people.length + episodes.length + genres.length > 0;
  return (
    <>
      <div className="gutter stack gap-8 pt-8">
        <h1 className="text-title">{q ? t("titleFor", { query: q }) : t("title")}</h1>
        <SearchBox key={q} viewerId={ctx.viewer.profileId} className="md:hidden" initial={q} />
        {isAnswered && <SearchResults query={q} results={results} isWhole={titles.length < RESULTS.titles} />}
        {q && !isAnswered && <NothingFound query={q} />}
      </div>
      {!isAnswered && (
        <div className="stack gap-6 pt-6">
          <TitleRail title={tHome("trending")} movies={results.popular} href="/browse?sort=popular" />
          <div className="gutter">
            <GenreLinks genres={await listGenres(ctx)} label={t("genres")} />
          </div>
        </div>
      )}
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
