"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EndOfItem } from "@/components/playback/end-of-item";
import { Refusal } from "@/components/playback/refusal";
import { TopBar } from "@/components/playback/top-bar";
import { Artwork } from "@/components/ui/artwork";
import type { Episode, MovieCard } from "@/lib/catalogue";
import { loadHls } from "@/lib/playback/client/attach-hls";
import { usePlayback } from "@/lib/playback/client/use-playback";
import { watchPath } from "@/lib/playback/paths";

const Player = dynamic(() => import("@/components/playback/player").then((module) => module.Player), {
  ssr: false,
});

// The engine is fetched while the server checks the plan, not afterwards.
if (typeof window !== "undefined") void loadHls().catch(() => undefined);

type Props = { movie: MovieCard; episode: Episode | null };

/** The whole window: the player, or the reason why there is none. */
export function WatchScreen({ movie, episode: asked }: Props) {
  const t = useTranslations("playback.page");
  const [stage, setStage] = useState<HTMLDivElement | null>(null);
  const [episodeId, setEpisodeId] = useState(asked?.id ?? null);
  const { state, restart, refuse } = usePlayback({ movieId: movie.id, episodeId });
  const playback = state.status === "started" ? state.playback : null;
  const episode = playback?.episode ?? asked;
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
    <div ref={setStage} data-theme="dark" className="fixed inset-0 z-50 overflow-hidden bg-black text-white">
      {state.status !== "started" && (
        <Artwork
          path={movie.backdropPath}
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
          playback={playback}
          startSeconds={state.status === "started" ? state.startSeconds : 0}
          onLost={refuse}
          onRestart={restart}
          onNext={next && playNext}
          renderEnd={(video, replay) => (
            <EndOfItem
              key={playback?.sessionId}
              video={video}
              next={next}
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
