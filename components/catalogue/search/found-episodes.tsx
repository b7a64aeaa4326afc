import Link from "next/link";
import { useTranslations } from "next-intl";
import { Still } from "@/components/ui/still";
import type { FoundEpisode } from "@/lib/catalogue/search/results";
import { watchPath } from "@/lib/playback";

/** An episode leads to where it plays; one that does not play yet, to its series. */
export function FoundEpisodes({ episodes }: { episodes: FoundEpisode[] }) {
  const t = useTranslations("catalogue.suggestions");
  return (
    <ul className="grid gap-x-8 gap-y-2 lg:grid-cols-2 2xl:grid-cols-3">
      {episodes.map(({ series, ...episode }) => (
        <li key={episode.id}>
          <Link
            href={episode.isPlayable ? watchPath(series.slug, episode) : `/title/${series.slug}`}
            prefetch={false}
            className="-mx-2 flex gap-4 rounded-panel p-2 hover:bg-surface"
          >
            <Still
              path={episode.stillPath}
              placeholder={episode.stillPlaceholder}
              sizes="11rem"
              className="w-36 sm:w-44"
            />
            <span className="grid min-w-0 content-center gap-0.5">
              <span className="truncate font-medium">{episode.title}</span>
              <span className="text-sm text-ink-faint">
                {t("episodeOf", { series: series.title, season: episode.season, number: episode.number })}
              </span>
              {episode.description && (
                <span className="line-clamp-2 text-sm text-ink-soft">{episode.description}</span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
