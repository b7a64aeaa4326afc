import { expect, test } from "vitest";
import { admin, hear, hearWith, person, sql, summary, tab, table } from "./realtime-fixture";

const ROWS = "id int primary key, title text, owner uuid";

test("inserts, updates and deletes of a table arrive in the order of their commits", async () => {
  const name = await table(ROWS);
  const { changes } = await hear(tab(), name);
  await sql.unsafe(`insert into ${name} values (1, 'Dune')`);
  await sql.unsafe(`update ${name} set title = 'Dunes' where id = 1`);
  await sql.unsafe(`delete from ${name} where id = 1`);
  await changes.take(3);
  expect(summary(changes)).toEqual([
    ["INSERT", { id: 1, title: "Dune", owner: null }],
    ["UPDATE", { id: 1, title: "Dunes", owner: null }],
    ["DELETE", { id: 1 }],
  ]);
  const [insert, update] = changes.items;
  expect(insert).toMatchObject({ schema: "public", table: name, errors: null, old: {} });
  expect(Math.abs(Date.parse(insert?.commit_timestamp ?? "") - Date.now())).toBeLessThan(60_000);
  expect(update?.old).toEqual({ id: 1 });
});

test("a subscription to one kind of change hears no other", async () => {
  const name = await table(ROWS);
  const client = tab();
  const inserts = await hear(client, name, { event: "INSERT" });
  const updates = await hear(client, name, { event: "UPDATE" });
  const deletes = await hear(client, name, { event: "DELETE" });
  const all = await hear(client, name);
  await sql.unsafe(`insert into ${name} values (1, 'a')`);
  await sql.unsafe(`update ${name} set title = 'b'`);
  await sql.unsafe(`delete from ${name}`);
  await all.changes.take(3);
  await Promise.all([inserts, updates, deletes].map(({ changes }) => changes.take(1)));
  const kinds = [inserts, updates, deletes].map(({ changes }) => changes.items.map((item) => item.eventType));
  expect(kinds).toEqual([["INSERT"], ["UPDATE"], ["DELETE"]]);
});

test("a subscriber who may not read a row does not get it", async () => {
  const name = await table(ROWS, { guarded: true });
  await sql.unsafe(`create policy "owners read" on ${name} for select to authenticated
    using (owner = (select auth.uid()))`);
  const [anna, ben] = await Promise.all([person(), person()]);
  const annas = await hear(anna.client, name);
  const bens = await hear(ben.client, name);
  const visitors = await hear(tab(), name);
  const services = await hear(admin, name);
  await sql.unsafe(`insert into ${name} values (1, 'for Anna', '${anna.id}'), (2, 'for Ben', '${ben.id}')`);
  await sql.unsafe(`update ${name} set title = 'of Anna' where id = 1`);
  await sql.unsafe(`insert into ${name} values (3, 'last for Anna', '${anna.id}'), (4, 'last', '${ben.id}')`);
  await services.changes.take(5);
  await annas.changes.find((item) => "id" in item.new && item.new.id === 3);
  await bens.changes.find((item) => "id" in item.new && item.new.id === 4);
  const ids = (inbox: typeof annas) =>
    inbox.changes.items.map(({ new: row }) => ("id" in row ? row.id : null));
  expect(ids(annas)).toEqual([1, 1, 3]);
  expect(ids(bens)).toEqual([2, 4]);
  // Deletions carry no row to check, so they reach everybody: the barrier for whoever may see nothing.
  await sql.unsafe(`delete from ${name} where id = 4`);
  await visitors.changes.take(1);
  expect(summary(visitors.changes)).toEqual([["DELETE", { id: 4 }]]);
});

test("a policy that looks into other tables decides for each subscriber", async () => {
  const members = await table("room int, member uuid", { guarded: true, published: false });
  const name = await table("id int primary key, room int", { guarded: true });
  const [inside, outside] = await Promise.all([person(), person()]);
  await sql.unsafe(`create policy "own membership" on ${members} for select to authenticated
    using (member = (select auth.uid()))`);
  await sql.unsafe(`create policy "members read" on ${name} for select to authenticated using
    (exists (select from ${members} m where m.room = ${name}.room) or room = 0)`);
  await sql.unsafe(`insert into ${members} values (7, '${inside.id}')`);
  const insiders = await hear(inside.client, name);
  const outsiders = await hear(outside.client, name);
  await sql.unsafe(`insert into ${name} values (1, 7), (2, 8), (3, 0)`);
  const seen = async (inbox: typeof insiders, count: number) =>
    (await inbox.changes.take(count)).map(({ new: row }) => ("id" in row ? row.id : null));
  expect(await seen(insiders, 2)).toEqual([1, 3]);
  expect(await seen(outsiders, 1)).toEqual([3]);
});

test("a restrictive policy narrows what permissive ones allow", async () => {
  const name = await table("id int primary key, room text", { guarded: true });
  await sql.unsafe(`create policy "all" on ${name} for select using (true)`);
  await sql.unsafe(`create policy "also all" on ${name} for select using (room = 'nowhere')`);
  await sql.unsafe(`create policy "but open" on ${name} as restrictive for select using (room = 'open')`);
  const { changes } = await hear(tab(), name);
  await sql.unsafe(`insert into ${name} values (1, 'closed'), (2, 'open')`);
  expect((await changes.take(1))[0]?.new).toEqual({ id: 2, room: "open" });
});

test("a policy changed while one listens counts from then on", async () => {
  const name = await table("id int primary key", { guarded: true });
  await sql.unsafe(`create policy "small" on ${name} for select using (id < 10)`);
  const { changes } = await hear(tab(), name);
  await sql.unsafe(`insert into ${name} values (1), (11)`);
  await changes.take(1);
  await sql.unsafe(`alter policy "small" on ${name} using (id > 10)`);
  await sql.unsafe(`insert into ${name} values (2), (12)`);
  await changes.take(2);
  expect(summary(changes)).toEqual([
    ["INSERT", { id: 1 }],
    ["INSERT", { id: 12 }],
  ]);
});

test("columns that the role may not select are left out", async () => {
  const name = await table("id int primary key, title text, secret text");
  await sql.unsafe(`revoke all on ${name} from anon, authenticated`);
  await sql.unsafe(`grant select (id, title) on ${name} to anon`);
  const visitors = await hear(tab(), name);
  const services = await hear(admin, name);
  await sql.unsafe(`insert into ${name} values (1, 'a', 'hidden')`);
  expect((await visitors.changes.take(1))[0]?.new).toEqual({ id: 1, title: "a" });
  expect((await services.changes.take(1))[0]?.new).toEqual({ id: 1, title: "a", secret: "hidden" });
});

test("a role without rights on the table learns nothing of its rows", async () => {
  const name = await table("id int primary key, title text");
  await sql.unsafe(`revoke all on ${name} from anon`);
  const { changes } = await hear(tab(), name);
  const services = await hear(admin, name);
  await sql.unsafe(`insert into ${name} values (1, 'a')`);
  // Rights are those of the moment of delivery, so the first row must be over before they change.
  await services.changes.take(1);
  await sql.unsafe(`grant select on ${name} to anon`);
  await sql.unsafe(`insert into ${name} values (2, 'b')`);
  await changes.find((item) => "id" in item.new && item.new.id === 2);
  expect(JSON.stringify(changes.items[0]?.new)).not.toContain("title");
});

test("the old row follows the replica identity, and is only the key where rows are guarded", async () => {
  const open = await table("id int primary key, title text", { identity: "full" });
  const guarded = await table("id int primary key, title text", { guarded: true, identity: "full" });
  await sql.unsafe(`create policy "all" on ${guarded} for select using (true)`);
  const client = tab();
  const opens = await hear(client, open);
  const guardeds = await hear(client, guarded);
  for (const name of [open, guarded]) {
    await sql.unsafe(`insert into ${name} values (1, 'a')`);
    await sql.unsafe(`update ${name} set title = 'b'`);
    await sql.unsafe(`delete from ${name}`);
  }
  const olds = (inbox: typeof opens) => inbox.changes.items.map(({ old }) => old);
  await Promise.all([opens.changes.take(3), guardeds.changes.take(3)]);
  expect(olds(opens)).toEqual([{}, { id: 1, title: "a" }, { id: 1, title: "b" }]);
  expect(olds(guardeds)[2]).toEqual({ id: 1 });
});

test("a changed key is told with the old one", async () => {
  const name = await table("id int primary key, title text");
  const { changes } = await hear(tab(), name);
  await sql.unsafe(`insert into ${name} values (1, 'a')`);
  await sql.unsafe(`update ${name} set id = 5`);
  const update = await changes.find(({ eventType }) => eventType === "UPDATE");
  expect([update.old, update.new]).toEqual([{ id: 1 }, { id: 5, title: "a" }]);
});

test("a whole schema can be listened to", async () => {
  const [first, second] = [await table("id int primary key"), await table("id int primary key")];
  const { changes } = await hearWith(tab(), { schema: "public" });
  await sql.unsafe(`insert into ${first} values (1)`);
  await sql.unsafe(`insert into ${second} values (2)`);
  await changes.find((item) => item.table === second);
  const tables = changes.items.map((item) => item.table).filter((name) => name === first || name === second);
  expect(tables).toEqual([first, second]);
});
