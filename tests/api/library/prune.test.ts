import { expect, test } from "vitest";
import { pruneTombstones } from "@/lib/library/prune";
import { film, household } from "../../fixtures/playback";
import { service, sql } from "../../fixtures/supabase";

test("what was removed two months ago is forgotten, what was removed lately or is there stays", async () => {
  const [old, lately, kept] = [await film(), await film(), await film()];
  const { id, viewerId } = await household();
  for (const { movieId } of [old, lately, kept])
    await sql`
      insert into public.user_favorites (user_id, viewer_profile_id, movie_id) values (${id}, ${viewerId}, ${movieId})
    `;
  await sql`
    update public.user_favorites set deleted_at = now()
    where viewer_profile_id = ${viewerId} and movie_id in (${old.movieId}, ${lately.movieId})
  `;
  // The trigger stamps removals with the server's time, so the past has to be made without it.
  await sql.begin(async (tx) => {
    await tx`alter table public.user_favorites disable trigger user`;
    await tx`
      update public.user_favorites set deleted_at = now() - interval '61 days'
      where viewer_profile_id = ${viewerId} and movie_id = ${old.movieId}
    `;
    await tx`alter table public.user_favorites enable trigger user`;
  });
  expect(await pruneTombstones(service, AbortSignal.timeout(10_000))).toBeGreaterThan(0);
  const left = await sql<{ movie_id: string }[]>`
    select movie_id from public.user_favorites where viewer_profile_id = ${viewerId}
  `;
  expect(left.map(({ movie_id }) => movie_id).toSorted()).toEqual([lately.movieId, kept.movieId].toSorted());
});
