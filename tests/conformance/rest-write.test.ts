import { beforeAll, describe, expect, test } from "vitest";
import { bearing, service, sql, visitor } from "../fixtures/supabase";
import { makeWorld, type World } from "./rest-fixture";

let world: World;
const movies = (client = world.owner.client) => client.from(world.t("movies"));
let counter = 0;
const newTitle = () => `Made ${++counter}`;

beforeAll(async () => {
  world = await makeWorld("write");
}, 30_000);

describe("insert", () => {
  test("gives back what was asked for, with embeds and defaults", async () => {
    const title = newTitle();
    const { data, status, error } = await movies()
      .insert({ title, director_id: 1 })
      .select(`title, owner, director:${world.t("people")}!director_id(name)`)
      .single();
    expect(error).toBeNull();
    expect(status).toBe(201);
    expect(data).toEqual({ title, owner: world.owner.id, director: { name: "Ada" } });
  });

  test("without select says 201 and nothing else", async () => {
    expect(await movies().insert({ title: newTitle() })).toMatchObject({
      status: 201,
      data: null,
      error: null,
    });
  });

  test("many rows with different keys: what is missing is null, or the default", async () => {
    const values = service.from(world.t("values"));
    const rows = [
      { id: 11, exact: 1 },
      { id: 12, flag: false },
    ];
    expect((await values.insert(rows).select("id,exact,flag")).data).toEqual([
      { id: 11, exact: 1, flag: null },
      { id: 12, exact: null, flag: false },
    ]);
    const more = [
      { id: 13, exact: 1 },
      { id: 14, flag: false },
    ];
    expect((await values.insert(more, { defaultToNull: false }).select("id,exact,flag")).data).toEqual([
      { id: 13, exact: 1, flag: true },
      { id: 14, exact: null, flag: false },
    ]);
  });

  test("every kind of value comes back as it went in", async () => {
    const row = {
      id: 21,
      big: 1234567890123,
      moment: "2026-05-05T01:02:03.123456+00:00",
      texts: ["q", "w,e", 'r"t', "", "null"],
      numbers: [1, 2, 3],
      document: { a: "1", nested: [{ b: null }, "x"], text: 'quo"te \\ back' },
      plain: ["kept"],
      period: "[1,5)",
      bytes: "\\x00ff",
    };
    const values = service.from(world.t("values"));
    expect((await values.insert(row).select(Object.keys(row).join(",")).single()).data).toEqual(row);
    const exact = await values
      .insert({ id: 22, exact: "0.1000000000000000000001" })
      .select("exact::text")
      .single();
    expect(exact.data).toEqual({ exact: "0.1000000000000000000001" });
    const scalar = await values.insert({ id: 23, document: "just text" }).select("document").single();
    expect(scalar.data).toEqual({ document: "just text" });
  });

  test("an unknown column and a missing table have codes of their own", async () => {
    expect((await movies().insert({ nope: 1 } as never)).error?.code).toBe("PGRST204");
    expect((await visitor().from("conformance_missing").insert({ a: 1 })).error).toMatchObject({
      code: "PGRST205",
    });
  });

  test("constraints answer with Postgres codes: 409 for a double and for a missing parent, 400 for a check", async () => {
    const twice = await service.from(world.t("movies")).insert({ title: "One" });
    expect([twice.status, twice.error?.code]).toEqual([409, "23505"]);
    expect(twice.error?.details).toContain("already exists");
    const orphan = await movies().insert({ title: newTitle(), director_id: 99 });
    expect([orphan.status, orphan.error?.code]).toEqual([409, "23503"]);
    const empty = await movies().insert({ title: "" });
    expect([empty.status, empty.error?.code]).toEqual([400, "23514"]);
    const wrong = await movies().insert({ title: newTitle(), year: "soon" as never });
    expect([wrong.status, wrong.error?.code]).toEqual([400, "22P02"]);
  });
});

describe("upsert", () => {
  test("inserts with 201, merges with 200", async () => {
    const title = newTitle();
    const options = { onConflict: "title" };
    const first = await movies().upsert({ title, year: 1 }, options).select("title,year").single();
    expect([first.status, first.data]).toEqual([201, { title, year: 1 }]);
    const second = await movies().upsert({ title, year: 2 }, options).select("title,year").single();
    expect([second.status, second.data]).toEqual([200, { title, year: 2 }]);
  });

  test("leaves doubles alone when asked to", async () => {
    const [old, fresh] = [newTitle(), newTitle()];
    await movies().insert({ title: old, year: 1 });
    const { data } = await movies()
      .upsert(
        [
          { title: old, year: 9 },
          { title: fresh, year: 9 },
        ],
        { onConflict: "title", ignoreDuplicates: true },
      )
      .select("title,year");
    expect(data).toEqual([{ title: fresh, year: 9 }]);
  });

  test("goes by the primary key without onConflict", async () => {
    const tags = service.from(world.t("tags"));
    await tags.upsert([{ id: 5, label: "a" }]);
    await tags.upsert([
      { id: 5, label: "b" },
      { id: 6, label: "c" },
    ]);
    expect((await tags.select("label").gte("id", 5).order("id")).data).toEqual([
      { label: "b" },
      { label: "c" },
    ]);
  });
});

describe("update and delete", () => {
  test("change what the filters meet and count it", async () => {
    const titles = [newTitle(), newTitle()];
    await movies().insert(titles.map((title) => ({ title })));
    const changed = await movies().update({ year: 7 }, { count: "exact" }).in("title", titles).select("year");
    expect(changed).toMatchObject({ status: 200, count: 2, data: [{ year: 7 }, { year: 7 }] });
    expect(await movies().update({ year: 8 }).in("title", titles)).toMatchObject({ status: 204, data: null });
    const deleted = await movies().delete({ count: "exact" }).in("title", titles);
    expect(deleted).toMatchObject({ status: 204, count: 2 });
  });

  test("a single that meets two rows changes none of them", async () => {
    const titles = [newTitle(), newTitle()];
    await movies().insert(titles.map((title) => ({ title, year: 1 })));
    const { error } = await movies().update({ year: 2 }).in("title", titles).select("year").single();
    expect(error?.code).toBe("PGRST116");
    expect((await movies().select("year").in("title", titles)).data).toEqual([{ year: 1 }, { year: 1 }]);
  });

  test("a change or deletion of everything at once is refused", async () => {
    const tags = service.from(world.t("tags"));
    expect((await tags.update({ label: "all" })).error?.code).toBe("21000");
    expect((await tags.delete()).error?.code).toBe("21000");
  });

  test("maxAffected stops what would change too much", async () => {
    const titles = [newTitle(), newTitle()];
    await movies().insert(titles.map((title) => ({ title, year: 1 })));
    // Untyped clients take PostgREST for version 12, whose types lack the method.
    const change = movies().update({ year: 2 }).in("title", titles) as unknown as {
      maxAffected(limit: number): PromiseLike<{ error: { code: string } | null }>;
    };
    const { error } = await change.maxAffected(1);
    expect(error?.code).toBe("PGRST124");
    expect((await movies().select("year").in("title", titles)).data).toEqual([{ year: 1 }, { year: 1 }]);
  });
});

describe("row level security", () => {
  test("a visitor adds nothing (401), a person nothing in another's name (403)", async () => {
    const visitors = await visitor().from(world.t("movies")).insert({ title: newTitle() });
    expect([visitors.status, visitors.error?.code]).toEqual([401, "42501"]);
    const forged = await movies(world.stranger.client).insert({ title: newTitle(), owner: world.owner.id });
    expect([forged.status, forged.error?.code]).toEqual([403, "42501"]);
  });

  test("another's row is neither changed nor deleted nor taken over", async () => {
    const title = newTitle();
    await movies().insert({ title });
    const theirs = movies(world.stranger.client);
    expect((await theirs.update({ year: 1 }).eq("title", title).select("id")).data).toEqual([]);
    expect((await theirs.delete().eq("title", title).select("id")).data).toEqual([]);
    const taken = await theirs.upsert({ title, owner: world.stranger.id }, { onConflict: "title" });
    expect(taken.error?.code).toBe("42501");
    expect((await movies().select("owner").eq("title", title).single()).data).toEqual({
      owner: world.owner.id,
    });
    const given = await movies().update({ owner: world.stranger.id }).eq("title", title);
    expect(given.error?.code).toBe("42501");
  });

  test("the service passes it", async () => {
    expect((await service.from(world.t("movies")).select("id").eq("title", "Hidden")).data).toHaveLength(1);
    expect((await visitor().from(world.t("movies")).select("id").eq("title", "Hidden")).data).toEqual([]);
  });

  test("a column without a grant is not read, not even by way of a star, a filter or an order", async () => {
    const values = visitor().from(world.t("values"));
    expect((await values.select("id, big").limit(1)).error).toBeNull();
    expect((await values.select("*")).error?.code).toBe("42501");
    expect((await values.select("id").eq("secret", "secret")).error?.code).toBe("42501");
    expect((await values.select("id").order("secret")).error?.code).toBe("42501");
  });

  test("claims reach the database: auth.uid, auth.role, auth.jwt", async () => {
    await sql
      .unsafe(`create or replace function ${world.t("who")}() returns jsonb language sql stable as
      $$ select jsonb_build_object('id', auth.uid(), 'role', auth.role(), 'now', current_user, 'aal', auth.jwt() ->> 'aal') $$;
      notify pgrst, 'reload schema'`)
      .simple();
    await expect.poll(async () => (await service.rpc(world.t("who"))).error).toBeNull();
    const who = async (client = visitor()) => (await client.rpc(world.t("who"))).data;
    const { id, session } = world.owner;
    expect(await who(bearing(session.access_token))).toEqual({
      id,
      role: "authenticated",
      now: "authenticated",
      aal: "aal1",
    });
    expect(await who()).toEqual({ id: null, role: "anon", now: "anon", aal: null });
    expect(await who(service)).toEqual({ id: null, role: "service_role", now: "service_role", aal: null });
    await sql.unsafe(`drop function ${world.t("who")}()`);
  });
});
