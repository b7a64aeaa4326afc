import { useTranslations } from "next-intl";
import { Artwork } from "@/components/ui/artwork";
import type { CreditRole, Person } from "@/lib/catalogue/schema";

type Props = { person: Person; roles: { role: CreditRole }[] };

/** A portrait, or the initials set large in the colours of the house. */
export function PersonHeader({ person, roles }: Props) {
  const t = useTranslations("catalogue.person");
  return (
    <header className="grid grid-cols-[clamp(6rem,16vw,15rem)_minmax(0,1fr)] items-end gap-x-5 gap-y-6 sm:gap-x-10">
      <div className="relative aspect-4/5 overflow-hidden rounded-panel bg-raised ring-1 ring-line">
        {person.photoPath ? (
          <Artwork
            path={person.photoPath}
            placeholder={person.photoPlaceholder}
            alt=""
            sizes="(min-width: 40rem) 16vw, 6rem"
            widest={640}
            isFirst
          />
        ) : (
          <span
            aria-hidden
            className="@container absolute inset-0 grid place-items-center bg-linear-to-br from-raised to-sunken"
          >
            <span className="absolute -inset-e-[30%] top-[8%] size-[90%] rounded-full border-[6cqi] border-accent/15" />
            <span className="font-display text-[44cqi] leading-none font-bold text-accent-ink/80">
              {initialsOf(person.name)}
            </span>
          </span>
        )}
      </div>
      <div className="max-w-3xl">
        <p className="text-ink-faint">{roles.map(({ role }) => t(`roles.${role}`)).join(" · ")}</p>
        <h1 className="mt-1 text-title text-balance">{person.name}</h1>
        {person.biography && <p className="mt-3 text-ink-soft max-sm:hidden">{person.biography}</p>}
      </div>
      {person.biography && <p className="col-span-2 text-ink-soft sm:hidden">{person.biography}</p>}
    </header>
  );
}

/** Of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0] ?? "").join("");
}
