import { randomInt } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import type { Pool } from "pg";
import { requireEnv } from "@/lib/platform/env";
import { seededRandom } from "../random";
import { drawSequence, type Visit } from "../traffic";
import { reportOf, startWatching, type Watcher } from "./watchers";

/** Of a hundred requests: how many are what. Half of the pages are asked for by people with a session. */
const SHARES = { page: 62, search: 6, progress: 30, "sign-in": 2 } as const;
export type Kind = keyof typeof SHARES;
export type Sent = { method: "GET" | "POST"; path: string; headers: Record<string, string>; body?: string };
/** Made when it is due: a report says where the film is at that moment. */
export type Asked = { kind: Kind; make: () => Sent };
export type Mix = { site: string; watchers: Watcher[]; draw: (count: number, seed: number) => Asked[] };

const ACCOUNTS = 20;
const PASSWORD = "a password of the bench";

type Prepared = { pool: Pool; site: string; visits: Visit[]; cookies: string[] };

export async function prepareMix({ pool, site, visits, cookies }: Prepared): Promise<Mix> {
  const [emails, watchers] = [await addAccounts(pool), await startWatching({ pool, site, cookies })];
  const searches = visits.filter(({ kind }) => kind === "search").map(({ path }) => path);
  return {
    site,
    watchers,
    draw: (count, seed) => drawMix({ site, visits, searches, cookies, emails, watchers }, count, seed),
  };
}

type Parts = {
  site: string;
  visits: Visit[];
  searches: string[];
  cookies: string[];
  emails: string[];
  watchers: Watcher[];
};

function drawMix(parts: Parts, count: number, seed: number): Asked[] {
  const { site, visits, searches, cookies, emails, watchers } = parts;
  const random = seededRandom(seed);
  const pages = drawSequence(visits, count, seed + 1);
  const people = drawSequence(cookies, count, seed + 2);
  const kinds = Object.entries(SHARES).flatMap(([kind, share]) => Array<Kind>(share).fill(kind as Kind));
  const origin = { origin: site, "content-type": "application/json" };
  return Array.from({ length: count }, (_, index): Asked => {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? "page";
    const one = <Item>(items: Item[]): Item => items[Math.floor(random() * items.length)] as Item;
    const asked = (make: () => Sent): Asked => ({ kind, make });
    if (kind === "page") {
      const cookie = random() < 0.5 ? people[index] : undefined;
      const headers = { accept: "text/html", ...(cookie && { cookie }) };
      return asked(() => ({ method: "GET", path: pages[index]?.path ?? "/", headers }));
    }
    // As many callers as searches: here the site is measured, not its limits.
    const caller = { "x-forwarded-for": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` };
    if (kind === "search") {
      const path = `/api/catalogue${one(searches)}`;
      return asked(() => ({ method: "GET", path, headers: caller }));
    }
    if (kind === "sign-in") {
      const body = JSON.stringify({ email: one(emails), password: PASSWORD });
      return asked(() => ({
        method: "POST",
        path: "/api/auth/sign-in",
        headers: { ...origin, ...caller },
        body,
      }));
    }
    const watcher = one(watchers);
    const position = random() * watcher.durationSeconds;
    return asked(() => {
      const { path, headers, body } = reportOf(watcher, Date.now(), position);
      return { method: "POST", path, headers: { ...headers, origin: site }, body };
    });
  });
}

/** People with a password, for sign-ins that are real. */
async function addAccounts(pool: Pool): Promise<string[]> {
  const client = createClient(requireEnv("SUPABASE_URL"), requireEnv("SUPABASE_SECRET_KEY"), {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const emails = Array.from({ length: ACCOUNTS }, (_, number) => `bench-signs-in-${number}@cineverse.test`);
  const { rows } = await pool.query<{ email: string }>("select email from auth.users where email = any($1)", [
    emails,
  ]);
  const known = new Set(rows.map(({ email }) => email));
  for (const email of emails.filter((address) => !known.has(address))) {
    const { error } = await client.auth.admin.createUser({ email, password: PASSWORD, email_confirm: true });
    if (error) throw error;
  }
  return emails;
}
