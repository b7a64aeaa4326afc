import process from "node:process";
import { createChunks, stringToBase64URL } from "@supabase/ssr";
import type { Pool } from "pg";
import { signViewerCookie, VIEWER_COOKIE } from "@/lib/platform/auth/viewer-cookie";
import { requireEnv } from "@/lib/platform/env";
import { AUTH_COOKIE } from "@/lib/platform/supabase/cookies";
import { createTokens } from "@/supabase/embedded/tokens";

const PEOPLE = 200;
const HISTORY_ROWS = 1_000;
/** What everybody else has watched, so that something trends. */
const FEW_ROWS = 5;
const SESSION_SECONDS = 3_600;

const email = (number: number) => `bench-${number}@cineverse.test`;

/** Accounts as the Auth server makes them, without a password: their sessions are written, not asked for. */
export async function seedPeople(pool: Pool): Promise<{ people: number; historyRows: number }> {
  await pool.query(
    `insert into auth.users (id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
     select gen_random_uuid(), 'authenticated', 'authenticated', format('bench-%s@cineverse.test', number), now(),
       '{"provider":"email","providers":["email"]}', jsonb_build_object('display_name', 'Bench ' || number)
     from generate_series(1, $1::int) number
     where not exists (select from auth.users known where known.email = format('bench-%s@cineverse.test', number))`,
    [PEOPLE],
  );
  const { rowCount } = await pool.query(
    `with watched as (select id, row_number() over (order by md5(slug)) as number from public.movies
       where status = 'published' and type = 'movie'),
     viewers as (select viewer.id, viewer.user_id, split_part(split_part(account.email, '@', 1), '-', 2)::int as number
       from auth.users account join public.viewer_profiles viewer on viewer.user_id = account.id and viewer.slot = 1
       where account.email like 'bench-%@cineverse.test')
     insert into public.viewing_history (user_id, viewer_profile_id, movie_id, progress_seconds, duration_seconds,
       watch_percentage, completed, completed_at, watched_at)
     select viewers.user_id, viewers.id, watched.id, case when watched.number % 3 = 0 then 5400 else 1200 end, 5400,
       case when watched.number % 3 = 0 then 100 else 22 end, watched.number % 3 = 0,
       case when watched.number % 3 = 0 then now() - watched.number * interval '10 minutes' end,
       now() - watched.number * interval '10 minutes'
     from viewers join watched on watched.number <= case when viewers.number = 1 then $1 else 0 end
       or (viewers.number > 1 and watched.number between viewers.number % 40 + 1 and viewers.number % 40 + $2)
     on conflict do nothing`,
    [HISTORY_ROWS, FEW_ROWS],
  );
  await pool.query("vacuum (analyze) public.viewing_history");
  return { people: PEOPLE, historyRows: rowCount ?? 0 };
}

/** The cookies of each person's browser, the one with the long history first; good for an hour. */
export async function personCookies(pool: Pool): Promise<string[]> {
  const tokens = await createTokens(process.env.CINEVERSE_DATA ?? ".data");
  await pool.query(
    `insert into auth.sessions (id, user_id, aal)
     select gen_random_uuid(), account.id, 'aal1' from auth.users account
     where account.email like 'bench-%@cineverse.test'
       and not exists (select from auth.sessions known where known.user_id = account.id)`,
  );
  const { rows } = await pool.query<{ id: string; viewer: string; session: string; email: string }>(
    `select account.id, viewer.id as viewer, session.id as session, account.email from auth.users account
     join public.viewer_profiles viewer on viewer.user_id = account.id and viewer.slot = 1
     join auth.sessions session on session.user_id = account.id
     where account.email like 'bench-%@cineverse.test'
     order by split_part(split_part(account.email, '@', 1), '-', 2)::int`,
  );
  if (rows[0]?.email !== email(1)) throw new Error("Nobody to sign in as: run tests/bench/seed.ts first.");
  return Promise.all(
    rows.map(async (person) => {
      const claims = { sub: person.id, aud: "authenticated", role: "authenticated", email: person.email };
      const issued = {
        iss: `${requireEnv("SUPABASE_URL")}/auth/v1`,
        aal: "aal1",
        session_id: person.session,
      };
      const accessToken = await tokens.sign({ ...claims, ...issued }, SESSION_SECONDS);
      const session = {
        access_token: accessToken,
        refresh_token: "none",
        token_type: "bearer",
        expires_in: SESSION_SECONDS,
        expires_at: Math.floor(Date.now() / 1000) + SESSION_SECONDS,
        user: { ...claims, id: person.id },
      };
      const chunks = createChunks(AUTH_COOKIE, `base64-${stringToBase64URL(JSON.stringify(session))}`);
      const viewer = await signViewerCookie({
        userId: person.id,
        profileId: person.viewer,
        pinVersion: null,
      });
      return [...chunks, { name: VIEWER_COOKIE, value: viewer }]
        .map(({ name, value }) => `${name}=${value}`)
        .join("; ");
    }),
  );
}
