import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, startBuiltSite } from "@/tests/fixtures/built-site";
import { startLiar } from "@/tests/fixtures/liar";
import { startReceiver } from "@/tests/fixtures/receiver";
import { newPassword, person, publishableKey, secretKey, supabaseUrl } from "@/tests/fixtures/supabase";

type Line = Record<string, unknown>;

const PATIENCE_MS = 10_000;
const TRACE_ID = /^[0-9a-f]{32}$/;
/** What the lying service says where it fails; everything in it is somebody's secret. */
const BOOM = {
  code: "XX000",
  message: `boom at postgresql://owner:hunter22@db/x for ada@lovelace.test, Bearer abcdef0123456789, key ${secretKey}`,
};

let liar: Awaited<ReturnType<typeof startLiar>>;
let collector: Awaited<ReturnType<typeof startReceiver>>;
let sentry: Awaited<ReturnType<typeof startReceiver>>;
let site: BuiltSite;

beforeAll(async () => {
  liar = await startLiar(supabaseUrl, {
    "/rest/v1/rpc/catalogue_random": { status: 500, body: BOOM },
    "/rest/v1/rpc/catalogue_person": { status: 500, body: BOOM },
  });
  [collector, sentry] = await Promise.all([startReceiver(), startReceiver()]);
  site = await startBuiltSite({
    LOG_LEVEL: "trace",
    SUPABASE_URL: liar.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_BSP_SCHEDULE_DELAY: "200",
    SENTRY_DSN: `http://publickey@127.0.0.1:${sentry.port}/7`,
  });
}, 60_000);

afterAll(async () => {
  await site?.close();
  for (const part of [liar, collector, sentry]) part?.close();
});

type Call = { method?: string; body?: unknown; cookie?: string; accept?: string };

async function ask(path: string, { method, body, cookie, accept = "application/json" }: Call = {}) {
  const answer = await fetch(`${site.url}${path}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      accept,
      origin: site.url,
      "x-forwarded-for": `10.${randomInt(255)}.${randomInt(255)}.${randomInt(1, 255)}`,
      ...(cookie && { cookie }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: "manual",
  });
  return {
    status: answer.status,
    requestId: answer.headers.get("x-request-id") ?? "",
    cookies: answer.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0] ?? ""),
    text: await answer.text(),
  };
}

async function signIn() {
  const somebody = await person({ display_name: "Ada" });
  const { status, cookies } = await ask("/api/auth/sign-in", {
    body: { email: somebody.email, password: somebody.password },
  });
  expect(status).toBe(200);
  return { ...somebody, cookies, cookie: cookies.join("; ") };
}

const lines = (): string[] => site.log().split("\n").slice(0, -1);
const records = (): Line[] => lines().flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));

/** The lines of one request, once it has been answered. */
async function linesOf(requestId: string): Promise<Line[]> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(50)) {
    const mine = records().filter((line) => line.requestId === requestId);
    if (mine.some(({ msg }) => msg === "answered")) return mine;
  }
  throw new Error(`no request ${requestId} is in the log: ${site.log().slice(-2_000)}`);
}

const answered = async (requestId: string) =>
  (await linesOf(requestId)).find(({ msg }) => msg === "answered") as Line;

describe("the log", () => {
  test("names each request by the id in its answer, and by whom it was made", async () => {
    const who = await signIn();
    const visit = await ask("/browse", { accept: "text/html" });
    const read = await ask("/api/preferences", {
      method: "PUT",
      body: { theme: "dark" },
      cookie: who.cookie,
    });
    const page = await ask("/settings", { accept: "text/html", cookie: who.cookie });
    expect(await answered(visit.requestId)).toMatchObject({
      method: "GET",
      path: "/browse",
      status: 200,
      kind: "page",
      userId: null,
      ms: expect.any(Number),
    });
    expect(await answered(read.requestId)).toMatchObject({ path: "/api/preferences", status: read.status });
    expect(await answered(page.requestId)).toMatchObject({ path: "/settings", status: 200, userId: who.id });
  });

  test("tells of a failed route with its cause, and of a failed page with the number on its screen", async () => {
    const route = await ask("/api/catalogue/surprise");
    expect(route.status).toBe(500);
    expect(await linesOf(route.requestId)).toContainEqual(
      expect.objectContaining({ level: 50, code: "INTERNAL", msg: "request failed" }),
    );
    const page = await ask("/person/nobody", { accept: "text/html" });
    const [failure] = (await linesOf(page.requestId)).filter(({ msg }) => msg === "rendering failed");
    expect(failure).toMatchObject({ level: 50, method: "GET", path: "/person/nobody" });
    const { digest }: { digest: string } = Object(failure?.err);
    expect(digest).toMatch(/^\d+/);
    expect(page.text).toContain(digest);
  });

  test("holds nothing that opens a door or that somebody keeps to themselves", async () => {
    const who = await signIn();
    const wrong = newPassword();
    const token = randomUUID().replaceAll("-", "");
    const searched = `secretly${randomUUID()}`;
    const asked = [
      await ask("/api/auth/sign-in", { body: { email: who.email, password: wrong } }),
      await ask(`/auth/confirm?token_hash=${token}&type=signup&next=/`, { accept: "text/html" }),
      await ask(`/api/playback/receiver/${token}/master.m3u8`),
      await ask(`/api/catalogue/search?q=${searched}`, { cookie: who.cookie }),
      await ask(`/search?q=${searched}`, { accept: "text/html", cookie: who.cookie }),
      await ask("/api/auth/forgot-password", { body: { email: who.email } }),
      await ask("/api/account/email", {
        body: { email: `new-${who.email}`, password: who.password },
        cookie: who.cookie,
      }),
      await ask("/api/catalogue/surprise", { cookie: who.cookie }),
      await ask("/person/nobody", { accept: "text/html", cookie: who.cookie }),
    ];
    for (const { requestId } of asked) await answered(requestId);
    const values = who.cookies.map((cookie) => cookie.slice(cookie.indexOf("=") + 1));
    expect(values.join("").length).toBeGreaterThan(100);
    const secrets = {
      ...{ email: who.email, encodedEmail: encodeURIComponent(who.email), password: who.password, wrong },
      ...{ token, searched, secretKey, otherPeople: "ada@lovelace.test", databasePassword: "hunter22" },
      ...{ bearer: "abcdef0123456789", signedToken: "eyJ", publishableKey },
      ...Object.fromEntries(
        values.filter((value) => value.length > 8).map((value, at) => [`cookie ${at}`, value]),
      ),
      ...Object.fromEntries(
        ["COOKIE_SECRET", "CRON_SECRET", "UPSTASH_REDIS_REST_TOKEN", "DATABASE_URL"].map((name) => [
          name,
          process.env[name] || "never set",
        ]),
      ),
    };
    const written = site.log();
    expect(Object.entries(secrets).filter(([, value]) => written.includes(value))).toEqual([]);
  });

  test("is JSON in every line from the first request on, also of what the framework says", () => {
    const all = lines();
    const served = all.slice(all.findIndex((line) => line.includes('"answered"')));
    expect(served.length).toBeGreaterThan(20);
    expect(served.filter((line) => !line.startsWith("{"))).toEqual([]);
    expect(records().filter(({ level, time, msg }) => !level || !time || typeof msg !== "string")).toEqual(
      [],
    );
  });
});

describe("traces", () => {
  test("go to the collector, with the id of the request and of who made it", async () => {
    const who = await signIn();
    const { requestId } = await ask("/api/catalogue/suggestions?q=a", { cookie: who.cookie });
    const sent = await collector.find(({ body }) => body.includes(requestId));
    expect(sent.path).toBe("/v1/traces");
    const { resourceSpans } = JSON.parse(sent.body);
    const resource = JSON.stringify(resourceSpans[0].resource);
    expect(resource).toContain('"cineverse"');
    const spans = resourceSpans[0].scopeSpans.flatMap(({ spans }: { spans: Line[] }) => spans);
    const mine = spans.find((span: Line) => JSON.stringify(span).includes(requestId));
    expect(mine.traceId).toMatch(TRACE_ID);
    expect(JSON.stringify(mine)).toContain(who.id);
  });

  test("hold what a log may hold, and no more", async () => {
    const searched = `secretly${randomUUID()}`;
    const { requestId } = await ask(`/api/catalogue/search?q=${searched}`);
    await collector.find(({ body }) => body.includes(requestId));
    const { requestId: failed } = await ask("/api/catalogue/surprise");
    await collector.find(({ body }) => body.includes(failed));
    const everything = collector.everything();
    for (const secret of [searched, secretKey, "hunter22", "ada@lovelace.test", "abcdef0123456789"])
      expect(everything).not.toContain(secret);
  });
});

describe("Sentry", () => {
  const eventOf = async (mark: string) => {
    const sent = await sentry.find(({ body }) => body.includes(mark));
    expect(sent.path).toMatch(/^\/api\/7\/envelope\//);
    return JSON.parse(sent.body.split("\n")[2] ?? "");
  };

  test("is told of an error that nobody expected, of a route and of a page", async () => {
    const who = await signIn();
    const route = await ask("/api/catalogue/surprise", { cookie: who.cookie });
    const event = await eventOf(route.requestId);
    expect(event).toMatchObject({ tags: { requestId: route.requestId }, user: { id: who.id } });
    const [exception] = event.exception.values.slice(-1);
    expect(exception.value).toMatch(/^boom at/);
    expect(exception.stacktrace.frames.length).toBeGreaterThan(0);
    const page = await ask("/person/nobody", { accept: "text/html", cookie: who.cookie });
    expect(await eventOf(page.requestId)).toMatchObject({ tags: { path: "/[locale]/person/[slug]" } });
  });

  test("is not told of what somebody asked wrongly, nor of anything secret", async () => {
    const nothing = await ask("/api/catalogue/search?q=");
    const strange = await ask(`/title/${randomUUID()}`, { accept: "text/html" });
    const { requestId } = await ask("/api/catalogue/surprise");
    await eventOf(requestId);
    const everything = sentry.everything();
    for (const unexpected of [nothing.requestId, strange.requestId])
      expect(everything).not.toContain(unexpected);
    for (const secret of [secretKey, "hunter22", "ada@lovelace.test", "abcdef0123456789"])
      expect(everything).not.toContain(secret);
  });
});
