import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SimilarTitles } from "@/components/catalogue/similar-titles";
import { TitleFacts } from "@/components/catalogue/title-facts";
import { Artwork } from "@/components/ui/artwork";
import type { Episode, Title } from "@/lib/catalogue";
import { PAGE_VIEW, watchPath } from "@/lib/playback/paths";

type Props = { title: Title; episode: Episode | null };

/** Under the film, for whoever wants to look around while it plays: what it is, and the other episodes of its season or its like. */
export async function BelowFilm({ title, episode }: Props) {
  const t = await getTranslations("playback.page");
  const season = title.seasons.find(({ season: number }) => number === (episode?.season ?? 1));
  return (
    <div className="stack gap-10 pt-[calc(var(--film-height)+1.75rem)] pb-12">
      <section aria-label={t("about")} className="gutter stack gap-3">
        <h2 className="text-title">{episode?.title ?? title.title}</h2>
        <TitleFacts movie={title} seasonCount={title.seasons.length} className="text-ink-soft" />
        <p className="max-w-3xl text-ink-soft">{episode?.description ?? title.description}</p>
      </section>
      {season && (
        <section aria-labelledby="season" className="gutter stack gap-4">
          <h2 id="season" className="text-heading">
            {t("season", { season: season.season })}
          </h2>
          <ol className="grid gap-x-5 gap-y-6 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
            {season.episodes
              .filter(({ isPlayable }) => isPlayable)
              .map((one) => (
                <li key={one.id}>
                  <EpisodeLink slug={title.slug} episode={one} isCurrent={one.id === episode?.id} />
                </li>
              ))}
          </ol>
        </section>
      )}
      {!season && <SimilarTitles movies={title.similar} />}
    </div>
  );
}

function EpisodeLink({ slug, episode, isCurrent }: { slug: string; episode: Episode; isCurrent: boolean }) {
  return (
    <Link
      href={watchPath(slug, episode) + PAGE_VIEW}
      prefetch={false}
      replace
      {...(isCurrent && { "aria-current": "true" as const })}
      className="group grid gap-2 rounded-card"
    >
      <span className="relative block aspect-video overflow-hidden rounded-card ring-1 ring-line transition-shadow group-hover:ring-line-strong group-aria-current:ring-2 group-aria-current:ring-accent">
        <Artwork
          path={episode.stillPath}
          placeholder={episode.stillPlaceholder}
          alt=""
          sizes="(min-width: 64rem) 30vw, (min-width: 40rem) 45vw, 90vw"
          widest={828}
        />
      </span>
      <span className="font-medium group-hover:text-accent-ink">
        <span className="text-ink-faint tabular-nums">{episode.number}. </span>
        {episode.title}
      </span>
    </Link>
  );
}
