import type { SupabaseClient } from "@supabase/supabase-js";
import { beforeAll, describe, expect, test } from "vitest";
import { sql, visitor } from "../fixtures/supabase";
import { makeWorld, type World } from "./rest-fixture";

let world: World;
let client: SupabaseClient;
const from = (name: string) => client.from(world.t(name));

beforeAll(async () => {
  world = await makeWorld("filters");
  client = visitor();
  await sql.unsafe(`
    insert into ${world.t("values")} values (
      1, 9007199254740993, 12345678901234567890.123456789, '2026-01-02 03:04:05.123456+00', '2026-01-02',
      '{a,"b,c",NULL,"quo\\"te"}', '{1,2}', '{"a": {"b": [1, 2]}, "s": "x"}', '{"z":1, "a":2}', '[1,5)', '\\xdeadbeef', true, 'secret'
    );`);
}, 30_000);

describe("filters", () => {
  const titles = async (query: PromiseLike<{ data: { title: string }[] | null }>) =>
    (await query).data?.map(({ title }) => title).sort();
  const movies = () => from("movies").select("title");

  test.each<[string, () => PromiseLike<{ data: { title: string }[] | null }>, string[]]>([
    ["eq", () => movies().eq("year", 2001), ["One"]],
    ["neq", () => movies().neq("year", 2001), ["Three", "Two"]],
    ["gt and lte", () => movies().gt("year", 2001).lte("year", 2003), ["Three", "Two"]],
    ["in", () => movies().in("title", ["One", "a,b", "Two"]), ["One", "Two"]],
    ["not in", () => movies().not("year", "in", "(2001,2002)"), ["Three"]],
    ["notIn", () => movies().notIn("year", [2001, 2002]), ["Three"]],
    ["gte and lt", () => movies().gte("year", 2002).lt("year", 2003), ["Two"]],
    ["likeAllOf", () => movies().likeAllOf("title", ["T%", "%o"]), ["Two"]],
    ["ilikeAnyOf", () => movies().ilikeAnyOf("title", ["o%", "th%"]), ["One", "Three"]],
    ["regexIMatch", () => movies().regexIMatch("title", "^t.O$"), ["Two"]],
    ["is null", () => movies().is("director_id", null), ["Three"]],
    ["not is null", () => movies().not("director_id", "is", null), ["One", "Two"]],
    ["isDistinct", () => movies().isDistinct("director_id", 1), ["Three", "Two"]],
    ["like", () => movies().like("title", "T%"), ["Three", "Two"]],
    ["ilike", () => movies().ilike("title", "t*"), ["Three", "Two"]],
    ["likeAnyOf", () => movies().likeAnyOf("title", ["O%", "Th%"]), ["One", "Three"]],
    ["ilikeAllOf", () => movies().ilikeAllOf("title", ["t%", "%o"]), ["Two"]],
    ["regexMatch", () => movies().regexMatch("title", "^T.o$"), ["Two"]],
    ["match", () => movies().match({ title: "Two", year: 2002 }), ["Two"]],
    ["or", () => movies().or("title.eq.One,and(year.gt.2001,year.lt.2003)"), ["One", "Two"]],
    ["or with a quoted value", () => movies().or('title.eq."One",title.in.("Two","x,y")'), ["One", "Two"]],
    ["not or", () => movies().or("not.and(title.neq.One,year.gt.2001)"), ["One"]],
    ["text search", () => movies().textSearch("title", "two", { config: "english" }), ["Two"]],
    [
      "websearch",
      () => movies().textSearch("title", "one or three", { type: "websearch", config: "english" }),
      ["One", "Three"],
    ],
  ])("%s", async (_name, query, expected) => {
    expect(await titles(query())).toEqual(expected);
  });

  test.each<[string, (query: ReturnType<typeof values>) => ReturnType<typeof values>, boolean]>([
    ["contains an array", (query) => query.contains("texts", ["a"]), true],
    ["contains JSON", (query) => query.contains("document", { s: "x" }), true],
    ["containedBy", (query) => query.containedBy("numbers", [1, 2, 3]), true],
    ["overlaps", (query) => query.overlaps("numbers", [7, 8]), false],
    ["rangeGt", (query) => query.rangeGt("period", "[-3,1)"), true],
    ["rangeLt", (query) => query.rangeLt("period", "[-3,1)"), false],
    ["rangeLte", (query) => query.rangeLte("period", "[2,5)"), true],
    ["rangeGte", (query) => query.rangeGte("period", "[0,3)"), true],
    ["rangeAdjacent", (query) => query.rangeAdjacent("period", "[5,9)"), true],
    ["a place in JSON", (query) => query.eq("document->a->b->>1", "2"), true],
  ])("%s", async (_name, filter, isFound) => {
    const { data, error } = await filter(values());
    expect(error).toBeNull();
    expect(data).toHaveLength(isFound ? 1 : 0);
  });
  const values = () => from("values").select("id");
});
