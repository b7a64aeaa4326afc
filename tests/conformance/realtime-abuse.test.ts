import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { expect, test } from "vitest";
import {
  admin,
  hear,
  Inbox,
  isEmbedded,
  joined,
  person,
  realtimeUrl,
  sql,
  tab,
  table,
} from "./realtime-fixture";
import { RawSocket } from "./realtime-sockets";

const HOSTED = "a hosted project has limits of its own, and its other users";

/** Somebody else's channel, and the proof that it is served as if nothing had happened. */
async function neighbour() {
  const topic = randomUUID();
  const heard = new Inbox<unknown>();
  await joined(tab().channel(topic).on("broadcast", { event: "*" }, heard.push));
  return {
    async isServed() {
      const before = heard.items.length;
      await tab().channel(topic).httpSend("still there?", {});
      await heard.take(before + 1);
    },
  };
}

test("a heartbeat is answered", async () => {
  const raw = await RawSocket.open();
  expect(await raw.beat()).toEqual({ status: "ok" });
  raw.socket.close();
});

test("malformed frames do no harm, and many of them end the connection", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const other = await neighbour();
  const raw = await RawSocket.open();
  const bytes = (...list: number[]) => Uint8Array.from(list);
  for (const frame of [
    "",
    "{",
    "null",
    "[]",
    '["1","1",5,{},[]]',
    "[[[[[[",
    bytes(),
    bytes(3),
    bytes(9, 9),
  ]) {
    raw.socket.send(frame);
  }
  // A header that promises more than the frame has, and JSON that is none.
  raw.socket.send(bytes(3, 255, 255, 255, 255, 255, 1, 0));
  expect(await raw.beat()).toEqual({ status: "ok" });
  raw.socket.send(bytes(3, 0, 0, 1, 1, 0, 1, 97, 97, 123));
  await raw.ended.take(1);
  await other.isServed();
});

test("a frame over the limit ends the connection that sent it", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const other = await neighbour();
  const raw = await RawSocket.open();
  raw.socket.send("x".repeat(5 * 1024 * 1024));
  expect(await raw.ended.take(1)).toEqual([1009]);
  await other.isServed();
});

test("a topic that was not joined, or that is none, is refused", async () => {
  const raw = await RawSocket.open();
  expect(await raw.ask("realtime:unknown", "broadcast", {})).toMatchObject({ status: "error" });
  expect(await raw.ask("realtime:", "phx_join", {})).toMatchObject({ status: "error" });
  expect(await raw.ask("elsewhere", "phx_join", {})).toMatchObject({ status: "error" });
  raw.socket.close();
});

test.each([
  ["presence of a wrong shape", { presence: "yes" }],
  ["changes that are no list", { postgres_changes: {} }],
  ["a change of an unknown kind", { postgres_changes: [{ event: "TRUNCATE", schema: "public" }] }],
  [
    "a filter that is no text",
    { postgres_changes: [{ event: "*", schema: "public", table: "t", filter: {} }] },
  ],
  ["too many wishes", { postgres_changes: Array(500).fill({ event: "*", schema: "public" }) }],
])("a join with %s is refused", async (_, config) => {
  const raw = await RawSocket.open();
  expect(await raw.ask(`realtime:${randomUUID()}`, "phx_join", { config })).toMatchObject({
    status: "error",
  });
  raw.socket.close();
});

test("joining a topic again replaces the first channel", async () => {
  const raw = await RawSocket.open();
  const topic = `realtime:${randomUUID()}`;
  expect(await raw.ask(topic, "phx_join")).toEqual({ status: "ok" });
  expect(await raw.ask(topic, "phx_join")).toEqual({ status: "ok" });
  const closed = await raw.frames.find(({ event }) => event === "phx_close");
  expect(closed.ref).toBe("1");
  raw.socket.close();
});

test("one socket joins no more than its share of channels", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const raw = await RawSocket.open();
  const answers = await Promise.all(
    [...Array(101).keys()].map((n) => raw.ask(`realtime:${randomUUID()}-${n}`, "phx_join")),
  );
  expect(answers.filter(({ status }) => status === "ok")).toHaveLength(100);
  expect(answers.at(-1)?.reason).toMatch(/Too many/);
  raw.socket.close();
});

test("a burst ends the channel that it came over, and nobody else's", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const other = await neighbour();
  const raw = await RawSocket.open();
  const topic = `realtime:${randomUUID()}`;
  await raw.ask(topic, "phx_join");
  for (let n = 0; n < 1_000; n += 1) raw.say(topic, "broadcast", { event: "x", payload: { n } });
  const told = await raw.frames.find(
    ({ event, payload }) => event === "system" && payload.status === "error",
  );
  expect(told.payload.message).toMatch(/Too many messages/);
  await raw.frames.find(({ event }) => event === "phx_close");
  await other.isServed();
  raw.socket.close();
});

test("too many broadcasts over HTTP are refused until the sender pauses", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const { client } = await person();
  const { data } = await client.auth.getSession();
  const messages = Array(100).fill({ topic: randomUUID(), event: "x", payload: {} });
  const headers = {
    authorization: `Bearer ${data.session?.access_token}`,
    "content-type": "application/json",
  };
  const post = () =>
    fetch(`${realtimeUrl}/api/broadcast`, { method: "POST", headers, body: JSON.stringify({ messages }) });
  const answers = await Promise.all(Array.from({ length: 20 }, post));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 429]));
  await expect.poll(async () => (await post()).status, { timeout: 5_000 }).toBe(202);
});

test("a consumer that does not read is cut off while the others are served", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const topic = randomUUID();
  const url = new URL(process.env.SUPABASE_URL ?? "");
  const slow = connect(Number(url.port), url.hostname);
  const key = new URLSearchParams({ apikey: process.env.SUPABASE_PUBLISHABLE_KEY ?? "", vsn: "2.0.0" });
  slow.write(
    `GET /realtime/v1/websocket?${key} HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\n` +
      "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
  );
  await new Promise((resolve) => slow.once("data", resolve));
  const join = Buffer.from(JSON.stringify(["1", "1", `realtime:${topic}`, "phx_join", {}]));
  slow.write(Buffer.concat([Buffer.from([0x81, 0x80 | join.length, 0, 0, 0, 0]), join]));
  await new Promise((resolve) => slow.once("data", resolve));
  slow.pause();
  const closed = new Promise((resolve) => slow.once("close", resolve));
  const heard = new Inbox<unknown>();
  await joined(tab().channel(topic).on("broadcast", { event: "*" }, heard.push));
  const text = "x".repeat(1_000_000);
  for (let n = 0; n < 40; n += 1) await admin.channel(topic).httpSend("large", { text });
  await heard.take(40);
  slow.resume();
  slow.on("error", () => {});
  await closed;
});

test("a pattern that takes for ever holds up its own subscriber only", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const name = await table("id int primary key, title text");
  const { changes } = await hear(tab(), name);
  // Tries every way to cut the row into four parts that repeat.
  const pattern = String.raw`"^(a*)(a*)(a*)(a*)\\1\\2\\3\\4b$"`;
  const costly = await hear(tab(), name, { filter: `title=match.${pattern}` });
  await sql.unsafe(`insert into ${name} values (1, repeat('a', 301) || 'b')`);
  const startedAt = performance.now();
  await sql.unsafe(`insert into ${name} values (2, 'quick')`);
  await changes.take(2);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(costly.changes.items).toEqual([]);
  // The check is given up, and its channel with it.
  await costly.statuses.find(({ status }) => status === "CHANNEL_ERROR");
});

test("a policy that fails shows nothing and holds nothing up", async () => {
  const broken = await table("id int primary key", { guarded: true });
  const sound = await table("id int primary key");
  await sql.unsafe(`create policy "broken" on ${broken} for select using (1 / (id - id) = 1)`);
  const client = tab();
  const brokens = await hear(client, broken);
  const sounds = await hear(client, sound);
  await sql.unsafe(`insert into ${broken} values (1)`);
  await sql.unsafe(`insert into ${sound} values (1)`);
  await sounds.changes.take(1);
  await sql.unsafe(`delete from ${broken}`);
  await brokens.changes.find(({ eventType }) => eventType === "DELETE");
  expect(brokens.changes.items.filter(({ eventType }) => eventType === "INSERT")).toEqual([]);
});

test("a table that is altered or dropped at once holds nothing up", async () => {
  const name = await table("id int primary key, title text");
  const sound = await table("id int primary key");
  const client = tab();
  const { changes } = await hear(client, name);
  const sounds = await hear(client, sound);
  await sql.unsafe(`insert into ${name} values (1, 'a')`);
  await changes.take(1);
  await sql.unsafe(`insert into ${name} values (2, '7'); alter table ${name} add column extra int default 5;
    alter table ${name} alter column title type int using id; insert into ${name} values (3, 8);`);
  await changes.find(({ new: row }) => "id" in row && row.id === 3);
  expect(changes.items.at(-1)?.new).toEqual({ id: 3, title: 8, extra: 5 });
  await sql.unsafe(`insert into ${name} values (4, 9); drop table ${name};`);
  await sql.unsafe(`insert into ${sound} values (1)`);
  await sounds.changes.take(1);
});
