import type { SupabaseClient } from "@supabase/supabase-js";
import { beforeAll, describe, expect, test } from "vitest";
import { isEmbedded, service, sql, visitor } from "../fixtures/supabase";
import { makeWorld, type World } from "./rest-fixture";

let world: World;
let client: SupabaseClient;
const from = (name: string) => client.from(world.t(name));

beforeAll(async () => {
  world = await makeWorld("read");
  client = visitor();
  await sql.unsafe(`
    insert into ${world.t("movie_tags")}
    select m.id, t.id from ${world.t("movies")} m, ${world.t("tags")} t
    where (m.title, t.label) in (('One', 'quiet'), ('One', 'loud'), ('Two', 'loud'), ('Hidden', 'loud'));
    insert into ${world.t("values")} values (
      1, 9007199254740993, 12345678901234567890.123456789, '2026-01-02 03:04:05.123456+00', '2026-01-02',
      '{a,"b,c",NULL,"quo\\"te"}', '{1,2}', '{"a": {"b": [1, 2]}, "s": "x"}', '{"z":1, "a":2}', '[1,5)', '\\xdeadbeef', true, 'secret'
    );`);
}, 30_000);

describe("embedding", () => {
  test("a parent by the column's name, children by the table's, tags through the junction", async () => {
    const { data, error } = await from("movies")
      .select(`title, director:${world.t("people")}!director_id(name), tags:${world.t("tags")}(label)`)
      .order("id")
      .order("label", { referencedTable: "tags" });
    expect(error).toBeNull();
    expect(data).toEqual([
      { title: "One", director: { name: "Ada" }, tags: [{ label: "loud" }, { label: "quiet" }] },
      { title: "Two", director: { name: "Bao" }, tags: [{ label: "loud" }] },
      { title: "Three", director: null, tags: [] },
    ]);
  });

  test("both sides of a self reference", async () => {
    const people = world.t("people");
    const { data } = await from("people")
      .select(`name, parent:parent_id(name), children:${people}(name)`)
      .order("id");
    expect(data?.[0]).toEqual({ name: "Ada", parent: null, children: [{ name: "Bao" }, { name: "Cam" }] });
    expect(data?.[1]).toEqual({ name: "Bao", parent: { name: "Ada" }, children: [] });
  });

  test("two ways are refused with the list of hints, none with a sentence", async () => {
    const ambiguous = await from("movies").select(`title, ${world.t("people")}(name)`);
    expect(ambiguous.status).toBe(300);
    expect(ambiguous.error?.code).toBe("PGRST201");
    expect(ambiguous.error?.hint).toContain(`!${world.t("director")}`);
    expect((await from("values").select(`id, ${world.t("people")}(name)`)).error?.code).toBe("PGRST200");
  });

  test("rows that a person may not read stay out of embeds too", async () => {
    const select = `name, ${world.t("movies")}!director_id(title)`;
    const { data } = await from("people").select(select).eq("id", 1).single();
    expect(data).toEqual({ name: "Ada", [world.t("movies")]: [{ title: "One" }] });
    const mine = await world.owner.client.from(world.t("people")).select(select).eq("id", 1).single();
    expect(mine.data).toEqual({ name: "Ada", [world.t("movies")]: [{ title: "One" }, { title: "Hidden" }] });
  });

  test("an inner embed and its filter drop the parent", async () => {
    const { data, count } = await from("movies")
      .select(`title, tags:${world.t("tags")}!inner(label)`, { count: "exact" })
      .eq("tags.label", "quiet");
    expect(data).toEqual([{ title: "One", tags: [{ label: "quiet" }] }]);
    expect(count).toBe(1);
  });

  test("an empty embed is asked for with is null", async () => {
    const { data } = await from("movies")
      .select(`title, tags:${world.t("tags")}()`)
      .is("tags", null);
    expect(data).toEqual([{ title: "Three" }]);
  });

  test("a parent's columns can be spread, and order the rows", async () => {
    const people = world.t("people");
    const spread = await from("movies").select(`title, ...${people}!director_id(made_by:name)`).order("id");
    expect(spread.data?.[0]).toEqual({ title: "One", made_by: "Ada" });
    const ordered = await from("movies")
      .select(`title, director:${people}!director_id(id)`)
      .order("director(name)", { ascending: false, nullsFirst: false });
    expect(ordered.data).toMatchObject([{ title: "Two" }, { title: "One" }, { title: "Three" }]);
  });

  test("children have limits of their own and can be counted", async () => {
    const movies = world.t("movies");
    const limited = await from("people")
      .select(`name, tagged:${movies}!director_id(title)`)
      .order("id")
      .limit(0, { referencedTable: "tagged" });
    expect(limited.data?.[0]).toEqual({ name: "Ada", tagged: [] });
    const counted = await from("people").select(`name, made:${movies}!director_id(count)`).order("id");
    expect(counted.data?.[0]).toEqual({ name: "Ada", made: [{ count: 1 }] });
  });

  test("a view leads where its table does", async () => {
    const { data } = await from("view")
      .select(`name, ${world.t("people")}(name), ${world.t("tags")}(label)`)
      .eq("name", "Two");
    expect(data).toEqual([
      { name: "Two", [world.t("people")]: { name: "Bao" }, [world.t("tags")]: [{ label: "loud" }] },
    ]);
  });

  // A hosted project lets these through.
  test.skipIf(!isEmbedded).each(["json_agg", "array_agg", "to_json", "row_to_json", "pg_typeof"])(
    "a function of Postgres's own does not: %s",
    async (name) => {
      for (const column of [name, `${name}->0`, `${name}::text`])
        expect((await from("people").select(column)).error?.code).toBe("42703");
      expect((await from("people").select("id").order(name)).error?.code).toBe("42703");
      expect((await from("people").select("id").eq(name, "1")).error?.code).toBe("42703");
    },
  );

  test("a function of a row reads like a column", async () => {
    const { data } = await from("people").select(world.t("label")).eq("id", 3).single();
    expect(data).toEqual({ [world.t("label")]: "Cam!" });
  });

  test("a filter on what is not embedded is refused", async () => {
    expect((await from("movies").select("title").eq("tags.label", "x")).error?.code).toBe("PGRST108");
  });
});

describe("pages", () => {
  test("a range with an exact count says 206, the whole says 200", async () => {
    const part = await from("movies").select("id", { count: "exact" }).order("id").range(1, 1);
    expect([part.status, part.count, part.data?.length]).toEqual([206, 3, 1]);
    const whole = await from("movies").select("id", { count: "exact" });
    expect([whole.status, whole.count]).toEqual([200, 3]);
  });

  test("head counts without rows, planned and estimated answer a number", async () => {
    const head = await from("movies").select("*", { count: "exact", head: true });
    expect([head.data, head.count]).toEqual([null, 3]);
    expect((await from("movies").select("id", { count: "planned" })).count).toEqual(expect.any(Number));
    expect((await from("movies").select("id", { count: "estimated" })).count).toBe(3);
  });

  test("past the end is 416 with PGRST103", async () => {
    const { status, error } = await from("movies").select("id", { count: "exact" }).range(50, 60);
    expect([status, error?.code]).toEqual([416, "PGRST103"]);
  });

  test("no answer holds more than a thousand rows", async () => {
    await sql`insert into ${sql(world.t("tags"))} select n, 'many' from generate_series(1001, 2200) n`;
    const { data } = await from("tags").select("id").eq("label", "many");
    await sql`delete from ${sql(world.t("tags"))} where label = 'many'`;
    expect(data).toHaveLength(1000);
  });

  test("order keeps to its direction and its nulls", async () => {
    const last = await from("movies")
      .select("title")
      .order("director_id", { ascending: false, nullsFirst: false });
    expect(last.data?.map(({ title }) => title)).toEqual(["Two", "One", "Three"]);
  });

  test("single wants one row, maybeSingle one at most", async () => {
    const none = await from("movies").select("id").eq("id", -1).single();
    expect([none.status, none.error?.code]).toEqual([406, "PGRST116"]);
    expect((await from("movies").select("id").eq("id", -1).maybeSingle()).data).toBeNull();
    expect((await from("movies").select("id").maybeSingle()).error?.code).toBe("PGRST116");
  });

  test("a plan and GeoJSON are refused, as a hosted project does by default", async () => {
    expect((await from("movies").select("id").explain()).status).toBe(406);
    expect((await from("movies").select("id").geojson()).status).toBe(406);
  });

  test("csv, and JSON without nulls", async () => {
    expect((await from("movies").select("title,year").order("id").limit(2).csv()).data).toBe(
      "title,year\nOne,2001\nTwo,2002",
    );
    expect((await from("movies").select("title,writer_id").eq("title", "Two").stripNulls()).data).toEqual([
      { title: "Two" },
    ]);
  });
});

test("values read as Postgres writes them in JSON", async () => {
  const { data } = await service
    .from(world.t("values"))
    .select(
      "big::text,exact::text,moment,day,texts,numbers,document,plain,period,bytes,flag,first:numbers->0,s:document->>s",
    )
    .single();
  expect(data).toEqual({
    big: "9007199254740993",
    exact: "12345678901234567890.123456789",
    moment: "2026-01-02T03:04:05.123456+00:00",
    day: "2026-01-02",
    texts: ["a", "b,c", null, 'quo"te'],
    numbers: [1, 2],
    document: { a: { b: [1, 2] }, s: "x" },
    plain: { z: 1, a: 2 },
    period: "[1,5)",
    bytes: "\\xdeadbeef",
    flag: true,
    first: 1,
    s: "x",
  });
});
