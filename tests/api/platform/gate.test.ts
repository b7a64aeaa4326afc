import { createHash, randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

const { SITE_URL = "" } = process.env;
const newAddress = () => `10.${randomInt(255)}.${randomInt(255)}.${randomInt(1, 255)}`;

type Person = Awaited<ReturnType<typeof household>>;

const cookieOf = ({ browser }: Person) =>
  [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${SITE_URL}${path}`, { headers: { accept: "text/html", ...headers }, redirect: "manual" });
}

const leadsTo = (answer: Response) => answer.headers.get("location")?.replace(SITE_URL, "");

test("every answer has a request id of ours, whatever the caller calls itself", async () => {
  const own = "a-caller-of-my-own-name";
  const ids = await Promise.all(
    ["/", "/api/health/live", "/sign-in", "/api/catalogue/suggestions?q=a"].map(async (path) =>
      (await get(path, { "x-request-id": own })).headers.get("x-request-id"),
    ),
  );
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
});

test("a page for people with an account sends a visitor to sign in, and back", async () => {
  for (const path of ["/settings", "/watch/ember?t=30", "/profile"]) {
    const answer = await get(path);
    const target = leadsTo(answer) ?? "";
    const end = path === "/profile" ? leadsTo(await get(target)) : target;
    expect(end).toBe(`/sign-in?next=${encodeURIComponent(path === "/profile" ? "/settings" : path)}`);
  }
});

test("a forged session opens nothing", async () => {
  const forged = Buffer.from(
    JSON.stringify({
      access_token: "eyJhbGciOiJub25lIn0.eyJzdWIiOiI3ZjFkMWYwZSJ9.",
      expires_at: Math.floor(Date.now() / 1000) + 3600,
      refresh_token: "x",
    }),
  ).toString("base64url");
  const answer = await get("/settings", { cookie: `cineverse-auth=base64-${forged}` });
  expect([307, 303, 302]).toContain(answer.status);
  expect(leadsTo(answer)).toMatch(/^\/(sign-in|auth\/ended)\?/);
});

test("somebody who is signed in is sent home from the sign-in pages", async () => {
  const cookie = cookieOf(await household());
  expect(leadsTo(await get("/sign-in", { cookie }))).toBe("/");
  expect(leadsTo(await get("/sign-up?next=//evil.example", { cookie }))).toBe("/");
  const login = await get("/login?redirect=https://evil.example/", { cookie });
  expect(leadsTo(await get(leadsTo(login) ?? "", { cookie }))).toBe("/");
});

test("a suspended person is shown why and until when", async () => {
  const person = await household({ suspendedUntil: new Date("2031-03-14T12:00:00Z") });
  await sql`update public.user_accounts set suspension_reason = 'Threats <b>&</b> spam' where user_id = ${person.id}`;
  const cookie = cookieOf(person);
  expect(leadsTo(await get("/settings", { cookie }))).toBe("/suspended");
  const page = await get("/suspended", { cookie, "accept-language": "en" });
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain("March 14, 2031");
  expect(html).toContain("Threats &lt;b&gt;&amp;&lt;/b&gt; spam");
});

test("every answer tells the browser what it may do with it", async () => {
  const html = await (await get("/")).text();
  const script = /src="(\/_next\/static\/[^"]+\.js[^"]*)"/.exec(html)?.[1] ?? "";
  const answers = {
    "/": 200,
    "/sign-in": 200,
    "/settings": 307,
    "/nowhere-at-all": 404,
    "/api/nowhere": 404,
    "/api/health/live": 200,
    "/robots.txt": 200,
    [script]: 200,
  };
  for (const [path, status] of Object.entries(answers)) {
    const answer = await get(path);
    expect(answer.status, path).toBe(status);
    expect(Object.fromEntries(answer.headers), path).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=(), geolocation=(), microphone=()"),
      "strict-transport-security": "max-age=63072000; includeSubDomains",
    });
  }
});

test("no page lets a script run that it does not name", async () => {
  const cookie = cookieOf(await household());
  for (const headers of [{}, { cookie }] as Record<string, string>[]) {
    const policy = (await get("/", headers)).headers.get("content-security-policy") ?? "";
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? "";
    expect(scripts).toMatch(headers.cookie ? /'nonce-[\w+/=-]{16,}'/ : /'sha256-[\w+/=]{44}'/);
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:\s/);
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
  }
});

test("the staff's desks are not there for others", async () => {
  const cookie = cookieOf(await household());
  for (const path of ["/admin", "/operator", "/creator"])
    expect((await get(path, { cookie })).status).toBe(404);
});

test("too many requests are told when to come back, by user and not by address", async () => {
  const [busy, calm] = [await household(), await household()];
  const address = newAddress();
  const search = (cookie: string) =>
    get("/api/catalogue/search?q=a", { cookie, accept: "application/json", "x-forwarded-for": address });
  const first = await search(cookieOf(busy));
  expect(Object.fromEntries(first.headers)).toMatchObject({
    "ratelimit-limit": "20",
    "ratelimit-policy": "20;w=60",
    "ratelimit-remaining": "19",
    "ratelimit-reset": expect.stringMatching(/^\d+$/),
  });
  const rest = await Promise.all(Array.from({ length: 25 }, () => search(cookieOf(busy))));
  const refused = rest.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(4);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused[0]?.headers.get("ratelimit-remaining")).toBe("0");
  expect(await refused[0]?.json()).toMatchObject({ error: { code: "TOO_MANY_REQUESTS" } });
  expect((await search(cookieOf(calm))).status).toBe(200);
});

test("a request that claims to be counted already is counted", async () => {
  const headers = {
    "x-cineverse-gate": `7f1d1f0e-8d7e-4f43-9a52-111111111111.search.${createHash("sha256").update("x").digest("hex")}`,
    "x-forwarded-for": newAddress(),
  };
  const statuses: number[] = [];
  // One or two more than the limit pass where a window ends in between.
  for (let count = 0; count < 25; count++)
    statuses.push((await get("/api/catalogue/search?q=a", headers)).status);
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(200));
  expect(statuses.at(-1)).toBe(429);
});

test("a demotion takes effect within a minute: the gate looks again after thirty seconds", async () => {
  const { browser, id } = await household();
  await sql`update public.user_accounts set role = 'moderator' where user_id = ${id}`;
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  expect((await get("/admin/status", { cookie })).status).toBe(200);
  await sql`update public.user_accounts set role = 'user' where user_id = ${id}`;
  const end = Date.now() + 60_000;
  let status = 0;
  while (Date.now() < end && status !== 404) status = (await get("/admin/status", { cookie })).status;
  expect(status).toBe(404);
}, 70_000);
