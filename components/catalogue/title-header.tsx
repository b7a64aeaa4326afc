import { useTranslations } from "next-intl";
import { LeavingNotice } from "@/components/catalogue/calendar/leaving-notice";
import { FeatureBadges } from "@/components/catalogue/feature-badges";
import { heroSize } from "@/components/catalogue/hero/hero-size";
import { PlanNotice } from "@/components/catalogue/plan-notice";
import { PlayLink } from "@/components/catalogue/play-link";
import { PosterPicture } from "@/components/catalogue/poster-picture";
import { SurpriseBar } from "@/components/catalogue/surprise-bar";
import { TitleFacts } from "@/components/catalogue/title-facts";
import { TypographicBackdrop } from "@/components/catalogue/typographic-poster";
import { LibraryButtons, Ratings } from "@/components/library/library-buttons";
import { Artwork } from "@/components/ui/artwork";
import type { Title } from "@/lib/catalogue/schema";
import type { TitleState } from "@/lib/library";

type Props = { title: Title; state: TitleState | null };
/** The filters under which the title was drawn by chance, where it was. */
type HeaderProps = Props & { surprise?: string | undefined };

/** Backdrop above, poster and words on the page below it: nothing is written on the picture. */
export function TitleHeader({ title, state, surprise }: HeaderProps) {
  return (
    <header className="under-header relative isolate overflow-hidden">
      <span
        data-artwork
        className="absolute inset-x-0 top-0 -z-10 block h-[min(72vw,52svh)] bleed-down md:h-[clamp(24rem,min(66svh,42vw),60rem)]"
      >
        {title.backdropPath ? (
          <Artwork
            path={title.backdropPath}
            placeholder={title.backdropPlaceholder}
            alt=""
            sizes="100vw"
            isFirst
            className="object-[50%_35%]"
          />
        ) : (
          <TypographicBackdrop movie={title} />
        )}
      </span>
      <div className="gutter stack w-full items-start gap-x-10 gap-y-6 pt-[min(62vw,44svh)] md:grid-cols-[clamp(11rem,16vw,20rem)_minmax(0,1fr)] md:pt-[clamp(13rem,min(38svh,24vw),36rem)]">
        <PosterPicture
          movie={title}
          sizes="16vw"
          widest={828}
          className="carried-poster rounded-card shadow-raised ring-1 ring-line max-md:hidden"
        />
        <div className="md:pt-[clamp(6rem,10vw,13rem)]">
          <h1 className={`${heroSize(title.title)} text-balance`}>{title.title}</h1>
          {title.originalTitle && title.originalTitle !== title.title && (
            <p className="mt-2 text-ink-faint">{title.originalTitle}</p>
          )}
          <TitleFacts movie={title} seasonCount={title.seasons.length} className="mt-4 text-ink-soft" />
          <FeatureBadges features={title.features} className="mt-4" />
          <TitleActions title={title} state={state} />
          {surprise !== undefined && <SurpriseBar movieId={title.id} filters={surprise} />}
          {title.leavesAt && <LeavingNotice at={title.leavesAt} />}
          <PlanNotice plan={title.neededPlan} />
          <Ratings
            movieId={title.id}
            title={title.title}
            everybody={{ averageRating: title.averageRating, ratingCount: title.ratingCount }}
            state={state}
          />
          {title.tagline && <p className="mt-7 max-w-3xl font-display text-xl">{title.tagline}</p>}
          {title.description && (
            <p className="mt-2 line-clamp-5 max-w-3xl text-lg text-ink-soft">{title.description}</p>
          )}
        </div>
      </div>
    </header>
  );
}

function TitleActions({ title, state }: Props) {
  const t = useTranslations("catalogue");
  const episodes = title.seasons
    .flatMap((season) => season.episodes)
    .map(({ id, season, number }) => ({ id, season, number }));
  return (
    <div data-first-focus className="mt-7 flex flex-wrap items-center gap-3">
      {title.isPlayable ? (
        <PlayLink movieId={title.id} slug={title.slug} episodes={episodes} state={state} />
      ) : (
        <p className="rounded-full border border-line bg-raised px-5 py-3 text-ink-soft">
          {t("notPlayable")}
        </p>
      )}
      <LibraryButtons movieId={title.id} title={title.title} type={title.type} state={state} />
    </div>
  );
}
