import { randomUUID } from "node:crypto";
import {
  type Account,
  type Actor,
  addEpisode,
  addMovie,
  giveRole,
  SERVICE,
  signedIn,
  signUp,
  type Transaction,
  VISITOR,
} from "../fixtures/database";

export const PERSONAS = ["visitor", "owner", "stranger", "moderator", "admin", "service"] as const;
export type Persona = (typeof PERSONAS)[number];

/** One household, its neighbours, the staff and a small catalogue: what every table's rows hang on. */
export type World = {
  owner: Account;
  actors: Record<Persona, Actor>;
  movieId: string;
  otherMovieId: string;
  draftId: string;
  seriesId: string;
  episodeId: string;
  categoryId: string;
  personId: string;
  collectionId: string;
  assetId: string;
  draftAssetId: string;
  planId: string;
  sessionId: string;
};

async function insertedId(tx: Transaction, table: string, values: Record<string, unknown>): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into ${tx(`public.${table}`)} ${tx(values as Record<string, string>)} returning id
  `;
  if (!row) throw new Error(`Nothing was inserted into ${table}.`);
  return row.id;
}

export async function buildWorld(tx: Transaction): Promise<World> {
  const owner = await signUp(tx);
  const stranger = await signUp(tx);
  const moderator = await signUp(tx);
  const admin = await signUp(tx);
  await giveRole(tx, moderator.userId, "moderator");
  await giveRole(tx, admin.userId, "admin");

  const movieId = await addMovie(tx);
  const draftId = await addMovie(tx, { status: "draft" });
  const seriesId = await addMovie(tx, { type: "series" });
  const slug = `test-${randomUUID()}`;
  const session = { user_id: owner.userId, viewer_profile_id: owner.viewerId, movie_id: movieId };
  return {
    owner,
    actors: {
      visitor: VISITOR,
      owner: signedIn(owner.userId),
      stranger: signedIn(stranger.userId),
      moderator: signedIn(moderator.userId),
      admin: signedIn(admin.userId),
      service: SERVICE,
    },
    movieId,
    otherMovieId: await addMovie(tx),
    draftId,
    seriesId,
    episodeId: await addEpisode(tx, seriesId),
    categoryId: await insertedId(tx, "categories", { slug, name: slug }),
    personId: await insertedId(tx, "people", { slug, name: "Test Person" }),
    collectionId: await insertedId(tx, "collections", { slug, title: "Test", is_published: true }),
    assetId: await insertedId(tx, "video_assets", { movie_id: movieId, status: "ready" }),
    draftAssetId: await insertedId(tx, "video_assets", { movie_id: draftId, status: "ready" }),
    planId: await insertedId(tx, "subscription_plans", {
      slug,
      name: "Test",
      tier: "basic",
      max_concurrent_streams: 1,
      max_video_height: 480,
      is_active: false,
    }),
    sessionId: await insertedId(tx, "playback_sessions", session),
  };
}
