import { afterEach, describe, expect, test } from "vitest";
import type { Episode } from "@/lib/catalogue";
import {
  arrive,
  canGoBack,
  closeFilm,
  type Film,
  keepForViewer,
  leaveWatchPage,
  nowPlaying,
  openEpisode,
  openFilm,
} from "@/lib/playback/client/now-playing";

const episode = (number: number): Episode => ({
  id: `episode ${number}`,
  slug: `e${number}`,
  season: 1,
  number,
  title: `Part ${number}`,
  description: null,
  durationSeconds: 60,
  stillPath: null,
  stillPlaceholder: null,
  isPlayable: true,
});

const Player = () => null;

const film = (slug: string, number?: number): Film => ({
  movie: { id: slug, slug, title: slug, backdropPath: null, backdropPlaceholder: null },
  episode: number === undefined ? null : episode(number),
  words: {},
  Player,
});

afterEach(() => closeFilm());

describe("what plays outlives its page", () => {
  test("the page is left: it goes on in the corner; the page comes back: it is the same film", () => {
    const first = film("a");
    openFilm(first, "window");
    leaveWatchPage();
    expect(nowPlaying()).toEqual({ film: first, place: "corner" });
    openFilm(film("a"), "window");
    expect(nowPlaying().film).toBe(first);
    expect(nowPlaying().place).toBe("window");
  });

  test("another film, or another episode, takes its place", () => {
    openFilm(film("a", 1), "window");
    const other = film("b");
    openFilm(other, "window");
    expect(nowPlaying().film).toBe(other);
    const second = film("b", 2);
    openFilm(second, "page");
    expect(nowPlaying().film).toBe(second);
  });

  test("a series without an episode is the one that runs; the next episode goes on in the same player", () => {
    openFilm(film("series", 1), "window");
    openEpisode(episode(2));
    openFilm(film("series"), "window");
    expect(nowPlaying().film?.episode?.number).toBe(2);
  });

  test("leaving or closing where nothing plays does nothing", () => {
    leaveWatchPage();
    closeFilm();
    openEpisode(episode(1));
    expect(nowPlaying().film).toBeNull();
  });
});

test("who signs out or hands over to somebody else takes their film along", () => {
  keepForViewer("linh");
  openFilm(film("a"), "window");
  keepForViewer("linh");
  expect(nowPlaying().film).not.toBeNull();
  keepForViewer("bi");
  expect(nowPlaying().film).toBeNull();
  openFilm(film("a"), "window");
  keepForViewer(null);
  expect(nowPlaying().film).toBeNull();
});

describe("a step back stays within the site only where the page before is one of ours", () => {
  test("from a page of the site it does", () => {
    arrive("/browse", "/watch/a", false);
    expect(canGoBack()).toBe(true);
    // The next episode replaces the address and changes nothing about that.
    arrive("/watch/a", "/watch/a/s1e2", false);
    expect(canGoBack()).toBe(true);
  });

  test("after a load of the watch page itself, from another film, or by the history it does not", () => {
    arrive(null, "/watch/a", false);
    expect(canGoBack()).toBe(false);
    arrive("/watch/a", "/watch/b", false);
    expect(canGoBack()).toBe(false);
    arrive("/title/b", "/watch/b", true);
    expect(canGoBack()).toBe(false);
  });
});
