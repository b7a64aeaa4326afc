import { afterAll, expect, test } from "vitest";
import { addMovie, connect, inRollback, signUp, type Transaction } from "../fixtures/database";
import { write } from "../fixtures/library-rows";

const sql = connect();
afterAll(() => sql.end());

async function average(tx: Transaction, movieId: string) {
  const [row] = await tx<{ average_rating: number | null; rating_count: number }[]>`
    select average_rating, rating_count from public.movies where id = ${movieId}
  `;
  return row;
}

/** As many ratings as it takes, written as the database keeps them. */
async function rate(tx: Transaction, movieId: string, rating: number, times: number) {
  await tx`
    with account as (
      insert into auth.users (id, aud, role, email, created_at, updated_at)
      select id, 'authenticated', 'authenticated', id || '@example.test', now(), now()
      from (select gen_random_uuid() as id from generate_series(1, ${times}::integer)) fresh
      returning id
    )
    select count(*) from account
  `;
  await tx`
    insert into public.movie_ratings (user_id, viewer_profile_id, movie_id, rating)
    select viewer.user_id, viewer.id, ${movieId}, ${rating}
    from public.viewer_profiles viewer
    where not exists (select from public.movie_ratings mine where mine.viewer_profile_id = viewer.id)
    order by viewer.created_at desc limit ${times}
  `;
}

test("one 10 does not beat many 9s, neither as it is shown nor in the order by rating", () =>
  inRollback(sql, async (tx) => {
    const [single, many] = [await addMovie(tx), await addMovie(tx)];
    await rate(tx, many, 9, 60);
    await rate(tx, single, 10, 1);
    const [one, sixty] = [await average(tx, single), await average(tx, many)];
    expect(one).toMatchObject({ rating_count: 1 });
    expect(sixty).toMatchObject({ rating_count: 60 });
    expect(one?.average_rating).toBeLessThan(sixty?.average_rating ?? 0);
    const [page] = await tx<{ list: { card: { id: string } }[] }[]>`
      select public.catalogue_browse(18, null, 'rating', '{}', null, null, 100) as list
    `;
    const order = page?.list.map(({ card }) => card.id) ?? [];
    expect(order.indexOf(many)).toBeLessThan(order.indexOf(single));
  }));

test("the average is (20 means of the catalogue + the sum) / (20 + the count)", () =>
  inRollback(sql, async (tx) => {
    const movieId = await addMovie(tx);
    const [prior] = await tx<{ mean: number }[]>`select mean from private.rating_prior`;
    await rate(tx, movieId, 9, 5);
    expect((await average(tx, movieId))?.average_rating).toBeCloseTo((20 * (prior?.mean ?? 0) + 45) / 25, 9);
  }));

test("the mean of the catalogue follows its ratings and reaches every rated title", () =>
  inRollback(sql, async (tx) => {
    const [first, second] = [await addMovie(tx), await addMovie(tx)];
    await rate(tx, first, 10, 30);
    await rate(tx, second, 2, 10);
    const [sums] = await tx<{ mean: number }[]>`
      select (650 + sum(rating_sum)) / (100 + sum(rating_count)) as mean from public.movies where rating_count > 0
    `;
    await tx`select private.refresh_rating_prior()`;
    expect((await average(tx, second))?.average_rating).toBeCloseTo((20 * (sums?.mean ?? 0) + 20) / 30, 9);
  }));

test("a rating that was taken back counts no longer, and given again it counts once", () =>
  inRollback(sql, async (tx) => {
    const [who, movieId] = [await signUp(tx), await addMovie(tx)];
    await write(tx, who, 1, { kind: "rating", movieId, rating: 8 });
    expect(await average(tx, movieId)).toMatchObject({ rating_count: 1 });
    await write(tx, who, 2, { kind: "rating", movieId, rating: null });
    expect(await average(tx, movieId)).toEqual({ rating_count: 0, average_rating: null });
    await write(tx, who, 3, { kind: "rating", movieId, rating: 5.5 });
    await write(tx, who, 3, { kind: "rating", movieId, rating: 5.5 });
    expect(await average(tx, movieId)).toMatchObject({ rating_count: 1 });
  }));
