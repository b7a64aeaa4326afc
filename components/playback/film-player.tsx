"use client";

import "@/components/playback/player.css";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { LoadingRing } from "@/components/playback/loading-ring";
import { Refusal } from "@/components/playback/refusal";
import { SmallRefusal } from "@/components/playback/small-refusal";
import { TopBar } from "@/components/playback/top-bar";
import { useControlsDue } from "@/components/playback/use-controls-due";
import { Artwork } from "@/components/ui/artwork";
import { useEarlyKeys } from "@/lib/playback/client/early-keys";
import { closeFilm, type FilmPlayerProps, openEpisode } from "@/lib/playback/client/now-playing";
import { isAskedToSave } from "@/lib/playback/client/save-data";
import { usePlayback } from "@/lib/playback/client/use-playback";
import { usePreferences } from "@/lib/playback/client/use-preferences";
import { useStream } from "@/lib/playback/client/use-stream";
import { watchPath } from "@/lib/playback/paths";
import type { Playback } from "@/lib/playback/schema";

const Controls = lazy(() =>
  import("@/components/playback/controls").then(({ Controls: component }) => ({ default: component })),
);

/** Asks for the stream and feeds the video with it. What can be pressed comes after the first picture. */
export function FilmPlayer({ film, place, stage, controller, video }: FilmPlayerProps) {
  const t = useTranslations("playback.page");
  const { movie } = film;
  const { state, restart, refuse } = usePlayback({ movieId: movie.id, episodeId: film.episode?.id ?? null });
  const started = state.status === "started" ? state.started : null;
  const playback = started?.playback ?? null;
  const preferences = usePreferences(playback?.preferences ?? null);
  const stream = useStream({
    ...{ video, started },
    isSaving: preferences.values.dataSaver || isAskedToSave(),
    onLost: refuse,
    onReturn: restart,
  });
  // Kept while the next episode is being asked for, so that nothing flickers in between.
  const [last, setLast] = useState<Playback | null>(null);
  if (playback && last !== playback) setLast(playback);
  const episode = film.episode ?? last?.episode ?? null;
  const areControlsDue = useControlsDue(video, stream.problem !== null);
  useEarlyKeys(place === "window");
  useAddress(film, playback, place);
  useNothingToKeep(place, last === null);
  const next = playback?.nextEpisode ?? null;
  const playNext = useCallback(() => next && openEpisode(next), [next]);
  const heading = {
    title: movie.title,
    subtitle:
      episode && t("episode", { season: episode.season, number: episode.number, title: episode.title }),
    backHref: `/title/${movie.slug}`,
    watchHref: watchPath(movie.slug, film.episode),
  };
  if (state.status === "refused" && place === "corner") {
    return <SmallRefusal error={state.error} onRetry={() => restart()} />;
  }
  if (state.status === "refused") {
    return (
      <>
        <Artwork
          path={movie.backdropPath}
          placeholder={movie.backdropPlaceholder}
          alt=""
          sizes="100vw"
          className="opacity-40"
        />
        <Refusal error={state.error} title={movie.title} onRetry={() => restart()} />
        <div className="absolute inset-x-0 top-0 z-20">
          <TopBar {...heading} />
        </div>
      </>
    );
  }
  return (
    <>
      {!playback && <LoadingRing />}
      {areControlsDue && (
        <Suspense>
          <Controls
            {...{ film, place, stage, controller, video, heading, playback, stream, preferences, playNext }}
            hasNext={Boolean(last?.nextEpisode)}
            onRestart={restart}
          />
        </Suspense>
      )}
    </>
  );
}

/** The address follows the episode once it plays, so that a lost connection never ends in the browser's own error page. */
function useAddress({ movie, episode }: FilmPlayerProps["film"], playback: Playback | null, place: string) {
  const router = useRouter();
  const isThere = episode !== null && playback?.episode?.id === episode.id;
  const path = isThere && place !== "corner" ? watchPath(movie.slug, episode) : null;
  useEffect(() => {
    const { pathname, search } = window.location;
    if (path && pathname.startsWith("/watch/") && pathname !== path) {
      router.replace(path + search, { scroll: false });
    }
  }, [path, router]);
}

/** What never began to play does not follow anybody through the site. */
function useNothingToKeep(place: string, hasNothing: boolean): void {
  useEffect(() => {
    if (place === "corner" && hasNothing) closeFilm();
  }, [place, hasNothing]);
}
