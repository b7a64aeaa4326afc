import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PersonChip } from "@/components/catalogue/person-chip";
import { FoundEpisodes } from "@/components/catalogue/search/found-episodes";
import { FoundTitles } from "@/components/catalogue/search/found-titles";
import { GenreLinks } from "@/components/catalogue/search/genre-links";
import { searchPath } from "@/lib/catalogue/browse-path";
import { plain } from "@/lib/catalogue/search/match-genres";
import type { SearchResults as Results } from "@/lib/catalogue/search/results";

type Props = { query: string; results: Results; isWhole: boolean };

/** What was found, by kind; people and episodes come first where one of their names was typed. */
export function SearchResults({ query, results, isWhole }: Props) {
  const t = useTranslations("catalogue.search");
  const { titles, people, episodes, genres, meant } = results;
  const isNamed = (names: string[]) => names.some((name) => plain(name).includes(plain(query)));
  const isPerson = isNamed(people.map(({ name }) => name));
  const isEpisode = isNamed(episodes.map(({ title }) => title));
  const persons = people.length > 0 && (
    <Section id="people" title={t("people")}>
      <div className="flex flex-wrap gap-3">
        {people.map((person) => (
          <PersonChip key={person.slug} person={person} />
        ))}
      </div>
    </Section>
  );
  const parts = episodes.length > 0 && (
    <Section id="episodes" title={t("episodes")}>
      <FoundEpisodes episodes={episodes} />
    </Section>
  );
  return (
    <>
      {meant && (
        <p className="-mt-4 text-ink-soft">
          {t("nearly")}{" "}
          {t.rich("meant", {
            name: meant,
            link: (name) => (
              <Link
                href={searchPath(meant)}
                className="font-semibold text-ink underline decoration-accent underline-offset-4"
              >
                {name}
              </Link>
            ),
          })}
        </p>
      )}
      {genres.length > 0 && <GenreLinks genres={genres} label={t("genres")} />}
      {isPerson && persons}
      {isEpisode && parts}
      {titles.length > 0 && (
        <Section id="titles" title={t("titles")}>
          <FoundTitles key={query} query={query} titles={titles} isWhole={isWhole} />
        </Section>
      )}
      {!isPerson && persons}
      {!isEpisode && parts}
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="stack gap-4">
      <h2 id={id} className="text-heading">
        {title}
      </h2>
      {children}
    </section>
  );
}
