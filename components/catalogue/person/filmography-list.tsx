import Link from "next/link";
import { useTranslations } from "next-intl";
import { PosterPicture } from "@/components/catalogue/poster-picture";
import { TitleCard } from "@/components/catalogue/title-card";
import { TitleGrid } from "@/components/catalogue/title-grid";
import type { Part } from "@/lib/catalogue/schema";

type Props = { groups: { year: number | null; parts: Part[] }[]; hasYears: boolean };

/** One row a title: the year once, then what they did in it. */
export function FilmographyList({ groups, hasYears }: Props) {
  const t = useTranslations("catalogue.person");
  return (
    <ol className="stack gap-0">
      {groups.map(({ year, parts }) => (
        <li
          key={year ?? "none"}
          className="grid gap-x-8 border-t border-line py-3 first:border-t-0 sm:grid-cols-[5rem_minmax(0,1fr)]"
        >
          {hasYears && (
            <h3 className="pt-3 font-display text-lg text-ink-faint tabular-nums">{year ?? t("noYear")}</h3>
          )}
          <ul className={hasYears ? "" : "sm:col-span-2"}>
            {parts.map((part) => (
              <li key={part.id}>
                <PartRow part={part} showsYear={!hasYears} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function PartRow({ part, showsYear }: { part: Part; showsYear: boolean }) {
  const deeds = useDeeds()(part);
  return (
    <Link
      href={`/title/${part.slug}`}
      prefetch={false}
      className="-mx-2 flex items-center gap-4 rounded-panel p-2 hover:bg-surface"
    >
      <PosterPicture movie={part} sizes="3.5rem" widest={160} className="w-14 rounded" />
      <span className="grid min-w-0 leading-snug">
        <span className="font-medium">{part.title}</span>
        <span className="text-sm text-ink-faint">
          {[showsYear ? part.year : null, deeds].filter(Boolean).join(" · ")}
        </span>
      </span>
    </Link>
  );
}

/** Whom they played, else what they did. */
function useDeeds(): (part: Part) => string {
  const t = useTranslations("catalogue.person");
  return ({ characters, roles }) =>
    characters.join(", ") || roles.map((role) => t(`roles.${role}`)).join(", ");
}

/** A handful is not sorted and sieved: their posters say it all. */
export function FewParts({ parts }: { parts: Part[] }) {
  const deeds = useDeeds();
  return (
    <TitleGrid>
      {parts.map((part) => (
        <li key={part.id}>
          <TitleCard movie={part} isInGrid subtitle={[part.year, deeds(part)].filter(Boolean).join(" · ")} />
        </li>
      ))}
    </TitleGrid>
  );
}
