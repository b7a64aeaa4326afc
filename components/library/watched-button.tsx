"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTitleActions } from "@/components/library/use-title-actions";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { IconButton } from "@/components/ui/icon-button";
import type { TitleState } from "@/lib/library";

type Props = {
  movieId: string;
  title: string;
  progress: TitleState["progress"];
};

/** Marks one episode as watched by hand, or not. */
export function EpisodeWatchedButton({
  episodeId,
  name,
  ...of
}: Props & { episodeId: string; name: string }) {
  const t = useTranslations("library.watched");
  const { mark, isVisitor } = useTitleActions({ movieId: of.movieId, title: name });
  if (isVisitor) return null;
  const isWatched = of.progress.some((item) => item.episodeId === episodeId && item.isCompleted);
  return (
    <IconButton
      label={t(isWatched ? "unmarkEpisode" : "markEpisode", { title: name })}
      aria-pressed={isWatched}
      onClick={() => mark([episodeId], !isWatched, of.progress)}
    >
      <CircleCheck aria-hidden className={classes(isWatched && "text-success-ink")} />
    </IconButton>
  );
}

/** Marks a whole season at once: what is left of it, or all of it as not watched when nothing is. */
export function SeasonWatchedButton({
  episodeIds,
  name,
  ...of
}: Props & { episodeIds: string[]; name: string }) {
  const t = useTranslations("library.watched");
  const { mark, isVisitor } = useTitleActions({ movieId: of.movieId, title: name });
  if (isVisitor || episodeIds.length === 0) return null;
  const watched = new Set(of.progress.filter((item) => item.isCompleted).map((item) => item.episodeId));
  const left = episodeIds.filter((id) => !watched.has(id));
  const isWatched = left.length === 0;
  return (
    <Button
      variant="secondary"
      size="small"
      onClick={() => mark(isWatched ? episodeIds : left, !isWatched, of.progress)}
    >
      <CircleCheck aria-hidden className={classes(isWatched && "text-success-ink")} />
      {t(isWatched ? "unmarkSeason" : "markSeason")}
    </Button>
  );
}
