import { randomUUID } from "node:crypto";
import { addMovie, as, type Transaction } from "../../fixtures/database";
import { buildWorld, type World } from "../world";
import { mine } from "./table-access";

export const PIN = "1234";
export const PASSWORD = "a long password";

/** A world in which the owner has something of everything that a function could give away or change. */
export type Furnished = World & {
  genre: string;
  word: string;
  movieSlug: string;
  personSlug: string;
  collectionSlug: string;
  comingId: string;
  notificationId: string;
  deviceSessionId: string;
  idempotencyKey: string;
  claim: string;
  rows: { movie: string; episode: string; account: string };
};

async function one<Row extends object>(rows: Promise<readonly Row[]>): Promise<Row> {
  const [row] = await rows;
  if (!row) throw new Error("There is no such row.");
  return row;
}

async function furnishCatalogue(tx: Transaction, world: World) {
  const word = `zq${randomUUID().replaceAll("-", "")}`;
  const genre = `genre-${word}`;
  const { movieId, otherMovieId, draftId, assetId, personId, collectionId } = world;
  await tx`
    update public.movies set title = ${word}, genres = ${[genre]}, access_level = 'free', asset_id = ${assetId}
    where id in (${movieId}, ${otherMovieId}, ${draftId})
  `;
  await tx`update public.episodes set asset_id = ${assetId} where id = ${world.episodeId}`;
  for (const id of [movieId, draftId]) {
    await tx`insert into public.credits (movie_id, person_id, role) values (${id}, ${personId}, 'director')`;
    await tx`insert into public.collection_items (collection_id, movie_id) values (${collectionId}, ${id})`;
  }
  const movie = await one(tx<{ slug: string }[]>`select slug from public.movies where id = ${movieId}`);
  const person = await one(tx<{ slug: string }[]>`select slug from public.people where id = ${personId}`);
  const list = await one(
    tx<{ slug: string }[]>`select slug from public.collections where id = ${collectionId}`,
  );
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const comingId = await addMovie(tx, { status: "scheduled", published_at: tomorrow });
  return { genre, word, movieSlug: movie.slug, personSlug: person.slug, collectionSlug: list.slug, comingId };
}

async function furnishLibrary(tx: Transaction, world: World) {
  const film = { ...mine(world), movie_id: world.movieId } as Record<string, string>;
  await tx`insert into public.user_watchlist ${tx(film)}`;
  await tx`insert into public.movie_ratings ${tx({ ...film, rating: 8 })}`;
  await tx`insert into public.hidden_movies ${tx({ ...film, movie_id: world.otherMovieId })}`;
  await tx`insert into public.viewing_history ${tx({
    ...film,
    progress_seconds: 600,
    duration_seconds: 1200,
    watch_percentage: 50,
  })}`;
}

async function furnishAccount(tx: Transaction, world: World) {
  const { userId, viewerId } = world.owner;
  const deviceSessionId = randomUUID();
  const idempotencyKey = randomUUID();
  await tx`
    update auth.users set encrypted_password = extensions.crypt(${PASSWORD}, extensions.gen_salt('bf', 4))
    where id = ${userId}
  `;
  await tx`insert into public.recovery_codes (user_id, code_hash) values (${userId}, ${"a".repeat(64)})`;
  await tx`
    insert into public.user_devices (user_id, session_id, name) values (${userId}, ${deviceSessionId}, 'Laptop')
  `;
  await as(tx, world.actors.owner, (own) => own`select public.set_viewer_pin(${viewerId}, ${PIN})`);
  const told = await one(tx<{ id: string }[]>`
    insert into public.notifications (user_id, viewer_profile_id, type, title, message, occasion)
    values (${userId}, ${viewerId}, 'system', 'News', 'Text', ${randomUUID()}) returning id
  `);
  const { claim } = await one(tx<{ claim: string }[]>`
    insert into public.idempotency_keys (user_id, route, key, body_hash)
    values (${userId}, 'POST /api/test', ${idempotencyKey}, ${"0".repeat(64)}) returning claim
  `);
  return { deviceSessionId, idempotencyKey, claim, notificationId: told.id };
}

export async function furnish(tx: Transaction): Promise<Furnished> {
  const world = await buildWorld(tx);
  const catalogue = await furnishCatalogue(tx, world);
  await furnishLibrary(tx, world);
  const account = await furnishAccount(tx, world);
  const rows = await one(tx<Furnished["rows"][]>`
    select movie::text as movie, episode::text as episode, account::text as account
    from public.movies movie, public.episodes episode, public.user_accounts account
    where movie.id = ${world.movieId} and episode.id = ${world.episodeId} and account.user_id = ${world.owner.userId}
  `);
  return { ...world, ...catalogue, ...account, rows };
}
