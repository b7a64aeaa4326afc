import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { FilmographyChoices } from "@/components/catalogue/person/filmography-choices";
import { FewParts, FilmographyList } from "@/components/catalogue/person/filmography-list";
import { PersonHeader } from "@/components/catalogue/person/person-header";
import { TitleRail } from "@/components/catalogue/title-rail";
import { EmptyState } from "@/components/ui/state";
import { filmography, filmographyQuery, knownFor, rolesOf } from "@/lib/catalogue/filmography";
import { LINK_IMAGE_SIZE, linkImagePath } from "@/lib/catalogue/link-image/path";
import { getPerson } from "@/lib/catalogue/queries";
import { slugParams } from "@/lib/catalogue/schema";
import { personData } from "@/lib/catalogue/structured-data";
import { getContext } from "@/lib/platform/auth/page";
import { orNotFound } from "@/lib/platform/not-found";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const FEW = 4;

const loadPerson = cache(async (slug: string) => {
  if (!slugParams.safeParse({ slug }).success) notFound();
  return orNotFound(async () => getPerson(await getContext(), slug));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await loadPerson((await params).slug);
  const titles = knownFor(person.titles).map(({ title }) => title);
  const description = person.biography?.slice(0, 160) ?? (titles.length > 0 ? titles.join(", ") : null);
  return {
    title: person.name,
    description,
    alternates: { canonical: `/person/${person.slug}` },
    openGraph: {
      type: "profile",
      title: person.name,
      ...(description && { description }),
      images: [
        {
          url: linkImagePath("person", person, (await getContext()).viewer.locale),
          alt: person.name,
          ...LINK_IMAGE_SIZE,
        },
      ],
    },
    twitter: { card: "summary_large_image" },
  };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const [person, t] = await Promise.all([
    loadPerson((await params).slug),
    getTranslations("catalogue.person"),
  ]);
  const chosen = filmographyQuery.parse(await searchParams);
  const { titles } = person;
  const roles = rolesOf(titles);
  return (
    <div className="stack gap-8 pt-10">
      <script type="application/ld+json">{personData(person)}</script>
      <div className="gutter">
        <PersonHeader person={person} roles={roles} />
      </div>
      {titles.length > FEW && <TitleRail title={t("knownFor")} movies={knownFor(titles)} />}
      <section aria-labelledby="filmography" className="gutter stack gap-4">
        <h2 id="filmography" className="text-heading">
          {t("filmography")}
        </h2>
        {titles.length === 0 && <EmptyState title={t("emptyTitle")} text={t("emptyText")} />}
        {titles.length > 0 && titles.length <= FEW && <FewParts parts={titles} />}
        {titles.length > FEW && (
          <>
            <FilmographyChoices slug={person.slug} total={titles.length} roles={roles} chosen={chosen} />
            <FilmographyList
              groups={filmography(titles, chosen)}
              hasYears={chosen.sort === "newest" || chosen.sort === "oldest"}
            />
          </>
        )}
      </section>
    </div>
  );
}
