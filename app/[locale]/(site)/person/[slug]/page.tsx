import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { TitleCard } from "@/components/catalogue/title-card";
import { TitleGrid } from "@/components/catalogue/title-grid";
import { Avatar } from "@/components/ui/avatar";
import { EmptyState } from "@/components/ui/state";
import { getPerson } from "@/lib/catalogue/queries";
import { slugParams } from "@/lib/catalogue/schema";
import { getContext } from "@/lib/platform/auth/page";
import { orNotFound } from "@/lib/platform/not-found";

type Props = { params: Promise<{ slug: string }> };

const loadPerson = cache(async (slug: string) => {
  if (!slugParams.safeParse({ slug }).success) notFound();
  return orNotFound(async () => getPerson(await getContext(), slug));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await loadPerson((await params).slug);
  return { title: person.name, ...(person.biography && { description: person.biography.slice(0, 160) }) };
}

export default async function PersonPage({ params }: Props) {
  const [person, t] = await Promise.all([
    loadPerson((await params).slug),
    getTranslations("catalogue.person"),
  ]);
  return (
    <div className="gutter stack gap-10 pt-10">
      <header className="flex flex-wrap items-center gap-6">
        <Avatar name={person.name} size={96} />
        <div className="max-w-2xl">
          <h1 className="text-title">{person.name}</h1>
          {person.biography && <p className="mt-2 text-ink-soft">{person.biography}</p>}
        </div>
      </header>
      <section aria-labelledby="known-for" className="stack gap-4">
        <h2 id="known-for" className="text-heading">
          {t("titles")}
        </h2>
        {person.titles.length === 0 && <EmptyState title={t("emptyTitle")} text={t("emptyText")} />}
        <TitleGrid>
          {person.titles.map((movie) => (
            <li key={movie.id}>
              <TitleCard
                movie={movie}
                isInGrid
                subtitle={[
                  movie.year,
                  movie.characters.join(", ") || movie.roles.map((role) => t(`roles.${role}`)).join(", "),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              />
            </li>
          ))}
        </TitleGrid>
      </section>
    </div>
  );
}
