"use client";

import { usePathname } from "next/navigation";
import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { STAGE } from "@/components/playback/use-handed-over-focus";
import { onViewerSwitch } from "@/lib/platform/viewer-switch";
import {
  arrive,
  closeFilm,
  type Film,
  keepForViewer,
  useNowPlaying,
} from "@/lib/playback/client/now-playing";

/**
 * Holds the one video element of the site, above all pages, so that it outlives them. Everything else of the player
 * comes with the watch page; until then this is an empty element there, and nothing elsewhere.
 */
export function PlayerHost({ viewerId }: { viewerId: string | null }) {
  const { film, place } = useNowPlaying();
  const pathname = usePathname();
  const isOnWatchPage = pathname.startsWith("/watch/");
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const [controller, setController] = useState<HTMLElement | null>(null);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  useEndWithViewer(viewerId);
  useTrail(pathname);
  if (!film && !isOnWatchPage) return null;
  return (
    <div
      ref={setStage}
      {...STAGE}
      data-stage={film ? place : "empty"}
      data-theme="dark"
      suppressHydrationWarning
      className="player-stage"
    >
      <media-controller
        ref={setController}
        class="player"
        nohotkeys=""
        gesturesdisabled=""
        nosubtitleslangpref=""
      >
        {/* biome-ignore lint/a11y/useMediaCaption: the player adds the film's own tracks, where it has any */}
        <video ref={setVideo} slot="media" playsInline preload="auto" suppressHydrationWarning />
      </media-controller>
      {film && stage && controller && video && (
        <Words film={film}>
          <film.Player film={film} place={place} stage={stage} controller={controller} video={video} />
        </Words>
      )}
    </div>
  );
}

/** The player's words come with the film: the layout above has those of the site alone. */
function Words({ film, children }: { film: Film; children: ReactNode }) {
  const [locale, messages] = [useLocale(), useMessages()];
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...messages, ...film.words }}>
      {children}
    </NextIntlClientProvider>
  );
}

/** Whoever signs out, or hands over to somebody else of the household, takes their film along. */
function useEndWithViewer(viewerId: string | null): void {
  useEffect(() => keepForViewer(viewerId), [viewerId]);
  // Before their page is asked for: nobody hears a word of what was watched before.
  useEffect(() => onViewerSwitch(closeFilm), []);
}

/** Remembers whether a step back in the history stays within this document, and with it within the film. */
function useTrail(pathname: string): void {
  const before = useRef<string | null>(null);
  const isTraversal = useRef(false);
  useEffect(() => {
    const listen = () => {
      isTraversal.current = true;
    };
    window.addEventListener("popstate", listen);
    return () => window.removeEventListener("popstate", listen);
  }, []);
  useEffect(() => {
    if (before.current !== pathname) arrive(before.current, pathname, isTraversal.current);
    before.current = pathname;
    isTraversal.current = false;
  }, [pathname]);
}
