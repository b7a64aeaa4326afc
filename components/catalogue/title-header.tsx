import { Play } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { heroSize } from "@/components/catalogue/hero-size";
import { PlanNotice } from "@/components/catalogue/plan-notice";
import { TitleFacts } from "@/components/catalogue/title-facts";
import { TypographicBackdrop, TypographicPoster } from "@/components/catalogue/typographic-poster";
import { LibraryButtons } from "@/components/library/library-buttons";
import { Artwork } from "@/components/ui/artwork";
import { buttonClass } from "@/components/ui/button";
import type { Title } from "@/lib/catalogue/schema";
import type { TitleState } from "@/lib/library";

type Props = { title: Title; state: TitleState | null };

/** Backdrop, poster, facts and what to do: always dark, like the hero. */
export function TitleHeader({ title, state }: Props) {
  return (
    <header
      data-theme="dark"
      className="relative isolate flex items-end overflow-hidden bg-canvas text-ink md:min-h-[min(70vh,36vw)]"
    >
      {title.backdropPath ? (
        <Artwork
          path={title.backdropPath}
          placeholder={title.backdropPlaceholder}
          alt=""
          sizes="100vw"
          isFirst
        />
      ) : (
        <TypographicBackdrop movie={title} />
      )}
      <span aria-hidden className="absolute inset-0 bg-linear-to-t from-canvas via-black/55 to-black/25" />
      <span
        aria-hidden
        className="absolute inset-0 bg-linear-to-r from-black/75 to-transparent rtl:bg-linear-to-l"
      />
      <div className="gutter relative stack w-full items-end gap-8 pt-28 pb-10 md:grid-cols-[clamp(11rem,17vw,17rem)_minmax(0,1fr)] md:pt-40">
        <div className="relative hidden aspect-2/3 overflow-hidden rounded-card shadow-raised ring-1 ring-white/15 md:block">
          {title.posterPath ? (
            <Artwork
              path={title.posterPath}
              placeholder={title.posterPlaceholder}
              alt=""
              sizes="17vw"
              widest={828}
            />
          ) : (
            <TypographicPoster movie={title} />
          )}
        </div>
        <div className="max-w-3xl">
          <h1 className={`${heroSize(title.title)} text-white text-balance`}>{title.title}</h1>
          {title.originalTitle && title.originalTitle !== title.title && (
            <p className="mt-2 text-white/70">{title.originalTitle}</p>
          )}
          <TitleFacts movie={title} seasonCount={title.seasons.length} className="mt-5 text-white/85" />
          {title.tagline && <p className="mt-5 font-display text-xl text-white/90">{title.tagline}</p>}
          {title.description && (
            <p className="mt-3 line-clamp-5 max-w-2xl text-white/85">{title.description}</p>
          )}
          <TitleActions title={title} state={state} />
          <PlanNotice plan={title.neededPlan} />
        </div>
      </div>
    </header>
  );
}

function TitleActions({ title, state }: Props) {
  const t = useTranslations("catalogue");
  const resume = state?.resume;
  const episode = title.seasons
    .flatMap(({ episodes }) => episodes)
    .find(({ id }) => id === resume?.episodeId);
  const label = episode
    ? t("playEpisode", { season: episode.season, number: episode.number })
    : resume
      ? t("resume")
      : t("play");
  return (
    <div className="mt-7 flex flex-wrap items-center gap-3">
      {title.isPlayable ? (
        <Link href={`/watch/${title.slug}`} prefetch={false} className={buttonClass({ size: "large" })}>
          <Play aria-hidden fill="currentColor" />
          {label}
        </Link>
      ) : (
        <p className="rounded-full bg-white/12 px-5 py-3 text-[0.9375rem] text-white/90">
          {t("notPlayable")}
        </p>
      )}
      <LibraryButtons movieId={title.id} state={state} />
    </div>
  );
}
