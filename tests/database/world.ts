import { randomUUID } from "node:crypto";
import {
  type Account,
  type Actor,
  addEpisode,
  addMovie,
  attempt,
  giveRole,
  type Outcome,
  SERVICE,
  signedIn,
  signUp,
  type Transaction,
  VISITOR,
} from "../fixtures/database";

/**
 * Who knocks at the database. `suspended` is the owner of the rows while suspended, `suspendedAdmin` an admin while suspended.
 * Another viewer of the household has no line: all viewers share one identity, and the server alone tells them apart.
 */
export const PERSONAS = [
  "visitor",
  "owner",
  "suspended",
  "stranger",
  "creator",
  "operator",
  "moderator",
  "admin",
  "superAdmin",
  "suspendedAdmin",
  "service",
] as const;
export type Persona = (typeof PERSONAS)[number];
export type Who = readonly Persona[];

const ROLES = {
  creator: "creator",
  operator: "operator",
  moderator: "moderator",
  admin: "admin",
  superAdmin: "super_admin",
} as const;

/** One household, its neighbours, the staff and a small catalogue: what every table's rows hang on. */
export type World = {
  owner: Account;
  stranger: Account;
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

async function hire(tx: Transaction, role: string): Promise<string> {
  const { userId } = await signUp(tx);
  await giveRole(tx, userId, role);
  return userId;
}

async function hireStaff(tx: Transaction): Promise<Record<keyof typeof ROLES, Actor>> {
  const actors = {} as Record<keyof typeof ROLES, Actor>;
  for (const [persona, role] of Object.entries(ROLES) as [keyof typeof ROLES, string][]) {
    actors[persona] = signedIn(await hire(tx, role));
  }
  return actors;
}

async function suspend(tx: Transaction, userId: string): Promise<void> {
  await tx`
    update public.user_accounts set suspended_until = now() + interval '7 days' where user_id = ${userId}
  `;
}

async function recall(tx: Transaction, userId: string): Promise<void> {
  await tx`update public.user_accounts set suspended_until = null where user_id = ${userId}`;
}

/** Tries a statement as one of the personas; it is taken back. */
export async function attemptAs(
  tx: Transaction,
  world: World,
  persona: Persona,
  work: Parameters<typeof attempt>[2],
): Promise<Outcome> {
  if (persona !== "suspended") return attempt(tx, world.actors[persona], work);
  await suspend(tx, world.owner.userId);
  const outcome = await attempt(tx, world.actors.suspended, work);
  await recall(tx, world.owner.userId);
  return outcome;
}

export async function buildWorld(tx: Transaction): Promise<World> {
  const owner = await signUp(tx);
  const stranger = await signUp(tx);
  const staff = await hireStaff(tx);
  const suspendedAdmin = await hire(tx, "admin");
  await suspend(tx, suspendedAdmin);

  const movieId = await addMovie(tx);
  const draftId = await addMovie(tx, { status: "draft" });
  const seriesId = await addMovie(tx, { type: "series" });
  const slug = `test-${randomUUID()}`;
  const session = { user_id: owner.userId, viewer_profile_id: owner.viewerId, movie_id: movieId };
  return {
    owner,
    stranger,
    actors: {
      visitor: VISITOR,
      owner: signedIn(owner.userId),
      suspended: signedIn(owner.userId),
      stranger: signedIn(stranger.userId),
      ...staff,
      suspendedAdmin: signedIn(suspendedAdmin),
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
