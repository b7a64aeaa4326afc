import { randomInt, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgetHousehold } from "@/lib/platform/auth/household";
import { cacheTags, forget } from "@/lib/platform/cache";
import { addMovie } from "@/tests/fixtures/database";
import { libraryWrites } from "@/tests/fixtures/library-calls";
import { listAddresses } from "@/tests/fixtures/pages";
import { household } from "@/tests/fixtures/playback";
import { siteUrl, sql } from "@/tests/fixtures/supabase";

const tag = randomUUID().slice(0, 8);
const GROWN = { slug: `grown-${tag}`, title: `Grown ${tag}` };
let grownId: string;

/** Every route that answers a GET, with an address; null for those that answer for one stream or file, or a cron, alone. */
const ROUTES = (): Record<string, string[] | null> => ({
  "api/auth/oauth": null,
  "api/auth/token": ["/api/auth/token"],
  "api/catalogue/browse": ["/api/catalogue/browse", "/api/catalogue/browse?genre=Drama"],
  "api/catalogue/home": ["/api/catalogue/home"],
  "api/catalogue/preview/[slug]": [`/api/catalogue/preview/${GROWN.slug}`],
  "api/catalogue/search": [`/api/catalogue/search?q=${tag}`],
  "api/catalogue/suggestions": ["/api/catalogue/suggestions?q=gro", `/api/catalogue/suggestions?q=${tag}`],
  "api/catalogue/surprise": ["/api/catalogue/surprise"],
  "api/cron/expire": null,
  "api/cron/page-views": null,
  "api/cron/tombstones": null,
  "api/cron/vitals": null,
  "api/health/live": ["/api/health/live"],
  "api/health/ready": ["/api/health/ready"],
  "api/library/changes": ["/api/library/changes?since=0"],
  "api/library/history": ["/api/library/history"],
  "api/library/lists/[list]": ["favorites", "watchlist", "ratings"].map((l) => `/api/library/lists/${l}`),
  "api/library/rails": ["/api/library/rails"],
  "api/library/titles/[movieId]": [`/api/library/titles/${grownId}`],
  "api/playback/[sessionId]/[track]": null,
  "api/playback/[sessionId]/master.m3u8": null,
  "api/playback/[sessionId]/subtitles/[track]": null,
  "api/playback/[sessionId]/thumbnails.vtt": null,
  "api/playback/[sessionId]/thumbnails/[sheet]": null,
  "api/playback/receiver/[token]/[file]": null,
  "api/playback/receiver/[token]/files/[name]": null,
  "api/playback/stills": [`/api/playback/stills?movieId=${grownId}`],
  "artwork/[...path]": null,
  "auth/confirm": null,
  "auth/ended": null,
  "avatars/[...path]": null,
  "og/[kind]/[file]": null,
  "robots.txt": ["/robots.txt"],
  "sitemap.xml": ["/sitemap.xml"],
  "sitemaps/[page]": null,
});

function readableRoutes(): string[] {
  const app = path.join(process.cwd(), "app");
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((name) => path.basename(name) === "route.ts")
    .filter((name) =>
      /export (const|async function|function) GET\b/.test(readFileSync(path.join(app, name), "utf8")),
    )
    .map((name) => path.dirname(name).replaceAll(path.sep, "/"));
}

type Session = { name: string; cookie: string; secrets: string[]; address: string };

const newAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

async function session(
  name: string,
  maturityLimit: number,
): Promise<Session & { home: Awaited<ReturnType<typeof household>> }> {
  const home = await household({ maturityLimit });
  const called = `${name} ${randomUUID().slice(0, 8)}`;
  await sql`update public.user_profiles set display_name = ${called} where id = ${home.id}`;
  await sql`update public.viewer_profiles set name = ${called} where id = ${home.viewerId}`;
  await forgetHousehold(home.id);
  const cookie = [...home.browser.cookies].map(([key, value]) => `${key}=${value}`).join("; ");
  return { name, cookie, secrets: [home.id, home.viewerId, home.email, called], address: newAddress(), home };
}

let grown: Session;
let child: Session;
const visitor: Session = { name: "a visitor", cookie: "", secrets: [], address: newAddress() };

beforeAll(async () => {
  grownId = await addMovie(sql, { ...GROWN, maturity_rating: 18 });
  const [one, other] = [await session("Grown", 18), await session("Young", 7)];
  await libraryWrites(
    one.home.browser,
    one.home.viewerId,
    { kind: "favorites", movieId: grownId, isListed: true },
    { kind: "watchlist", movieId: grownId, isListed: true },
    { kind: "rating", movieId: grownId, rating: 9 },
    { kind: "watched", movieId: grownId, episodeIds: null, isWatched: true },
  );
  [grown, child] = [one, other];
}, 60_000);
afterAll(() => sql`delete from public.movies where slug = ${GROWN.slug}`);

async function open(address: string, who: Session, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(`${siteUrl}${address}`, {
    headers: { cookie: who.cookie, "x-forwarded-for": who.address, ...headers },
    redirect: "manual",
  });
  const location = answer.headers.get("location") ?? "";
  // What moves between pages is asked for under a name that says how; who leaves it out is sent there.
  if (/[?&]_rsc(=|&|$)/.test(location) && !address.includes("_rsc")) {
    await answer.body?.cancel();
    const { pathname, search } = new URL(location, siteUrl);
    return open(pathname + search, who, headers);
  }
  return `${location}\n${await answer.text()}`;
}

/** What of one may stand in no answer to another: who they are, and a title for grown-ups alone. */
const forbiddenTo = (who: Session): string[] => [
  ...[grown, child].filter((other) => other !== who).flatMap(({ secrets }) => secrets),
  // An address that somebody asked for may be repeated to them.
  ...(who === grown ? [] : [GROWN.title]),
];

/** All three ask at once, in both orders, so that each would find what another has just left. */
async function askAll(address: string, headers: Record<string, string>) {
  const seen: { who: Session; text: string }[] = [];
  for (const order of [
    [grown, child, visitor],
    [visitor, child, grown],
  ]) {
    await forget(cacheTags.catalogue);
    for (const _ of ["what is loaded", "what is kept"])
      seen.push(
        ...(await Promise.all(order.map(async (who) => ({ who, text: await open(address, who, headers) })))),
      );
  }
  return seen;
}

function expectApart(address: string, seen: { who: Session; text: string }[]) {
  for (const { who, text } of seen)
    for (const secret of forbiddenTo(who))
      expect(text.includes(secret), `${secret} in ${address} for ${who.name}`).toBe(false);
}

describe("nothing of one session is served to another", { timeout: 300_000 }, () => {
  test("every route that answers a GET is tried, or says that it answers for one file alone", () => {
    expect(Object.keys(ROUTES()).sort()).toEqual(readableRoutes().sort());
  });

  test("by any route", async () => {
    for (const address of Object.values(ROUTES()).flatMap((addresses) => addresses ?? [])) {
      const seen = await askAll(address, { accept: "application/json" });
      expectApart(address, seen);
      if (address.startsWith("/api/library/lists/"))
        expect(
          seen.filter(({ who, text }) => who === grown && text.includes(GROWN.title)),
          address,
        ).toHaveLength(4);
    }
  });

  test.each([
    ["as a document", { accept: "text/html" }],
    ["as what moves between pages", { accept: "*/*", rsc: "1" }],
  ])("by any page, asked for %s", async (_, headers) => {
    const named: string[] = [];
    for (const address of [...listAddresses(), `/title/${GROWN.slug}`, "/browse?sort=newest"]) {
      const seen = await askAll(address, headers as Record<string, string>);
      expectApart(address, seen);
      if (seen.some(({ who, text }) => who === grown && text.includes(grown.secrets.at(-1) ?? "")))
        named.push(address);
    }
    // Where nobody were ever named, nothing could be mixed up.
    expect(named).toEqual(expect.arrayContaining(["/", "/favorites", "/settings"]));
  });
});
