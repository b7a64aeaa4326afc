import type { Pool } from "pg";
import { z } from "zod";

const STARTED_AT_ONCE = 4;

/** Somebody who watches: their cookie, and the stream that they have open. */
export type Watcher = { cookie: string; sessionId: string; durationSeconds: number };

type Watching = { pool: Pool; site: string; cookies: string[] };

/** Each person opens a demo film that everybody may watch. */
export async function startWatching({ pool, site, cookies }: Watching): Promise<Watcher[]> {
  const { rows } = await pool.query<{ id: string; duration: number }>(
    `select movie.id, asset.duration_seconds::float8 as duration from public.movies movie
     join public.video_assets asset on asset.movie_id = movie.id and asset.status = 'ready' and asset.kind = 'main'
     where movie.type = 'movie' and movie.access_level = 'free' and movie.maturity_rating <= 12
     order by asset.duration_seconds desc limit 1`,
  );
  const film = rows[0];
  if (!film) throw new Error("The demo catalogue has no free film to watch.");
  const left = [...cookies];
  const watchers: Watcher[] = [];
  const work = async () => {
    for (let cookie = left.pop(); cookie; cookie = left.pop()) {
      const answer = await fetch(`${site}/api/playback`, {
        method: "POST",
        headers: { cookie, origin: site, "content-type": "application/json" },
        body: JSON.stringify({ movieId: film.id }),
      });
      if (answer.status !== 201)
        throw new Error(`playback answered ${answer.status}: ${await answer.text()}`);
      const { sessionId } = z.object({ sessionId: z.string() }).parse(await answer.json());
      watchers.push({ cookie, sessionId, durationSeconds: film.duration });
    }
  };
  await Promise.all(Array.from({ length: STARTED_AT_ONCE }, work));
  return watchers;
}

/** A report as the player sends it; `sequence` grows with each. */
export function reportOf(watcher: Watcher, sequence: number, positionSeconds: number) {
  const { cookie, sessionId, durationSeconds } = watcher;
  return {
    path: `/api/playback/${sessionId}/progress`,
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ positionSeconds, durationSeconds, sequence }),
  };
}
