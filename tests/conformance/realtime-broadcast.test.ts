import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { admin, Inbox, joined, publishableKey, realtimeUrl, sql, tab } from "./realtime-fixture";

type Message = { event: string; payload: unknown; meta?: { id: string; replayed?: boolean } };
type Options = Parameters<ReturnType<typeof tab>["channel"]>[1];

/** A client of its own on the topic, with what it hears. */
async function room(topic: string, options?: Options, client = tab()) {
  const messages = new Inbox<Message>();
  const channel = client.channel(topic, options);
  channel.on("broadcast", { event: "*" }, messages.push as (message: { event: string }) => void);
  await joined(channel);
  return { channel, messages };
}

function send(channel: Awaited<ReturnType<typeof room>>["channel"], event: string, payload: unknown) {
  return channel.send({ type: "broadcast", event, payload });
}

test("the others on a topic hear a broadcast, the sender does not", async () => {
  const topic = randomUUID();
  const [anna, ben] = [await room(topic), await room(topic)];
  const elsewhere = await room(randomUUID());
  expect(await send(anna.channel, "hello", { text: "Chào 🎬", list: [1, null] })).toBe("ok");
  expect((await ben.messages.take(1))[0]).toMatchObject({
    event: "hello",
    payload: { text: "Chào 🎬", list: [1, null] },
  });
  await send(ben.channel, "answer", {});
  await anna.messages.take(1);
  expect(anna.messages.items.map(({ event }) => event)).toEqual(["answer"]);
  expect(elsewhere.messages.items).toEqual([]);
});

test("a sender who asks for it hears itself", async () => {
  const { channel, messages } = await room(randomUUID(), { config: { broadcast: { self: true } } });
  await send(channel, "echo", { a: 1 });
  expect((await messages.take(1))[0]).toMatchObject({ event: "echo", payload: { a: 1 } });
});

test("with ack the answer comes after the server has sent", async () => {
  const topic = randomUUID();
  const { channel } = await room(topic, { config: { broadcast: { ack: true } } });
  expect(await send(channel, "hello", {})).toBe("ok");
});

test("only the events that were asked for are heard", async () => {
  const topic = randomUUID();
  const heard: string[] = [];
  const client = tab();
  const channel = client
    .channel(topic)
    .on("broadcast", { event: "wanted" }, ({ event }) => heard.push(event));
  await joined(channel);
  const sender = await room(topic);
  for (const event of ["other", "wanted"]) await send(sender.channel, event, {});
  await expect.poll(() => heard).toEqual(["wanted"]);
});

test("clients of both protocols understand each other", async () => {
  const topic = randomUUID();
  const old = await room(topic, undefined, tab({ vsn: "1.0.0" }));
  const recent = await room(topic, undefined, tab({ vsn: "2.0.0" }));
  await send(old.channel, "from old", { é: 1 });
  expect((await recent.messages.take(1))[0]).toMatchObject({ event: "from old", payload: { é: 1 } });
  await send(recent.channel, "from new", { ü: 2 });
  expect((await old.messages.take(1))[0]).toMatchObject({ event: "from new", payload: { ü: 2 } });
});

test("bytes arrive as bytes", async () => {
  const topic = randomUUID();
  const [anna, ben] = [await room(topic), await room(topic)];
  await send(anna.channel, "bytes", Uint8Array.from([0, 255, 7]).buffer);
  const [message] = await ben.messages.take(1);
  expect([...new Uint8Array(message?.payload as ArrayBuffer)]).toEqual([0, 255, 7]);
});

test("a broadcast over HTTP reaches the topic without joining it", async () => {
  const topic = `room/${randomUUID()} é`;
  const { messages } = await room(topic);
  const client = tab();
  expect(await client.channel(topic).httpSend("ping pong", { a: 1 })).toEqual({ success: true });
  expect((await messages.take(1))[0]).toMatchObject({ event: "ping pong", payload: { a: 1 } });
  expect(await client.channel(topic).httpSend("bytes", Uint8Array.from([1, 2]))).toEqual({ success: true });
  const [, bytes] = await messages.take(2);
  expect([...new Uint8Array(bytes?.payload as ArrayBuffer)]).toEqual([1, 2]);
});

test("several messages fit into one request", async () => {
  const topic = randomUUID();
  const { messages } = await room(topic);
  const body = JSON.stringify({
    messages: [1, 2, 3].map((n) => ({ topic, event: "batch", payload: { n } })),
  });
  const headers = { apikey: publishableKey, "content-type": "application/json" };
  const answer = await fetch(`${realtimeUrl}/api/broadcast`, { method: "POST", headers, body });
  expect(answer.status).toBe(202);
  expect((await messages.take(3)).map(({ payload }) => payload)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test.each([
  ["without a key", { body: '{"messages":[]}' }, [401, 403]],
  ["with something that is not JSON", { body: "{", key: true }, [400, 422]],
  [
    "with a message that has no topic",
    { body: '{"messages":[{"event":"x","payload":{}}]}', key: true },
    [422],
  ],
])("a request %s is refused", async (_, { body, key }: { body: string; key?: boolean }, expected) => {
  const headers = { "content-type": "application/json", ...(key && { apikey: publishableKey }) };
  const answer = await fetch(`${realtimeUrl}/api/broadcast`, { method: "POST", headers, body });
  expect(expected).toContain(answer.status);
});

test("a message over the limit is refused, and the channel lives on", async () => {
  const topic = randomUUID();
  const options = { config: { broadcast: { ack: true } } };
  const [anna, ben] = [await room(topic, options), await room(topic)];
  expect(await send(anna.channel, "large", { text: "x".repeat(3_100_000) })).not.toBe("ok");
  expect(await send(anna.channel, "small", {})).toBe("ok");
  expect((await ben.messages.take(1))[0]?.event).toBe("small");
});

test("SQL can broadcast, and only what is committed is heard", async () => {
  const topic = randomUUID();
  const { messages } = await room(topic);
  const { messages: privately } = await room(topic, { config: { private: true } }, admin);
  await sql
    .begin(async (tx) => {
      await tx`select realtime.send('{"n": 0}'::jsonb, 'undone', ${topic}, false)`;
      throw new Error("undo");
    })
    .catch(() => {});
  await sql`select realtime.send('{"n": 1}'::jsonb, 'sent', ${topic}, false)`;
  await sql`select realtime.send('{"n": 2}'::jsonb, 'sent privately', ${topic}, true)`;
  expect((await messages.take(1))[0]).toMatchObject({ event: "sent", payload: { n: 1 } });
  expect((await privately.take(1))[0]).toMatchObject({ event: "sent privately", payload: { n: 2 } });
  expect(messages.items).toHaveLength(1);
});
