import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Title } from "@/lib/catalogue/schema";

const LINK = "underline decoration-line-strong underline-offset-4 hover:decoration-accent";

/** What the header of the page shows whole; a longer description goes on here. */
const SHOWN_ABOVE = 330;

/** Plot and the facts that librarians like. */
export function TitleDetails({ title }: { title: Title }) {
  const t = useTranslations("catalogue.about");
  const collections = useTranslations("catalogue.collections");
  const names = useNames();
  const isLong = (title.description?.length ?? 0) > SHOWN_ABOVE;
  const text = title.plot ?? (isLong ? title.description : null) ?? (title.description ? null : t("noPlot"));
  const rows: [string, ReactNode][] = [
    [
      t("genres"),
      title.genreFilters.map(({ name, label }) => ({
        href: `/browse?genre=${encodeURIComponent(name)}`,
        label,
      })),
    ],
    [
      t("category"),
      title.category && [{ href: `/category/${title.category.slug}`, label: title.category.name }],
    ],
  ].map(([label, links]) => [label as string, linked(links as { href: string; label: string }[] | null)]);
  if (title.language) rows.push([t("language"), names("language", title.language)]);
  if (title.countries.length > 0)
    rows.push([t("countries"), title.countries.map((country) => names("region", country)).join(", ")]);
  if (title.subtitleLanguages.length > 0)
    rows.push([t("subtitles"), title.subtitleLanguages.map((code) => names("language", code)).join(", ")]);
  if (title.audioLanguages.length > 0)
    rows.push([t("audio"), title.audioLanguages.map((code) => names("language", code)).join(", ")]);
  if (title.collections.length > 0)
    rows.push([
      collections("partOf"),
      linked(title.collections.map(({ slug, title: label }) => ({ href: `/collections/${slug}`, label }))),
    ]);
  return (
    <section
      aria-labelledby="about"
      className="gutter stack gap-8 lg:grid-cols-[minmax(0,48rem)_minmax(18rem,26rem)] lg:gap-x-20"
    >
      <div>
        <h2 id="about" className="text-heading">
          {t("title")}
        </h2>
        {text && <p className="mt-3 text-ink-soft">{text}</p>}
      </div>
      <dl className="grid content-start gap-3 text-base">
        {rows.map(([label, value]) =>
          value ? (
            <div key={label} className="grid grid-cols-[8rem_1fr] gap-3">
              <dt className="text-ink-faint">{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}

function linked(links: { href: string; label: string }[] | null): ReactNode {
  if (!links || links.length === 0) return null;
  return links.map(({ href, label }, index) => (
    <span key={href}>
      {index > 0 && ", "}
      <Link href={href} prefetch={false} className={LINK}>
        {label}
      </Link>
    </span>
  ));
}

/** Names of languages and countries in the viewer's language; a code that nobody knows stays a code. */
function useNames() {
  const locale = useLocale();
  return (type: "language" | "region", code: string): string => {
    try {
      return new Intl.DisplayNames([locale], { type }).of(code) ?? code;
    } catch {
      return code;
    }
  };
}
