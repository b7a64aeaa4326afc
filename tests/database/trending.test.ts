import { afterAll, expect, test } from "vitest";
import {
  type Account,
  addMovie,
  as,
  connect,
  inRollback,
  signedIn,
  signUp,
  type Transaction,
  VISITOR,
} from "../fixtures/database";

const sql = connect();
afterAll(() => sql.end());

/** As its owner may write it, past our routes. */
function watch(tx: Transaction, { userId, viewerId }: Account, movieId: string, at: string) {
  const row = { viewer_profile_id: viewerId, movie_id: movieId, watched_at: at };
  return as(tx, signedIn(userId), (mine) => mine`insert into public.viewing_history ${mine(row)}`);
}

async function trending(tx: Transaction): Promise<string[]> {
  const rows = await as(
    tx,
    VISITOR,
    (mine) => mine<{ movie_id: string }[]>`
    select movie_id from public.trending_movies()`,
  );
  return rows.map((row) => row.movie_id);
}

test.each(["2100-01-01", "9999-12-31"])(
  "somebody who says that they watched in %s does not take the home page from everybody",
  async (future) => {
    await inRollback(sql, async (tx) => {
      await watch(tx, await signUp(tx), await addMovie(tx), future);
      const [row] = await as(tx, VISITOR, (mine) => mine`select public.catalogue_home(16, null) as home`);
      expect(row?.home).toHaveProperty("trending");
      const [stored] = await tx<{ isPast: boolean }[]>`
        select bool_and(watched_at <= now()) as "isPast" from public.viewing_history`;
      expect(stored?.isPast).toBe(true);
    });
  },
);

test("a title trends for three accounts, and not for one household of three", async () => {
  await inRollback(sql, async (tx) => {
    const [film, other] = [await addMovie(tx), await addMovie(tx)];
    const home = await signUp(tx);
    const viewers = [home];
    for (const name of ["Second", "Third"]) {
      const [added] = await tx<{ id: string }[]>`
        insert into public.viewer_profiles (user_id, name) values (${home.userId}, ${name}) returning id`;
      viewers.push({ userId: home.userId, viewerId: added?.id ?? "" });
    }
    for (const viewer of viewers) await watch(tx, viewer, film, new Date().toISOString());
    for (let count = 0; count < 3; count += 1)
      await watch(tx, await signUp(tx), other, new Date().toISOString());
    const found = await trending(tx);
    expect([found.includes(film), found.includes(other)]).toEqual([false, true]);
  });
});
