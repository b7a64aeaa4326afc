"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLength } from "@/components/catalogue/title-facts";
import { EpisodeWatchedButton, SeasonWatchedButton } from "@/components/library/watched-button";
import { Select } from "@/components/ui/select";
import { Still } from "@/components/ui/still";
import type { Episode, Title } from "@/lib/catalogue/schema";
import type { TitleState } from "@/lib/library";
import { useTitleState } from "@/lib/library/client/hooks";
import { watchPath } from "@/lib/playback";

type Props = { title: Pick<Title, "id" | "title" | "slug" | "seasons">; state: TitleState | null };

export function EpisodeList({ title, state }: Props) {
  const t = useTranslations("catalogue.episodes");
  const progress = useTitleState(title.id, state)?.progress ?? [];
  const of = { movieId: title.id, title: title.title, progress };
  const [season, setSeason] = useState(title.seasons[0]?.season);
  const { episodes = [] } = title.seasons.find((one) => one.season === season) ?? title.seasons[0] ?? {};
  return (
    <section aria-labelledby="episodes" className="gutter stack gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="episodes" className="text-heading">
          {t("title")}
        </h2>
        <div className="flex flex-wrap items-center gap-3 empty:hidden">
          <SeasonWatchedButton
            {...of}
            name={`${title.title} · ${seasonName(t, episodes[0]?.season ?? 0)}`}
            episodeIds={episodes.filter(({ isPlayable }) => isPlayable).map(({ id }) => id)}
          />
          {title.seasons.length > 1 && (
            <Select
              aria-label={t("seasons")}
              value={season}
              onChange={({ target }) => setSeason(Number(target.value))}
              className="w-44"
            >
              {title.seasons.map(({ season: number }) => (
                <option key={number} value={number}>
                  {seasonName(t, number)}
                </option>
              ))}
            </Select>
          )}
        </div>
      </div>
      <ol className="grid gap-x-8 gap-y-2 xl:grid-cols-2">
        {episodes.map((episode) => (
          <li key={episode.id} className="flex items-center gap-1">
            <EpisodeRow
              slug={title.slug}
              episode={episode}
              progress={progress.find(({ episodeId }) => episodeId === episode.id)}
            />
            {episode.isPlayable && (
              <EpisodeWatchedButton {...of} episodeId={episode.id} name={episode.title} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function seasonName(t: ReturnType<typeof useTranslations<"catalogue.episodes">>, season: number): string {
  return season === 0 ? t("specials") : t("season", { season });
}

type RowProps = { slug: string; episode: Episode; progress: TitleState["progress"][number] | undefined };

function EpisodeRow({ slug, episode, progress }: RowProps) {
  const t = useTranslations("catalogue.episodes");
  const length = useLength();
  const begun = progress && progress.watchPercentage > 0 && progress.watchPercentage < 90;
  const content = (
    <>
      <Still
        path={episode.stillPath}
        placeholder={episode.stillPlaceholder}
        sizes="(min-width: 40rem) 12rem, 9rem"
        progress={begun ? progress.watchPercentage / 100 : undefined}
        className="w-36 sm:w-48"
      />
      <span className="grid min-w-0 content-center gap-0.5">
        <span className="font-medium text-ink">
          <span className="text-ink-faint tabular-nums">{episode.number}. </span>
          {episode.title}
        </span>
        <span className="flex items-center gap-2 text-sm text-ink-faint">
          {episode.durationSeconds !== null && length(episode.durationSeconds)}
          {progress?.isCompleted && (
            <span className="inline-flex items-center gap-1 text-success-ink">
              <Check aria-hidden className="size-3.5" />
              {t("watched")}
            </span>
          )}
          {!episode.isPlayable && t("notPlayable")}
        </span>
        {episode.description && (
          <span className="text-sm text-ink-soft line-clamp-2">{episode.description}</span>
        )}
      </span>
    </>
  );
  const look = "flex min-w-0 grow gap-4 rounded-panel p-2 -ms-2";
  if (!episode.isPlayable) return <div className={look}>{content}</div>;
  return (
    <Link href={watchPath(slug, episode)} prefetch={false} className={`${look} hover:bg-surface`}>
      {content}
    </Link>
  );
}
