import { useTranslations } from "next-intl";
import { PersonChip } from "@/components/catalogue/person-chip";
import type { Credit } from "@/lib/catalogue/schema";

const MOST = 24;

/** Everybody once, with all that they did. */
export function CastList({ credits }: { credits: Credit[] }) {
  const t = useTranslations("catalogue");
  const people = [...Map.groupBy(credits, ({ slug }) => slug).values()].slice(0, MOST);
  return (
    <section aria-labelledby="cast" className="gutter stack gap-4">
      <h2 id="cast" className="text-heading">
        {t("cast")}
      </h2>
      <ul className="flex flex-wrap gap-3">
        {people.map(([first, ...others]) => {
          if (!first) return null;
          const parts = [first, ...others].map(
            ({ character, role }) => character ?? t(`person.roles.${role}`),
          );
          return (
            <li key={first.slug} className="max-w-full">
              <PersonChip person={first} detail={[...new Set(parts)].join(", ")} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
