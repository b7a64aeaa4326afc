import { Agent } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Pool } from "pg";
import { percentile, rounded } from "../figures";
import { send } from "./arrivals";
import { reportOf, type Watcher } from "./watchers";

const REPORTS = 10_000;
const WINDOW_MS = 60_000;

type Reported = { pool: Pool; site: string; watchers: Watcher[] };

/** Ten thousand reports within a minute, each person's in order; what the database then has against what was acknowledged. */
export async function reportProgress({ pool, site, watchers }: Reported) {
  const agent = new Agent({ keepAlive: true });
  const each = Math.ceil(REPORTS / watchers.length);
  const pause = WINDOW_MS / each;
  const times: number[] = [];
  /** By status; 0 for a line that was cut. */
  const failures: Record<number, number> = {};
  let [sent, acknowledged] = [0, 0];
  const last = new Map<string, number>();
  const startedAt = performance.now();
  await Promise.all(
    watchers.map(async (watcher, index) => {
      await wait((pause * index) / watchers.length);
      for (let count = 1; count <= each; count += 1) {
        const due = startedAt + (pause * index) / watchers.length + pause * (count - 1);
        await wait(Math.max(0, due - performance.now()));
        const position = Math.round((watcher.durationSeconds * 0.5 * count * 100) / each) / 100;
        const { path, headers, body } = reportOf(watcher, Date.now(), position);
        const began = performance.now();
        sent += 1;
        const sending = { method: "POST", path, headers: { ...headers, origin: site }, body } as const;
        const status = await send(agent, site, sending).catch(() => 0);
        times.push(performance.now() - began);
        if (status !== 200) {
          failures[status] = (failures[status] ?? 0) + 1;
          continue;
        }
        acknowledged += 1;
        last.set(watcher.sessionId, position);
      }
    }),
  );
  agent.destroy();
  const seconds = rounded((performance.now() - startedAt) / 1000);
  return {
    sent,
    acknowledged,
    failures,
    seconds,
    p95Ms: rounded(percentile(times, 0.95)),
    lost: sent - acknowledged + (await countOld(pool, last)),
  };
}

/** People whose position in the database is not the last that was acknowledged to them. */
async function countOld(pool: Pool, last: Map<string, number>): Promise<number> {
  const { rows } = await pool.query<{ id: string; position: number }>(
    `select stream.id, history.progress_seconds::float8 as position from public.playback_sessions stream
     join public.viewing_history history on history.viewer_profile_id = stream.viewer_profile_id
       and history.movie_id = stream.movie_id and history.episode_id is not distinct from stream.episode_id
     where stream.id = any($1)`,
    [[...last.keys()]],
  );
  const stored = new Map(rows.map(({ id, position }) => [id, position]));
  return [...last].filter(([id, position]) => Math.abs((stored.get(id) ?? -1) - position) > 1).length;
}
