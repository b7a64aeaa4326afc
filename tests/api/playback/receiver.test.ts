import { jwtVerify, SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { POST as endStream } from "@/app/api/playback/[sessionId]/end/route";
import { GET as folder } from "@/app/api/playback/receiver/[token]/[file]/route";
import { GET as file } from "@/app/api/playback/receiver/[token]/files/[name]/route";
import { POST as start } from "@/app/api/playback/route";
import { env } from "@/lib/platform/env";
import { Browser } from "../../fixtures/browser";
import { film, household } from "../../fixtures/playback";
import { sql } from "../../fixtures/supabase";

// A television: it has an address and no cookie at all.

async function showing(tier = "free") {
  const [{ movieId }, person] = await Promise.all([film(), household({ tier })]);
  const { body } = await person.browser.call(start, { body: { movieId } });
  const token = (body.receiverUrl as string).split("/").at(-1) ?? "";
  return { movieId, person, sessionId: body.sessionId as string, token };
}

const read = (token: string, name: string, query = "") =>
  new Browser().call(folder, { method: "GET", path: `/api/test${query}`, params: { token, file: name } });
const fetchFile = (token: string, name: string) =>
  new Browser().call(file, { method: "GET", params: { token, name } });

const secret = () => new TextEncoder().encode(env().COOKIE_SECRET);
const sign = (sessionId: string, audience: string, expires: string) =>
  new SignJWT({ country: null })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(sessionId)
    .setAudience(audience)
    .setExpirationTime(expires)
    .sign(secret());

describe("another screen with the address of a stream", () => {
  test("reads playlists, lines and bytes without any cookie, and finds no signature of ours in them", async () => {
    const { token } = await showing();
    const screen = await read(token, "screen.m3u8");
    expect(screen.status).toBe(200);
    expect(screen.headers.get("access-control-allow-origin")).toBe("*");
    expect(screen.body).toContain("video-240.m3u8");
    expect(screen.body).toContain('URI="subtitles-0.m3u8"');
    expect((await read(token, "master.m3u8")).body).not.toContain("subtitles");
    expect((await read(token, "subtitles-0.m3u8")).body).toContain("subtitles-0.vtt");
    expect((await read(token, "subtitles-0.vtt")).body).toContain("Hello");
    const playlist = (await read(token, "video-240.m3u8")).body as string;
    expect(playlist).toContain("\nfiles/video-240.mp4\n");
    expect(playlist).not.toContain("token=");
    const { status, headers } = await fetchFile(token, "video-240.mp4");
    expect([status, headers.get("access-control-allow-origin")]).toEqual([302, "*"]);
    expect((await fetch(headers.get("location") ?? "")).status).toBe(200);
  });

  test("may ask for one height alone", async () => {
    const { token } = await showing();
    const { body } = await read(token, "master.m3u8", "?height=240");
    expect(body).toContain("video-240");
    expect(body).not.toContain("video-480");
  });

  test("gets nothing above the plan, by no name", async () => {
    const { token } = await showing();
    expect((await read(token, "screen.m3u8")).body).not.toContain("1080");
    expect((await read(token, "master.m3u8", "?height=1080")).status).toBe(404);
    expect((await read(token, "video-1080.m3u8")).status).toBe(404);
    expect((await fetchFile(token, "video-1080.mp4")).status).toBe(404);
    expect((await fetchFile(token, "thumbnails-1.jpg")).status).toBe(404);
    expect((await read(token, "subtitles-7.vtt")).status).toBe(404);
  });

  test("loses it with the stream", async () => {
    const { token, person, sessionId } = await showing();
    await person.browser.call(endStream, { params: { sessionId } });
    expect((await read(token, "screen.m3u8")).status).toBe(404);
    expect((await fetchFile(token, "video-240.mp4")).status).toBe(404);
  });

  test("loses it with the plan, the viewer's limit and the account", async () => {
    const { token, person, movieId } = await showing("premium");
    await sql`update public.movies set access_level = 'premium' where id = ${movieId}`;
    expect((await read(token, "screen.m3u8")).status).toBe(200);
    await sql`update public.user_accounts set subscription_expires_at = now() where user_id = ${person.id}`;
    expect((await read(token, "screen.m3u8")).status, "the subscription ran out").toBe(402);
    await sql`update public.user_accounts set subscription_expires_at = null where user_id = ${person.id}`;
    await sql`update public.viewer_profiles set maturity_limit = 7 where id = ${person.viewerId}`;
    await sql`update public.movies set maturity_rating = 12 where id = ${movieId}`;
    expect((await read(token, "screen.m3u8")).status, "above the limit by now").toBe(404);
    await sql`update public.movies set maturity_rating = 0 where id = ${movieId}`;
    await sql`update public.user_accounts set suspended_until = now() + interval '1 day' where user_id = ${person.id}`;
    expect((await read(token, "screen.m3u8")).status, "suspended").toBe(404);
  });

  test("keeps the stream's place while the telephone beside it sleeps, but cannot bring a lost one back", async () => {
    const { token, sessionId } = await showing();
    const age = (seconds: number) =>
      sql`update public.playback_sessions set last_heartbeat_at = now() - make_interval(secs => ${seconds}) where id = ${sessionId}`;
    await age(50);
    await fetchFile(token, "video-240.mp4");
    const [row] = await sql<{ age: number }[]>`
      select extract(epoch from clock_timestamp() - last_heartbeat_at)::float as age
      from public.playback_sessions where id = ${sessionId}
    `;
    expect(row?.age).toBeLessThan(10);
    await age(61);
    expect((await fetchFile(token, "video-240.mp4")).status).toBe(404);
  });
});

describe("an address that we did not make", () => {
  test.each(["x", "a.b.c", "../../secrets", "y".repeat(900)])("%s opens nothing", async (token) => {
    expect((await read(token, "screen.m3u8")).status).toBe(404);
    expect((await fetchFile(token, "video-240.mp4")).status).toBe(404);
  });

  test("neither does one signed for something else, nor an old one", async () => {
    const { sessionId, token } = await showing();
    expect((await read(await sign(sessionId, "viewer", "1 h"), "screen.m3u8")).status).toBe(404);
    expect((await read(await sign(sessionId, "receiver", "-1 s"), "screen.m3u8")).status).toBe(404);
    expect((await read(`${token.slice(0, -4)}AAAA`, "screen.m3u8")).status).toBe(404);
    const { payload } = await jwtVerify(token, secret(), { audience: "receiver" });
    expect((payload.exp ?? 0) - Date.now() / 1000).toBeLessThanOrEqual(12 * 3600);
  });
});
