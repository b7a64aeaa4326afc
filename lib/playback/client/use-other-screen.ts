"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { hasAirplay, pickAirplay, watchAirplay } from "@/lib/playback/client/airplay";
import { CastElement, hasRemotePlayback } from "@/lib/playback/client/cast";
import type { Stream } from "@/lib/playback/client/use-stream";
import type { Playback } from "@/lib/playback/schema";

export type OtherScreen = {
  /** What can be chosen; null where the browser knows of no other screen. */
  kind: "airplay" | "cast" | null;
  choose: () => void;
  /** The element that another screen shows instead of the one on the page. */
  element: HTMLVideoElement | null;
};

type Options = {
  video: HTMLVideoElement;
  controller: HTMLElement;
  playback: Playback | null;
  showOn: Stream["showOn"];
};

/** A screen elsewhere in the room, where the browser knows of one, and the film while it is shown there. */
export function useOtherScreen({ video, controller, playback, showOn }: Options): OtherScreen {
  const [kind, setKind] = useState<OtherScreen["kind"]>(null);
  const [element, setElement] = useState<HTMLVideoElement | null>(null);
  const cast = useRef<CastElement | null>(null);
  const receiverUrl = playback?.receiverUrl ?? null;

  const connected = useEffectEvent((isConnected: boolean) => {
    const own = cast.current;
    if (!own) return;
    if (isConnected) {
      own.play(video.currentTime);
      video.pause();
    }
    showOn(isConnected ? own.element : null);
    setElement(isConnected ? own.element : null);
    if (isConnected) return;
    video.currentTime = own.element.currentTime;
    own.element.pause();
    void video.play().catch(() => undefined);
  });

  useEffect(() => {
    if (!hasAirplay(video)) return;
    const closing = new AbortController();
    watchAirplay(video, closing.signal, (isThere) => setKind(isThere ? "airplay" : null));
    return () => closing.abort();
  }, [video]);

  useEffect(() => {
    if (hasAirplay(video) || !hasRemotePlayback() || receiverUrl === null) return;
    const own = new CastElement({
      url: `${receiverUrl}/screen.m3u8`,
      onAvailable: (isThere) => setKind(isThere ? "cast" : null),
      onConnected: (isConnected) => connected(isConnected),
    });
    cast.current = own;
    return () => {
      cast.current = null;
      setElement(null);
      own.close();
    };
  }, [video, receiverUrl]);

  useFollow(video, controller, element);
  const choose = () => (kind === "airplay" ? pickAirplay(video) : cast.current?.choose());
  return { kind, choose, element };
}

/** The page stands where the screen stands, so that its slider shows the place and moves it. */
function useFollow(video: HTMLVideoElement, controller: HTMLElement, element: HTMLVideoElement | null): void {
  useEffect(() => {
    if (!element) return;
    const closing = new AbortController();
    const { signal } = closing;
    const follow = () => {
      if (element.currentTime > 0) video.currentTime = element.currentTime;
    };
    for (const name of ["timeupdate", "ended"]) element.addEventListener(name, follow, { signal });
    // What media-chrome's slider asks of the page's own element.
    const seek = (event: Event) => {
      const seconds = (event as CustomEvent<number>).detail;
      if (typeof seconds === "number") element.currentTime = seconds;
    };
    controller.addEventListener("mediaseekrequest", seek, { capture: true, signal });
    return () => closing.abort();
  }, [video, controller, element]);
}
