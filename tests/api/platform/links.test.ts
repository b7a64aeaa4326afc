import { expect, test } from "vitest";
import { signViewerCookie, VIEWER_COOKIE } from "@/lib/platform/auth/viewer-cookie";
import { crawl } from "@/tests/fixtures/crawl";
import { libraryWrites } from "@/tests/fixtures/library-calls";
import { household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

const MINUTES_5 = 300_000;

test("a visitor who follows every link of the site arrives somewhere", { timeout: MINUTES_5 }, async () => {
  const { visited, broken } = await crawl({ mostPages: 150 });
  expect(visited.length).toBeGreaterThan(60);
  expect(broken).toEqual([]);
});

/** Somebody who has begun two films and a series, finished another film, and keeps lists. */
async function regular(): Promise<string> {
  const { id, viewerId, browser } = await household({ tier: "vip", maturityLimit: 18 });
  browser.cookies.set(
    VIEWER_COOKIE,
    await signViewerCookie({ userId: id, profileId: viewerId, pinVersion: null }),
  );
  await sql`
    insert into public.viewing_history
      (user_id, viewer_profile_id, movie_id, episode_id, progress_seconds, duration_seconds, watch_percentage,
       completed, completed_at)
    select ${id}, ${viewerId}, watched.movie_id, watched.episode_id, 30, 100, watched.percentage,
      watched.percentage = 100, case when watched.percentage = 100 then now() end
    from (
      (select movie.id as movie_id, null::uuid as episode_id, 30 as percentage from public.movies movie
       where movie.slug in ('the-last-keeper', 'red-line'))
      union all
      (select movie.id, null, 100 from public.movies movie
       where movie.type = 'movie' and movie.status = 'published' and movie.access_level = 'premium' limit 1)
      union all
      (select episode.movie_id, episode.id, 30 from public.episodes episode
       join public.movies movie on movie.id = episode.movie_id where movie.slug = 'night-bus-11'
       order by episode.season, episode.number limit 1)
    ) watched
  `;
  const movies = await sql<{ id: string }[]>`
    select id from public.movies where slug in ('the-last-keeper', 'night-bus-11')
  `;
  for (const { id: movieId } of movies) {
    const listed = { movieId, isListed: true };
    await libraryWrites(
      browser,
      viewerId,
      { kind: "watchlist", ...listed },
      { kind: "favorites", ...listed },
    );
  }
  return [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}

test("so does somebody with a history and lists of their own", { timeout: MINUTES_5 }, async () => {
  const { visited, broken } = await crawl({
    cookie: await regular(),
    // The account's menu, which opens only in a browser.
    starts: ["/viewers", "/watchlist", "/settings/viewers"],
    mostPages: 250,
    // Pictures and scripts are the same for everybody.
    isLeftOut: (address) => address.startsWith("/_next/") || address.startsWith("/artwork/"),
  });
  expect(visited).toEqual(
    expect.arrayContaining(["/watch/night-bus-11/s1e1", "/watch/the-last-keeper", "/watchlist", "/settings"]),
  );
  expect(broken).toEqual([]);
});
