"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { EndOfItem } from "@/components/playback/end-of-item";
import { Player } from "@/components/playback/player";
import { Refusal } from "@/components/playback/refusal";
import { TopBar } from "@/components/playback/top-bar";
import { STAGE } from "@/components/playback/use-handed-over-focus";
import { Artwork } from "@/components/ui/artwork";
import type { Episode, MovieCard } from "@/lib/catalogue";
import { usePlayback } from "@/lib/playback/client/use-playback";
import { watchPath } from "@/lib/playback/paths";
import type { Playback } from "@/lib/playback/schema";

export type WatchedMovie = Pick<MovieCard, "id" | "slug" | "title" | "backdropPath" | "backdropPlaceholder">;
type Props = { movie: WatchedMovie; episode: Episode | null };

/** The whole window: the player, or the reason why there is none. */
export function WatchScreen({ movie, episode: asked }: Props) {
  const t = useTranslations("playback.page");
  const [stage, setStage] = useState<HTMLDivElement | null>(null);
  const [episodeId, setEpisodeId] = useState(asked?.id ?? null);
  const { state, restart, refuse } = usePlayback({ movieId: movie.id, episodeId });
  const started = state.status === "started" ? state.started : null;
  const playback = started?.playback ?? null;
  // Kept while the next episode is being asked for, so that nothing flickers in between.
  const [last, setLast] = useState<Playback | null>(null);
  if (playback && last !== playback) setLast(playback);
  const episode = last?.episode ?? asked;
  const next = playback?.nextEpisode ?? null;
  const playNext = () => {
    if (!next) return;
    // The address follows without a new page, so that fullscreen stays.
    window.history.replaceState(null, "", watchPath(movie.slug, next));
    setEpisodeId(next.id);
  };
  const heading = {
    title: movie.title,
    subtitle:
      episode && t("episode", { season: episode.season, number: episode.number, title: episode.title }),
    backHref: `/title/${movie.slug}`,
  };
  return (
    <div
      ref={setStage}
      {...STAGE}
      data-theme="dark"
      className="fixed inset-0 z-50 overflow-hidden bg-black text-white outline-none"
    >
      {state.status !== "started" && (
        <Artwork
          // While the film is on its way nothing may come before it: its colours have to do.
          path={state.status === "refused" ? movie.backdropPath : null}
          placeholder={movie.backdropPlaceholder}
          alt=""
          sizes="100vw"
          className="opacity-40"
        />
      )}
      {state.status === "refused" ? (
        <>
          <Refusal error={state.error} title={movie.title} onRetry={() => restart()} />
          <div className="absolute inset-x-0 top-0 z-20">
            <TopBar {...heading} />
          </div>
        </>
      ) : (
        <Player
          {...heading}
          stage={stage}
          started={started}
          onLost={refuse}
          onRestart={restart}
          hasNext={Boolean(last?.nextEpisode)}
          onNext={playNext}
          renderEnd={(video, replay) => (
            <EndOfItem
              key={playback?.sessionId}
              video={video}
              next={next}
              isAutomatic={playback?.autoplayNext ?? false}
              segments={playback?.segments ?? []}
              backHref={heading.backHref}
              onNext={playNext}
              onReplay={replay}
            />
          )}
        />
      )}
    </div>
  );
}
