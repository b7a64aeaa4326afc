import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { admin, afterwards, Inbox, joined, person, sql, subscribe, tab, table } from "./realtime-fixture";

const PRIVATE = { config: { private: true, broadcast: { ack: true, self: true } } };

/** A policy on realtime.messages, dropped when the file ends. */
async function policy(operation: "select" | "insert", condition: string): Promise<void> {
  const name = `conformance ${randomUUID()}`;
  const clause = operation === "select" ? "using" : "with check";
  await sql.unsafe(
    `create policy "${name}" on realtime.messages for ${operation} to authenticated ${clause} (${condition})`,
  );
  afterwards(() => sql.unsafe(`drop policy "${name}" on realtime.messages`));
}

const hears = (topic: string, id: string, extension = "broadcast") =>
  policy(
    "select",
    `realtime.topic() = '${topic}' and extension = '${extension}' and (select auth.uid()) = '${id}'`,
  );
const speaks = (topic: string, id: string, extension = "broadcast") =>
  policy(
    "insert",
    `realtime.topic() = '${topic}' and extension = '${extension}' and (select auth.uid()) = '${id}'`,
  );

test("a private channel opens to whom the policies let read it, and to nobody else", async () => {
  const topic = randomUUID();
  const [anna, ben] = await Promise.all([person(), person()]);
  await hears(topic, anna.id);
  await joined(anna.client.channel(topic, PRIVATE));
  for (const stranger of [ben.client, tab()]) {
    const statuses = subscribe(stranger.channel(topic, PRIVATE));
    const refused = await statuses.find(() => true);
    expect(refused.status).toBe("CHANNEL_ERROR");
    expect(refused.error?.message).toMatch(/permission/i);
  }
});

test("who may read only cannot send", async () => {
  const topic = randomUUID();
  const [anna, ben] = await Promise.all([person(), person()]);
  await Promise.all([hears(topic, anna.id), hears(topic, ben.id), speaks(topic, anna.id)]);
  const messages = new Inbox<{ event: string }>();
  const [annas, bens] = [anna.client.channel(topic, PRIVATE), ben.client.channel(topic, PRIVATE)];
  bens.on("broadcast", { event: "*" }, messages.push);
  await Promise.all([joined(annas), joined(bens)]);
  const send = (channel: typeof annas, event: string) =>
    channel.send({ type: "broadcast", event, payload: {} }, { timeout: 2000 });
  expect(await send(bens, "from Ben")).not.toBe("ok");
  expect(await send(annas, "from Anna")).toBe("ok");
  await messages.take(1);
  expect(messages.items.map(({ event }) => event)).toEqual(["from Anna"]);
});

test("a private and a public channel of the same name do not hear each other", async () => {
  const topic = randomUUID();
  const heard = new Inbox<{ event: string }>();
  const open = tab().channel(topic).on("broadcast", { event: "*" }, heard.push);
  await joined(open);
  const guarded = admin.channel(topic, PRIVATE);
  await joined(guarded);
  await guarded.send({ type: "broadcast", event: "private", payload: {} });
  await tab().channel(topic).httpSend("public", {});
  await heard.take(1);
  expect(heard.items.map(({ event }) => event)).toEqual(["public"]);
});

test("over HTTP too a private topic takes only what the sender may send", async () => {
  const topic = randomUUID();
  const [anna, ben] = await Promise.all([person(), person()]);
  await Promise.all([hears(topic, anna.id), speaks(topic, anna.id)]);
  const heard = new Inbox<{ event: string }>();
  const listening = anna.client.channel(topic, PRIVATE).on("broadcast", { event: "*" }, heard.push);
  await joined(listening);
  const other = await ben.client
    .channel(topic, PRIVATE)
    .httpSend("from Ben", {})
    .catch((error) => error);
  expect(other).toBeInstanceOf(Error);
  expect(await listening.httpSend("from Anna", {})).toEqual({ success: true });
  await heard.take(1);
  expect(heard.items.map(({ event }) => event)).toEqual(["from Anna"]);
});

test("presence on a private channel has policies of its own", async () => {
  const topic = randomUUID();
  const [anna, ben] = await Promise.all([person(), person()]);
  await Promise.all([hears(topic, anna.id), hears(topic, ben.id)]);
  await Promise.all([hears(topic, anna.id, "presence"), speaks(topic, anna.id, "presence")]);
  const channels = [anna.client, ben.client].map((client) =>
    client.channel(topic, { config: { private: true, presence: { enabled: true } } }),
  );
  for (const channel of channels) await joined(channel);
  const [annas, bens] = channels;
  expect(await bens?.track({ name: "Ben" })).not.toBe("ok");
  expect(await annas?.track({ name: "Anna" })).toBe("ok");
  await expect.poll(() => Object.values(annas?.presenceState() ?? {})).toHaveLength(1);
  expect(bens?.presenceState()).toEqual({});
});

test("a row's trigger can broadcast its changes to those who may read the topic", async () => {
  const topic = randomUUID();
  const anna = await person();
  await hears(topic, anna.id);
  const name = await table("id int primary key, title text", { published: false });
  await sql.unsafe(`create function public.${name}_tell() returns trigger language plpgsql security definer
    set search_path = '' as $$ begin
      perform realtime.broadcast_changes('${topic}', tg_op, tg_op, tg_table_name, tg_table_schema, new, old);
      return null;
    end $$`);
  afterwards(() => sql.unsafe(`drop function public.${name}_tell() cascade`));
  await sql.unsafe(`create trigger tell after insert or update or delete on ${name}
    for each row execute function public.${name}_tell()`);
  const heard = new Inbox<{ event: string; payload?: unknown }>();
  const channel = anna.client.channel(topic, PRIVATE).on("broadcast", { event: "*" }, heard.push);
  await joined(channel);
  await sql.unsafe(`insert into ${name} values (1, 'a')`);
  await sql.unsafe(`update ${name} set title = 'b'`);
  const [insert, update] = await heard.take(2);
  expect(insert).toMatchObject({ event: "INSERT", payload: { table: name, record: { id: 1, title: "a" } } });
  expect(update).toMatchObject({ payload: { old_record: { title: "a" }, record: { title: "b" } } });
});

test("a channel that joins later can have the last messages replayed", async () => {
  const topic = randomUUID();
  const anna = await person();
  await hears(topic, anna.id);
  const since = Date.now() - 60_000;
  for (const n of [1, 2, 3]) {
    await sql`select realtime.send(${sql.json({ n })}, 'kept', ${topic}, true)`;
  }
  const heard = new Inbox<{ meta?: { replayed?: boolean }; payload?: { n: number } }>();
  const channel = anna.client
    .channel(topic, { config: { private: true, broadcast: { replay: { since, limit: 2 } } } })
    .on("broadcast", { event: "*" }, heard.push);
  await joined(channel);
  const replayed = await heard.take(2);
  expect(replayed.map(({ payload, meta }) => [payload?.n, meta?.replayed])).toEqual([
    [2, true],
    [3, true],
  ]);
});

test("a message sent to be kept is heard once and replayed later", async () => {
  const topic = randomUUID();
  const heard = new Inbox<{ event: string }>();
  const first = admin.channel(topic, PRIVATE).on("broadcast", { event: "*" }, heard.push);
  await joined(first);
  const sent = await first.send({
    type: "broadcast",
    event: "kept",
    payload: { n: 1 },
    persist: { ttl: 60 },
  });
  expect(sent).toBe("ok");
  await first.send({ type: "broadcast", event: "passing", payload: {} });
  await heard.take(2);
  expect(heard.items.map(({ event }) => event)).toEqual(["kept", "passing"]);
  await admin.removeChannel(first);
  const replayed = new Inbox<{ event: string; payload?: unknown }>();
  const config = { private: true, broadcast: { replay: { since: Date.now() - 60_000 } } };
  const second = admin.channel(topic, { config }).on("broadcast", { event: "*" }, replayed.push);
  await joined(second);
  expect((await replayed.take(1))[0]).toMatchObject({ event: "kept", payload: { n: 1 } });
});
