"use client";

import { useEffect } from "react";
import { FilmPlayer } from "@/components/playback/film-player";
import { type Film, leaveWatchPage, openFilm } from "@/lib/playback/client/now-playing";

type Props = Omit<Film, "Player"> & { isTheatre: boolean };

/** Hands the page's film, and the player with its words, to the host above all pages. */
export function WatchPage({ movie, episode, words, isTheatre }: Props) {
  const place = isTheatre ? "window" : "page";
  useEffect(
    () => openFilm({ movie, episode, words, Player: FilmPlayer }, place),
    [movie, episode, words, place],
  );
  useEffect(() => leaveWatchPage, []);
  return null;
}
