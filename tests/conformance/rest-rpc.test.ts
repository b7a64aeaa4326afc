import type { SupabaseClient } from "@supabase/supabase-js";
import { beforeAll, describe, expect, test } from "vitest";
import { publishableKey, raw, service, sql, supabaseUrl, visitor } from "../fixtures/supabase";
import { makeWorld, type World } from "./rest-fixture";

let world: World;
let client: SupabaseClient;
const rpc = (name: string, args?: object, options?: { get?: boolean; count?: "exact"; head?: boolean }) =>
  client.rpc(world.t(name), args, options);

beforeAll(async () => {
  world = await makeWorld("rpc");
  client = visitor();
}, 30_000);

describe("a function", () => {
  test("takes named arguments and defaults, by POST and by GET", async () => {
    expect((await rpc("add", { a: 1 })).data).toBe(3);
    expect((await rpc("add", { a: 1, b: 5 })).data).toBe(6);
    expect((await rpc("add", { a: 1, b: 5 }, { get: true })).data).toBe(6);
  });

  test("takes JSON as it is, and a whole body as its only argument", async () => {
    const document = { a: [1, { b: null }], text: 'quo"te' };
    expect((await rpc("json", { document })).data).toEqual(document);
    const headers = { "content-type": "application/json" };
    const whole = await raw(`/rest/v1/rpc/${world.t("body")}`, {
      method: "POST",
      headers,
      body: '{"name":"whole"}',
    });
    expect(whole.body).toBe("whole");
  });

  test("answers nothing, one value, many values or rows", async () => {
    expect(await rpc("nothing")).toMatchObject({ status: 204, data: null });
    expect((await rpc("numbers")).data).toEqual([1, 2, 3, 4, 5]);
    expect((await rpc("pair")).data).toEqual([{ x: 1, y: "a" }]);
  });

  test("that returns rows is filtered, ordered, embedded, counted and paged like a table", async () => {
    const { data, count, status } = await rpc("since", { year: 2001 }, { count: "exact" })
      .select(`title, director:${world.t("people")}!director_id(name)`)
      .neq("title", "Three")
      .order("title", { ascending: false })
      .range(0, 0);
    expect([status, count]).toEqual([206, 2]);
    expect(data).toEqual([{ title: "Two", director: { name: "Bao" } }]);
    expect((await rpc("since", { year: 2003 }).single()).data).toMatchObject({ title: "Three" });
  });

  test("is refused by name, by argument and by method", async () => {
    const unknown = await rpc("unknown", { a: 1 });
    expect([unknown.status, unknown.error?.code]).toEqual([404, "PGRST202"]);
    expect((await rpc("add", { wrong: 1 })).error?.code).toBe("PGRST202");
    const byGet = await service.rpc(world.t("write"), { name: "x" }, { get: true });
    expect([byGet.status, byGet.error?.code]).toEqual([405, "25006"]);
    expect((await service.rpc(world.t("write"), { name: "x" })).data).toBe(99);
  });

  test("raises what the caller sees: message, detail, hint and status", async () => {
    const raised = await rpc("fail", { code: "P0001" });
    expect(raised.status).toBe(400);
    expect(raised.error).toMatchObject({
      code: "P0001",
      message: "as asked",
      details: "a detail",
      hint: "a hint",
    });
    expect((await rpc("fail", { code: "PT418" })).status).toBe(418);
    expect((await rpc("fail", { code: "42501" })).status).toBe(401);
    expect((await world.owner.client.rpc(world.t("fail"), { code: "42501" })).status).toBe(403);
  });

  test("sees the request's headers without the secrets, and sets the answer's", async () => {
    const answer = await fetch(`${supabaseUrl}/rest/v1/rpc/${world.t("headers")}`, {
      method: "POST",
      headers: { apikey: publishableKey, "x-mine": "yes", cookie: "session=secret" },
    });
    expect(answer.status).toBe(202);
    expect(answer.headers.get("x-made-by")).toBe("a function");
    expect(await answer.json()).toMatchObject({ "x-mine": "yes" });
  });
});

describe("a schema", () => {
  test("that changes is seen without a restart", async () => {
    const name = world.t("late");
    expect((await client.from(name).select("id")).error?.code).toBe("PGRST205");
    await sql.unsafe(`create table ${name} (id int); grant all on ${name} to anon, service_role`).simple();
    await expect.poll(async () => (await client.from(name).select("id")).error).toBeNull();
    await sql.unsafe(`alter table ${name} add column added int`);
    await expect
      .poll(async () => (await service.from(name).insert({ added: 1 }).select("added")).error)
      .toBeNull();
    await sql.unsafe(`drop table ${name}`);
    await expect.poll(async () => (await client.from(name).select("id")).error?.code).toBe("PGRST205");
  });

  test("that is not exposed is refused by name", async () => {
    const { status, error } = await service.schema("auth").from("users").select("id");
    expect([status, error?.code]).toEqual([406, "PGRST106"]);
    expect((await service.from("users").select("id")).error?.code).toBe("PGRST205");
    expect((await service.from("pg_roles").select("rolname")).error?.code).toBe("PGRST205");
  });
});

describe("an attacker writes SQL into", () => {
  const attack = 'id"; drop table x; --';
  const quoted = `"${'a") or 1=1; drop table x; --'.replaceAll('"', '\\"')}"`;

  test.each<[string, (movies: ReturnType<typeof table>) => PromiseLike<{ status: number; data: unknown }>]>([
    ["select", (movies) => movies.select(attack)],
    ["a quoted select", (movies) => movies.select(quoted)],
    ["an alias", (movies) => movies.select(`"x\\"); drop table x; --":id, id`).limit(0)],
    ["a cast", (movies) => movies.select("id::text); drop table x; --")],
    ["a type that does not exist", (movies) => movies.select("id::pg_sleep")],
    ["a JSON key", (movies) => movies.select("id->'a' or true")],
    ["an order", (movies) => movies.select("id").order(attack)],
    ["a quoted order", (movies) => movies.select("id").order(quoted)],
    ["a column of a filter", (movies) => movies.select("id").eq(attack, 1)],
    ["a value of a filter", (movies) => movies.select("id").eq("title", "x' or '1'='1")],
    ["an operator", (movies) => movies.select("id").filter("id", "eq); drop table x; --", "1")],
    ["a list", (movies) => movies.select("id").filter("title", "in", `("x\\\\","'); drop table x; --")`)],
    ["a logic tree", (movies) => movies.select("id").or("id.eq.1)) or ((1=1")],
    [
      "a text search language",
      (movies) => movies.select("id").textSearch("title", "x", { config: "english'); drop table x; --" }),
    ],
    ["an embed", (movies) => movies.select(`${world.t("people")}!"x\\" or 1=1"(id)`)],
    ["a range", (movies) => movies.select("id").range(0, "1; drop table x" as never)],
  ])("%s, and gets an error or nothing", async (_place, send) => {
    const { status, data } = await send(table());
    if (status < 400) expect(data).toEqual([]);
    else expect(status).toBeLessThan(500);
  });
  const table = () => client.from(world.t("movies"));

  test("the names of what is written and called", async () => {
    const insert = await table().insert({ [attack]: 1 } as never);
    expect(insert.error?.code).toBe("PGRST204");
    const conflict = await service.from(world.t("tags")).upsert({ id: 1 }, { onConflict: attack });
    expect(conflict.status).toBeLessThan(500);
    expect((await client.rpc(`${world.t("add")}(1); drop table x; --`, { a: 1 })).status).toBe(404);
    expect((await client.rpc(world.t("add"), { 'a" := 1); drop table x; --': 1 })).status).toBe(404);
    expect((await client.from(`${world.t("movies")}"; drop table x; --`).select("id")).status).toBe(404);
  });

  test("and every row is still where it was", async () => {
    const [row] = await sql`select count(*)::int as count from ${sql(world.t("movies"))}`;
    expect(row?.count).toBe(4);
  });
});

test("a body that is too large, broken or of the wrong shape is refused", async () => {
  const post = (body: string) => raw(`/rest/v1/${world.t("movies")}`, { method: "POST", body });
  expect((await post("{")).body).toMatchObject({ code: "PGRST102" });
  expect((await post("[1,2]")).body).toMatchObject({ code: "PGRST102" });
  expect((await post('[{"title":"a"},{"year":1}]')).body).toMatchObject({ code: "PGRST102" });
  expect((await post(`{"title":"${"x".repeat(21 * 1024 * 1024)}"}`)).status).toBe(413);
  expect((await raw(`/rest/v1/${world.t("movies")}`, { method: "PUT" })).status).toBe(405);
});
