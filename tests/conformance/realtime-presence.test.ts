import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { joined, tab } from "./realtime-fixture";

type Names = { name: string };

/** A client of its own on the topic, with the presence events that it was told of. */
async function room(topic: string, key?: string, enabled = true) {
  const client = tab();
  const events: unknown[] = [];
  const channel = client.channel(topic, { config: { presence: { enabled, ...(key && { key }) } } });
  if (enabled) {
    channel.on("presence", { event: "join" }, ({ key: who }) => events.push(["join", who]));
    channel.on("presence", { event: "leave" }, ({ key: who }) => events.push(["leave", who]));
  }
  await joined(channel);
  const names = () =>
    Object.entries(channel.presenceState<Names>())
      .map(([who, list]) => [who, list.map(({ name }) => name)])
      .toSorted();
  return { client, channel, events, names };
}

test("who tracks is seen by all on the topic, under the chosen key", async () => {
  const topic = randomUUID();
  const [anna, ben] = [await room(topic, "anna"), await room(topic, "ben")];
  expect(await anna.channel.track({ name: "Anna" })).toBe("ok");
  await ben.channel.track({ name: "Ben" });
  const all = [
    ["anna", ["Anna"]],
    ["ben", ["Ben"]],
  ];
  for (const { names } of [anna, ben]) await expect.poll(names).toEqual(all);
  expect(ben.events).toContainEqual(["join", "anna"]);
});

test("who comes later is told who is there", async () => {
  const topic = randomUUID();
  const anna = await room(topic, "anna");
  await anna.channel.track({ name: "Anna" });
  const late = await room(topic, "late");
  await expect.poll(late.names).toEqual([["anna", ["Anna"]]]);
});

test("untracking, leaving and losing the connection are all seen as leaving", async () => {
  const topic = randomUUID();
  const witness = await room(topic, "witness");
  const people = [await room(topic, "a"), await room(topic, "b"), await room(topic, "c")];
  for (const [index, { channel }] of people.entries()) await channel.track({ name: String(index) });
  await expect.poll(witness.names).toHaveLength(3);
  const [first, second, third] = people;
  expect(await first?.channel.untrack()).toBe("ok");
  await expect.poll(witness.names).toHaveLength(2);
  await second?.client.removeChannel(second.channel);
  await expect.poll(witness.names).toHaveLength(1);
  third?.client.realtime.disconnect();
  await expect.poll(witness.names).toEqual([]);
  expect(witness.events.slice(-3)).toEqual(["a", "b", "c"].map((key) => ["leave", key]));
});

test("tracking again replaces what was tracked", async () => {
  const topic = randomUUID();
  const [anna, ben] = [await room(topic, "anna"), await room(topic, "ben")];
  await anna.channel.track({ name: "Anna" });
  await anna.channel.track({ name: "Anna, watching" });
  await expect.poll(ben.names).toEqual([["anna", ["Anna, watching"]]]);
});

test("two tabs of one person share a key and leave one by one", async () => {
  const topic = randomUUID();
  const [left, right, witness] = [await room(topic, "anna"), await room(topic, "anna"), await room(topic)];
  await left.channel.track({ name: "left" });
  await right.channel.track({ name: "right" });
  await expect.poll(witness.names).toEqual([["anna", ["left", "right"]]]);
  await left.channel.untrack();
  await expect.poll(witness.names).toEqual([["anna", ["right"]]]);
});

test("without a key each client gets one of its own", async () => {
  const topic = randomUUID();
  const [one, other] = [await room(topic), await room(topic)];
  await one.channel.track({ name: "one" });
  await other.channel.track({ name: "other" });
  await expect.poll(() => new Set(one.names().map(([key]) => key)).size).toBe(2);
});

test("who does not ask for presence is told nothing until it takes part", async () => {
  const topic = randomUUID();
  const anna = await room(topic, "anna");
  await anna.channel.track({ name: "Anna" });
  const quiet = await room(topic, "quiet", false);
  expect(quiet.names()).toEqual([]);
  await quiet.channel.track({ name: "Quiet" });
  await expect.poll(anna.names).toHaveLength(2);
  await expect.poll(quiet.names).toHaveLength(2);
});

test("names that mean something to JavaScript are keys like any other", async () => {
  const topic = randomUUID();
  const [odd, witness] = [await room(topic, "toString"), await room(topic, "constructor")];
  await odd.channel.track({ name: "odd" });
  await witness.channel.track({ name: "witness" });
  await expect.poll(() => Object.getOwnPropertyNames(witness.channel.presenceState())).toHaveLength(2);
});
