import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PersonChip } from "@/components/catalogue/person-chip";
import { TitleCard } from "@/components/catalogue/title-card";
import { TitleGrid } from "@/components/catalogue/title-grid";
import { TitleRail } from "@/components/catalogue/title-rail";
import { SearchBox } from "@/components/platform/search-box";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/state";
import { getFacets, getHome, searchCatalogue } from "@/lib/catalogue/queries";
import { type Genre, type SearchResults, searchQuery } from "@/lib/catalogue/schema";
import { getContext } from "@/lib/platform/auth/page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const EAGER = 6;

const CHIP =
  "inline-flex min-h-10 items-center rounded-full border border-line bg-surface px-4 text-base hover:border-line-strong";

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("catalogue.search");
  const { q } = searchQuery.catch({ q: "" }).parse(await searchParams);
  return { title: q ? t("titleFor", { query: q }) : t("title"), robots: { index: false } };
}

export default async function SearchPage({ searchParams }: Props) {
  const { q } = searchQuery.catch({ q: "" }).parse(await searchParams);
  const t = await getTranslations("catalogue.search");
  return (
    <>
      <div className="gutter stack gap-8 pt-8">
        <h1 className="text-title">{q ? t("titleFor", { query: q }) : t("title")}</h1>
        <SearchBox key={q} className="md:hidden" initial={q} />
        {q ? <Results query={q} /> : <Genres />}
      </div>
      {!q && <Popular />}
    </>
  );
}

async function Results({ query }: { query: string }) {
  const [t, results] = await Promise.all([
    getTranslations("catalogue.search"),
    getContext().then((ctx) => searchCatalogue(ctx, query)),
  ]);
  const { titles, people, genres } = results;
  if (titles.length + people.length + genres.length === 0) {
    return (
      <>
        <EmptyState icon={<SearchX aria-hidden />} title={t("emptyTitle", { query })} text={t("emptyText")}>
          <Link href="/browse" className={buttonClass({ variant: "secondary" })}>
            {t("browse")}
          </Link>
        </EmptyState>
        <Genres />
      </>
    );
  }
  // People come first where one of their names was typed.
  const isName = people.some(({ name }) => plain(name).includes(plain(query)));
  return (
    <>
      {genres.length > 0 && <GenreLinks genres={genres} label={t("genres")} />}
      {isName && <People people={people} />}
      {titles.length > 0 && (
        <section aria-labelledby="titles" className="stack gap-4">
          <h2 id="titles" className="text-heading">
            {t("titles")}
          </h2>
          <TitleGrid>
            {titles.map((movie, index) => (
              <li key={movie.id}>
                <TitleCard movie={movie} isInGrid isFirst={index < EAGER} />
              </li>
            ))}
          </TitleGrid>
        </section>
      )}
      {people.length > 0 && !isName && <People people={people} />}
    </>
  );
}

async function People({ people }: Pick<SearchResults, "people">) {
  const t = await getTranslations("catalogue.search");
  return (
    <section aria-labelledby="people" className="stack gap-4">
      <h2 id="people" className="text-heading">
        {t("people")}
      </h2>
      <div className="flex flex-wrap gap-3">
        {people.map((person) => (
          <PersonChip key={person.slug} person={person} />
        ))}
      </div>
    </section>
  );
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** And what many watch. */
async function Popular() {
  const [t, home] = await Promise.all([getTranslations("catalogue.home"), getContext().then(getHome)]);
  return (
    <div className="pt-6">
      <TitleRail title={t("trending")} movies={home.trending} href="/browse?sort=popular" />
    </div>
  );
}

/** Before anything is asked: the genres that there are. */
async function Genres() {
  const [t, facets] = await Promise.all([getTranslations("catalogue.search"), getContext().then(getFacets)]);
  return <GenreLinks genres={facets.genres} label={t("genres")} />;
}

function GenreLinks({ genres, label }: { genres: Genre[]; label: string }) {
  return (
    <section aria-label={label} className="flex flex-wrap gap-2">
      {genres.map(({ name, label: text }) => (
        <Link key={name} href={`/browse?genre=${encodeURIComponent(name)}`} prefetch={false} className={CHIP}>
          {text}
        </Link>
      ))}
    </section>
  );
}
