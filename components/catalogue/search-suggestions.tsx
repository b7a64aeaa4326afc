"use client";

import { ArrowRight, Tag } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { SearchOption } from "@/components/catalogue/search-options";
import { TypographicPoster } from "@/components/catalogue/typographic-poster";
import { Artwork } from "@/components/ui/artwork";
import { Avatar } from "@/components/ui/avatar";

type Props = {
  id: string;
  options: SearchOption[];
  active: number;
  onChoose: () => void;
};

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** The list under the search field. Options are links, so that a new tab is a middle click away. */
export function SearchSuggestions({ id, options, active, onChoose }: Props) {
  const t = useTranslations("catalogue.suggestions");
  useEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("label")}
      // Pressing the mouse must not take the focus out of the field, which would close the list before the click.
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 top-full z-50 mt-2 max-h-[min(70dvh,34rem)] animate-appear overflow-y-auto rounded-panel border border-line bg-raised p-1.5 shadow-raised md:inset-x-auto md:inset-e-0 md:w-96"
    >
      {options.map((option, index) => (
        <Link
          key={option.key}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          prefetch={false}
          href={option.href}
          onClick={onChoose}
          className={`flex min-h-12 items-center gap-3 rounded-control px-2 py-1.5 text-base ${index === active ? "bg-accent text-on-accent" : "hover:bg-surface"}`}
        >
          <OptionContent option={option} />
        </Link>
      ))}
    </div>
  );
}

function OptionContent({ option }: { option: SearchOption }) {
  const t = useTranslations("catalogue");
  const { kind, label, movie } = option;
  if (kind === "all") {
    return (
      <>
        <span className="min-w-0 flex-1 truncate ps-1 font-medium">
          {t("suggestions.all", { query: label })}
        </span>
        <ArrowRight aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />
      </>
    );
  }
  const facts =
    movie && [movie.year, movie.type === "series" ? t("series") : null].filter(Boolean).join(" · ");
  return (
    <>
      {movie && (
        <span className="relative block aspect-2/3 w-9 shrink-0 overflow-hidden rounded">
          {movie.posterPath ? (
            <Artwork
              path={movie.posterPath}
              placeholder={movie.posterPlaceholder}
              alt=""
              sizes="2.25rem"
              widest={96}
            />
          ) : (
            <TypographicPoster movie={movie} />
          )}
        </span>
      )}
      {kind === "person" && <Avatar name={label} size={36} />}
      {kind === "genre" && <Tag aria-hidden className="mx-2.5 size-4 shrink-0" />}
      <span className="grid min-w-0 flex-1 leading-tight">
        <span className="truncate font-medium">{label}</span>
        <span className="truncate text-sm opacity-70">
          {facts ?? t(`suggestions.${kind === "person" ? "person" : "genre"}`)}
        </span>
      </span>
    </>
  );
}
