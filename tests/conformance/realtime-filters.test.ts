import { expect, test } from "vitest";
import { admin, hear, sql, tab, table } from "./realtime-fixture";

const COLUMNS = `
  id int, title text, price numeric(10, 2), seen bool, owner uuid, at timestamptz,
  round int not null default 1, primary key (round, id)`;
const OWNER = "0b0e2a60-98a3-4f0b-9c5b-9a2a1e0e3f11";
const ROWS = `
  (1, 'Dune', 9.50, true, '${OWNER}', '2026-01-01T00:00:00Z'),
  (2, 'dune, part two', 12, false, null, '2026-02-01T00:00:00Z'),
  (3, null, null, null, null, null),
  (4, 'Alien', 10, true, null, '2026-03-01T00:00:00Z')`;

/** Filters as the SDK writes them, with the rows they let through. */
const CASES: [string, number[]][] = [
  ["id=eq.1", [1]],
  ["id=neq.1", [2, 3, 4]],
  ["id=lt.3", [1, 2]],
  ["id=lte.3", [1, 2, 3]],
  ["id=gt.3", [4]],
  ["id=gte.3", [3, 4]],
  ["id=in.(1,4,9)", [1, 4]],
  ["id=not.in.(1,4)", [2, 3]],
  ["title=eq.Dune", [1]],
  ["title=neq.Dune", [2, 4]],
  ["title=not.eq.Dune", [2, 4]],
  ['title=eq."dune, part two"', [2]],
  ['title=in.("dune, part two",Alien)', [2, 4]],
  ["title=like.%une", [1]],
  ["title=ilike.dune%", [1, 2]],
  ["title=not.like.D%", [2, 4]],
  ["title=match.^[AD]", [1, 4]],
  ["title=imatch.^d", [1, 2]],
  ["title=is.null", [3]],
  ["title=not.is.null", [1, 2, 4]],
  ["title=isdistinct.Dune", [2, 3, 4]],
  ["title=not.isdistinct.Dune", [1]],
  ["seen=is.true", [1, 4]],
  ["seen=not.is.true", [2, 3]],
  ["seen=eq.false", [2]],
  ["price=eq.10.0", [4]],
  ["price=gte.9.5", [1, 2, 4]],
  [`owner=eq.${OWNER.toUpperCase()}`, [1]],
  ["at=gt.2026-01-15", [2, 4]],
  ["id=gt.1,seen=is.true", [4]],
  ["title=ilike.d%,price=lt.10,id=in.(1,2)", [1]],
];

test("every filter lets exactly its rows through", async () => {
  const name = await table(COLUMNS);
  const client = tab();
  const inboxes = await Promise.all(CASES.map(([filter]) => hear(client, name, { filter })));
  const everything = await hear(client, name);
  // The second round is the barrier for what must not have come in the first.
  await sql.unsafe(`insert into ${name} values ${ROWS}`);
  await sql.unsafe(`insert into ${name} select id, title, price, seen, owner, at, 2 from ${name}`);
  await everything.changes.take(8);
  const found = await Promise.all(
    inboxes.map(async ({ changes }, index) => {
      const [filter = "", expected = []] = CASES[index] ?? [];
      const items = await changes.take(2 * expected.length);
      return [filter, items.map(({ new: row }) => ("id" in row ? row.id : null))];
    }),
  );
  expect(found).toEqual(CASES.map(([filter, ids]) => [filter, [...ids, ...ids]]));
});

test("filters hold on top of the policies, not instead of them", async () => {
  const name = await table("id int primary key, room text, hidden bool", { guarded: true });
  await sql.unsafe(`create policy "visible" on ${name} for select using (not hidden)`);
  const exact = await hear(tab(), name, { filter: "room=eq.a" });
  const pattern = await hear(tab(), name, { filter: "room=like.a%" });
  await sql.unsafe(`insert into ${name} values (1, 'a', true), (2, 'b', false), (3, 'a', false)`);
  for (const { changes } of [exact, pattern]) {
    expect((await changes.take(1))[0]?.new).toMatchObject({ id: 3 });
  }
});

test("a filter on a deletion knows the replica identity only", async () => {
  const name = await table("id int primary key, room text");
  const full = await table("id int primary key, room text", { identity: "full" });
  const byKey = await hear(tab(), name, { event: "DELETE", filter: "id=eq.2" });
  const byRoom = await hear(tab(), full, { event: "DELETE", filter: "room=eq.b" });
  for (const each of [name, full]) {
    await sql.unsafe(`insert into ${each} values (1, 'a'), (2, 'b'); delete from ${each} where id = 1;`);
    await sql.unsafe(`delete from ${each} where id = 2`);
  }
  expect((await byKey.changes.take(1))[0]?.old).toEqual({ id: 2 });
  expect((await byRoom.changes.take(1))[0]?.old).toEqual({ id: 2, room: "b" });
});

test.each([
  ["an unknown column", "nothing=eq.1"],
  ["a value of another type", "id=eq.many"],
  ["an unknown operator", "id=near.1"],
  ["a broken pattern", "title=match.("],
  ["a pattern on a number", "id=like.1%"],
  ["too many values", `id=in.(${[...Array(101).keys()].join(",")})`],
  ["an attempt at SQL", "id=eq.1); drop table x; --"],
])("a filter with %s is refused with a reason", async (_, filter) => {
  const name = await table("id int primary key, title text");
  await expect(hear(tab(), name, { filter })).rejects.toThrow();
  const { changes } = await hear(admin, name);
  await sql.unsafe(`insert into ${name} values (1, 'still works')`);
  await changes.take(1);
});

test("a filter on a column that the role may not read is refused", async () => {
  const name = await table("id int primary key, secret text");
  await sql.unsafe(`revoke all on ${name} from anon`);
  await sql.unsafe(`grant select (id) on ${name} to anon`);
  await expect(hear(tab(), name, { filter: "secret=eq.guess" })).rejects.toThrow();
});
