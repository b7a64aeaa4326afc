import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as start } from "@/app/api/playback/route";
import { POST as addViewer } from "@/app/api/viewers/route";
import { forgetHousehold } from "@/lib/platform/auth/household";
import { Browser } from "@/tests/fixtures/browser";
import { addMovie, giveRole } from "@/tests/fixtures/database";
import { film, household } from "@/tests/fixtures/playback";
import { afterwards, service, sql } from "@/tests/fixtures/supabase";
import type { Persona } from "./entries";

export type Person = { cookie: string; id: string; viewerId: string; email: string; password: string };
export type World = Awaited<ReturnType<typeof makeWorld>>;

const NOBODY: Person = { cookie: "", id: "", viewerId: "", email: "", password: "" };
const STAFF = ["moderator", "operator", "creator", "admin", "super_admin"] as const;

const cookieOf = (browser: Browser, without = "") =>
  [...browser.cookies]
    .filter(([name]) => name !== without)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("; ");

type Household = Awaited<ReturnType<typeof household>>;
const toPerson = ({ browser, id, viewerId, email, password }: Household): Person => ({
  cookie: cookieOf(browser),
  id,
  viewerId,
  email,
  password,
});

/** A grown-up with the greatest plan, so that nothing is refused for another reason than the one that is tried. */
const somebody = (state: Parameters<typeof household>[0] = {}) =>
  household({ tier: "vip", maturityLimit: 18, ...state });

/** One household for each persona, and what belongs to the `user` among them. */
export async function makeWorld() {
  const owner = await somebody();
  const things = { ...(await makeTitles()), ...(await makeThingsOf(owner)) };
  return {
    ...things,
    ...(await startStreams(owner, things.movieId)),
    people: await makePeople(owner),
  };
}

async function makePeople(owner: Household): Promise<Record<Persona, Person>> {
  const people: Record<string, Person> = { visitor: NOBODY, user: toPerson(owner) };
  people.stranger = toPerson(await somebody());
  people.suspended = toPerson(await somebody({ suspendedUntil: new Date(Date.now() + 86_400_000) }));
  for (const role of STAFF) {
    const one = await somebody();
    await giveRole(sql, one.id, role);
    await forgetHousehold(one.id);
    people[role] = toPerson(one);
  }
  const undecided = await somebody();
  people.undecided = { ...toPerson(undecided), cookie: cookieOf(undecided.browser, "cineverse-viewer") };
  return people as Record<Persona, Person>;
}

async function makeTitles() {
  const { movieId } = await film();
  const [movie] = await sql<{ slug: string }[]>`select slug from public.movies where id = ${movieId}`;
  const comingId = await addMovie(sql, {
    status: "scheduled",
    published_at: new Date(Date.now() + 3_600_000).toISOString(),
  });
  afterwards(() => sql`delete from public.movies where id = ${comingId}`);
  return { movieId, slug: movie?.slug ?? "", comingId };
}

async function makeThingsOf({ browser, id, email, password }: Household) {
  const [second, spare] = [await addOne(browser, "Second"), await addOne(browser, "Spare")];
  const picture = await sharp({ create: { width: 32, height: 32, channels: 3, background: "teal" } })
    .webp()
    .toBuffer();
  for (const bucket of ["artwork", "avatars"]) {
    const { error } = await service.storage
      .from(bucket)
      .upload(`${id}/p.webp`, picture, { contentType: "image/webp" });
    if (error) throw error;
    afterwards(() => service.storage.from(bucket).remove([`${id}/p.webp`]));
  }
  await new Browser().call(signIn, { body: { email, password } });
  const [device] = await sql<{ id: string }[]>`
    select id from public.user_devices where user_id = ${id} order by created_at desc limit 1
  `;
  return { secondViewerId: second, spareViewerId: spare, picture, folder: id, deviceId: device?.id ?? "" };
}

async function addOne(browser: Browser, name: string): Promise<string> {
  const { status, body } = await browser.call(addViewer, {
    body: { name, maturityLimit: 12, language: "en" },
  });
  if (status !== 201) throw new Error(`a viewer was refused: ${status}`);
  return body.id;
}

async function startStreams({ browser }: Household, movieId: string) {
  const begin = async () => {
    const { status, body } = await browser.call(start, { body: { movieId } });
    if (status !== 201) throw new Error(`a stream was refused: ${status}`);
    return body as { sessionId: string; receiverUrl: string };
  };
  const [one, other] = [await begin(), await begin()];
  return {
    sessionId: one.sessionId,
    otherSessionId: other.sessionId,
    token: one.receiverUrl.split("/").at(-1) ?? "",
    nowhere: randomUUID(),
  };
}
