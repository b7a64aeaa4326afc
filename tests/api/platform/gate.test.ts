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

test("a suspended person is shown why", async () => {
  const cookie = cookieOf(await household({ suspendedUntil: new Date(Date.now() + 86_400_000) }));
  expect(leadsTo(await get("/settings", { cookie }))).toBe("/suspended");
  expect((await get("/suspended", { cookie })).status).toBe(200);
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
  await get("/admin", { cookie });
  await sql`update public.user_accounts set role = 'user' where user_id = ${id}`;
  const end = Date.now() + 60_000;
  let status = 0;
  while (Date.now() < end && status !== 404) status = (await get("/admin", { cookie })).status;
  expect(status).toBe(404);
}, 70_000);
