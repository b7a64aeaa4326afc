"use client";

import { ArrowRight, Clock, SpellCheck, Tag, Trash2, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PosterPicture } from "@/components/catalogue/poster-picture";
import type { SearchOption } from "@/components/catalogue/search/options";
import { Avatar } from "@/components/ui/avatar";
import { plain } from "@/lib/catalogue/search/match-genres";

type Props = {
  id: string;
  option: SearchOption;
  asked: string;
  isActive: boolean;
  onChoose: () => void;
  onRemove: () => void;
};

const LOOK = "flex min-h-11 items-center gap-3 rounded-control px-2 py-1.5 text-start text-base";

export function OptionRow({ id, option, asked, isActive, onChoose, onRemove }: Props) {
  const t = useTranslations("catalogue.suggestions");
  const look = `${LOOK} w-full ${isActive ? "bg-accent text-on-accent" : "hover:bg-surface"}`;
  const common = { id, role: "option", "aria-selected": isActive, tabIndex: -1, className: look };
  const words = (
    <>
      <OptionPicture option={option} />
      <span className="grid min-w-0 flex-1 leading-tight">
        <span className="truncate font-semibold">
          <OptionLabel option={option} asked={asked} />
        </span>
        <OptionFacts option={option} isActive={isActive} />
      </span>
    </>
  );
  if (option.kind === "forget") {
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the field that holds the focus takes the keys
      // biome-ignore lint/a11y/useFocusableInteractive: an option is marked, never focused
      <div {...common} role="option" onClick={onChoose}>
        {words}
      </div>
    );
  }
  return (
    <Link {...common} prefetch={false} href={option.href} onClick={onChoose}>
      {words}
      {option.kind === "all" && <ArrowRight aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />}
      {option.kind === "recent" && (
        <>
          <span className="sr-only">{t("forgetHint")}</span>
          <span
            aria-hidden
            title={t("forget", { query: option.label })}
            data-forget
            onClick={(event) => {
              event.preventDefault();
              event.stopPropagation();
              onRemove();
            }}
            className="-my-1 grid size-(--target-small) shrink-0 cursor-pointer place-items-center rounded-full opacity-70 hover:bg-sunken hover:opacity-100"
          >
            <X className="size-4" />
          </span>
        </>
      )}
    </Link>
  );
}

function OptionLabel({ option, asked }: { option: SearchOption; asked: string }) {
  const t = useTranslations("catalogue.suggestions");
  if (option.kind === "all") return t("all", { query: option.label });
  if (option.kind === "meant")
    return t.rich("meant", {
      name: option.label,
      em: (chunks) => <em className="font-semibold">{chunks}</em>,
    });
  return <Marked text={option.label} asked={option.kind === "recent" ? "" : asked} />;
}

/** What was typed stands out less than what it leads to. */
function Marked({ text, asked }: { text: string; asked: string }): ReactNode {
  const wanted = plain(asked);
  const known = plain(text);
  const at = wanted && known.length === text.length ? known.indexOf(wanted) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <span className="font-normal">{text.slice(at, at + wanted.length)}</span>
      {text.slice(at + wanted.length)}
    </>
  );
}

function OptionFacts({ option, isActive }: Pick<Props, "option" | "isActive">) {
  const t = useTranslations("catalogue");
  const facts = factsOf(option);
  return facts ? (
    <span className={`truncate text-sm ${isActive ? "" : "text-ink-soft"}`}>{facts}</span>
  ) : null;

  function factsOf(shown: SearchOption): string | null {
    if (shown.kind === "title") {
      const { year, type, genres } = shown.movie;
      return [year, type === "series" ? t("series") : null, genres[0]].filter(Boolean).join(" · ");
    }
    if (shown.kind === "episode") return t("suggestions.episodeOf", { series: shown.series, ...shown.place });
    return null;
  }
}

function OptionPicture({ option }: { option: SearchOption }) {
  const icon = "mx-2.5 size-4 shrink-0 opacity-75";
  if (option.kind === "title")
    return <PosterPicture movie={option.movie} sizes="2.25rem" widest={96} className="w-9 rounded" />;
  if (option.kind === "person") return <Avatar name={option.label} size={36} />;
  if (option.kind === "episode") {
    const { season, number } = option.place;
    return (
      <span
        aria-hidden
        className="grid h-9 w-12 shrink-0 place-items-center rounded bg-sunken text-xs font-semibold text-ink-soft tabular-nums"
      >
        {season}×{String(number).padStart(2, "0")}
      </span>
    );
  }
  if (option.kind === "genre") return <Tag aria-hidden className={icon} />;
  if (option.kind === "recent") return <Clock aria-hidden className={icon} />;
  if (option.kind === "forget") return <Trash2 aria-hidden className={icon} />;
  if (option.kind === "meant") return <SpellCheck aria-hidden className={icon} />;
  return null;
}
