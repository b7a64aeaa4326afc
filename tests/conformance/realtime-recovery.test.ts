import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { dataFolder, hear, Inbox, isEmbedded, joined, sql, summary, tab, table } from "./realtime-fixture";
import { RawSocket } from "./realtime-sockets";

const HOSTED = "only the embedded stack's processes can be killed";

/** The process that the supervisor's record names; it is started again by itself. */
function serviceId(name: string): number {
  const record = JSON.parse(readFileSync(path.join(dataFolder, "run.json"), "utf8"));
  return record.services[name];
}

async function replicationSlots(): Promise<string[]> {
  const slots = await sql`select slot_name from pg_replication_slots where slot_name like 'realtime%'`;
  return slots.map((slot) => String(slot.slot_name));
}

test("after the gateway is killed its clients rejoin by themselves and hear again", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const name = await table("id int primary key");
  const { changes, system } = await hear(tab(), name);
  const heard = new Inbox<unknown>();
  const present = tab().channel("recovery", { config: { presence: { key: "anna" } } });
  present.on("presence", { event: "sync" }, () => {}).on("broadcast", { event: "*" }, heard.push);
  const statuses = await joined(present);
  const confirmations = () => system.items.filter(({ extension }) => extension === "postgres_changes").length;

  process.kill(serviceId("gateway"), "SIGKILL");
  await statuses.find(({ status }) => status !== "SUBSCRIBED");
  await expect.poll(confirmations, { timeout: 30_000 }).toBeGreaterThan(1);
  await sql.unsafe(`insert into ${name} values (1)`);
  await changes.take(1);
  expect(summary(changes)).toEqual([["INSERT", { id: 1 }]]);
  await expect.poll(() => present.state, { timeout: 30_000 }).toBe("joined");
  await tab().channel("recovery").httpSend("hello", {});
  await heard.take(1);
  expect(await present.track({ name: "Anna" })).toBe("ok");
}, 60_000);

test("a killed gateway leaves no replication slot behind", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const name = await table("id int primary key");
  await hear(tab(), name);
  const [before] = await replicationSlots();
  const gateway = serviceId("gateway");
  process.kill(gateway, "SIGKILL");
  await expect.poll(replicationSlots, { timeout: 30_000 }).not.toContain(before);
  await expect.poll(() => serviceId("gateway"), { timeout: 30_000 }).not.toBe(gateway);
  await expect
    .poll(
      () =>
        RawSocket.open().then(
          (raw) => raw.socket.close(),
          () => "refused",
        ),
      { timeout: 30_000 },
    )
    .not.toBe("refused");
  await expect.poll(async () => (await replicationSlots()).length, { timeout: 30_000 }).toBe(1);
}, 90_000);

test("when the database drops its connections the changes come again, without a new join", async (context) => {
  if (!isEmbedded) context.skip(HOSTED);
  const name = await table("id int primary key");
  const { changes, system, statuses } = await hear(tab(), name);
  // By the operating system: the owner of a project may not end the connections of a superuser.
  const backends = await sql`select pid from pg_stat_activity where application_name like 'realtime%'`;
  for (const { pid } of backends) process.kill(pid, "SIGTERM");
  const confirmed = () => system.items.filter(({ message }) => message === "Subscribed to PostgreSQL").length;
  await expect.poll(confirmed, { timeout: 30_000 }).toBe(2);
  await sql.unsafe(`insert into ${name} values (1)`);
  await changes.take(1);
  expect(statuses.items.map(({ status }) => status)).toEqual(["SUBSCRIBED"]);
}, 60_000);
