import { createClient } from "@supabase/supabase-js";
import { expect, test } from "vitest";
import {
  admin,
  afterwards,
  dataFolder,
  hear,
  Inbox,
  isEmbedded,
  joined,
  person,
  publishableKey,
  type SystemMessage,
  sql,
  subscribe,
  tab,
  table,
} from "./realtime-fixture";

const HOSTED = "the signing key of a hosted project is not at hand";

/** A token as the project's Auth would sign it, for as long as the test wants. */
async function tokenFor(claims: object, seconds: number): Promise<string> {
  const { createTokens } = await import("@/supabase/embedded/tokens");
  const tokens = await createTokens(dataFolder);
  return tokens.sign({ aud: "authenticated", role: "authenticated", ...claims }, seconds);
}

/** A client that has one token and never another. */
async function holder(token: string) {
  const client = createClient(process.env.SUPABASE_URL ?? "", publishableKey, {
    accessToken: async () => token,
  });
  afterwards(() => client.removeAllChannels());
  // Before the callback has answered, the SDK would join with the publishable key.
  await client.realtime.setAuth();
  return client;
}

test("a person whose session is refreshed stays subscribed", async () => {
  const name = await table("id int primary key, owner uuid", { guarded: true });
  await sql.unsafe(`create policy "own" on ${name} for select using (owner = (select auth.uid()))`);
  const anna = await person();
  const { changes, statuses } = await hear(anna.client, name);
  await sql.unsafe(`insert into ${name} values (1, '${anna.id}')`);
  await changes.take(1);
  const { error } = await anna.client.auth.refreshSession();
  expect(error).toBeNull();
  await sql.unsafe(`insert into ${name} values (2, '${anna.id}')`);
  await changes.take(2);
  expect(statuses.items.map(({ status }) => status)).toEqual(["SUBSCRIBED"]);
});

test("no change is lost, repeated or out of order while sessions are refreshed", async () => {
  const name = await table("id int primary key, owner uuid", { guarded: true });
  await sql.unsafe(`create policy "own" on ${name} for select using (owner = (select auth.uid()))`);
  const anna = await person();
  const inboxes = [await hear(anna.client, name), await hear(anna.client, name, { filter: "id=gt.0" })];
  let isDone = false;
  const refreshing = (async () => {
    for (let n = 0; n < 5; n += 1) await anna.client.auth.refreshSession();
    isDone = true;
  })();
  let last = 0;
  while (!isDone) await sql.unsafe(`insert into ${name} values (${++last}, '${anna.id}')`);
  await refreshing;
  await sql.unsafe(`insert into ${name} values (${++last}, '${anna.id}')`);
  const expected = Array.from({ length: last }, (_, index) => index + 1);
  for (const { changes } of inboxes) {
    await changes.find(({ new: row }) => "id" in row && row.id === last);
    expect(changes.items.map(({ new: row }) => ("id" in row ? row.id : null))).toEqual(expected);
  }
});

test("the claims of a refreshed token count from then on", async () => {
  const name = await table("id int primary key, plan text", { guarded: true });
  await sql.unsafe(`create policy "by plan" on ${name} for select
    using (plan = (select auth.jwt() -> 'app_metadata' ->> 'plan'))`);
  const anna = await person();
  await admin.auth.admin.updateUserById(anna.id, { app_metadata: { plan: "basic" } });
  await anna.client.auth.refreshSession();
  const { changes } = await hear(anna.client, name);
  await sql.unsafe(`insert into ${name} values (1, 'basic'), (2, 'vip')`);
  await changes.take(1);
  await admin.auth.admin.updateUserById(anna.id, { app_metadata: { plan: "vip" } });
  await anna.client.auth.refreshSession();
  // The token travels on its own, so the rows that mark its arrival are written until one comes through.
  let id = 10;
  await expect
    .poll(
      async () => {
        id += 2;
        await sql.unsafe(`insert into ${name} values (${id}, 'basic'), (${id + 1}, 'vip')`);
        return changes.items.some(({ new: row }) => "plan" in row && row.plan === "vip");
      },
      { timeout: 15_000, interval: 100 },
    )
    .toBe(true);
  const plans = changes.items.map(({ new: row }) => ("plan" in row ? row.plan : null));
  expect(plans.slice(plans.indexOf("vip"))).not.toContain("basic");
});

test("signing out ends what only the person may read", async () => {
  const name = await table("id int primary key, owner uuid", { guarded: true });
  await sql.unsafe(`create policy "own" on ${name} for select using (owner = (select auth.uid()))`);
  const anna = await person();
  const { changes } = await hear(anna.client, name);
  await sql.unsafe(`insert into ${name} values (1, '${anna.id}')`);
  await changes.take(1);
  await anna.client.auth.signOut({ scope: "local" });
  const visitors = await hear(anna.client, name);
  await sql.unsafe(`insert into ${name} values (2, '${anna.id}')`);
  await sql.unsafe(`delete from ${name} where id = 2`);
  await visitors.changes.take(1);
  await changes.take(2);
  expect(changes.items.map(({ eventType }) => eventType)).toEqual(["INSERT", "DELETE"]);
});

test("a token that expires without a successor ends the channel with a reason", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const client = await holder(await tokenFor({ sub: crypto.randomUUID() }, 2));
  const system = new Inbox<SystemMessage>();
  const channel = client.channel("short").on("system", {}, system.push);
  const statuses = await joined(channel);
  await statuses.find(({ status }) => status === "CLOSED");
  expect(system.items.at(-1)).toMatchObject({ extension: "system", status: "error" });
  expect(system.items.at(-1)?.message).toMatch(/expired/i);
});

test("a token replaced before it expires keeps the channel", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const sub = crypto.randomUUID();
  const client = tab();
  await client.realtime.setAuth(await tokenFor({ sub }, 2));
  const statuses = await joined(client.channel("renewed"));
  await client.realtime.setAuth(await tokenFor({ sub }, 600));
  const other = await holder(await tokenFor({ sub }, 3));
  // The other token outlives the first one's end: its own end is the barrier.
  await (await joined(other.channel("barrier"))).find(({ status }) => status === "CLOSED");
  expect(statuses.items.map(({ status }) => status)).toEqual(["SUBSCRIBED"]);
});

test.each([
  ["that has expired", () => tokenFor({ sub: crypto.randomUUID() }, -10), /expired/i],
  ["signed by somebody else", async () => `${publishableKey.slice(0, -4)}AAAA`, /JWT/],
  ["that is none", async () => "nonsense", /JWT/],
  ["for a role that the API does not have", () => tokenFor({ role: "supabase_admin" }, 60), /role/],
])("a token %s opens no channel", async (_, make, reason) => {
  if (!isEmbedded) return;
  const client = tab();
  await client.realtime.setAuth(await make());
  const refused = await subscribe(client.channel("any")).find(() => true);
  expect(refused.status).toBe("CHANNEL_ERROR");
  expect(refused.error?.message).toMatch(reason);
});

test("a bad token on an open channel ends it with a reason", async () => {
  const client = tab();
  const system = new Inbox<SystemMessage>();
  const statuses = await joined(client.channel("spoilt").on("system", {}, system.push));
  await client.realtime.setAuth("nonsense");
  await statuses.find(({ status }) => status === "CLOSED");
  expect(system.items.at(-1)).toMatchObject({ status: "error" });
});
