import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { createTmdbClient, TmdbFailure, TmdbUnavailable } from "@/lib/catalogue/import/tmdb/client";
import { findMatch } from "@/lib/catalogue/import/tmdb/find-match";

const found = (id: number, title: string, year: number | null) => ({ id, titles: [title], year });

describe("the same film at TMDB", () => {
  const wanted = { title: "Amélie", originalTitle: "Le Fabuleux Destin d'Amélie Poulain", year: 2001 };

  test("has the same letters, whatever the accents, case and punctuation", () => {
    expect(findMatch(wanted, [found(1, "AMELIE!", 2001)])).toEqual({ id: 1 });
    expect(findMatch(wanted, [found(2, "Le fabuleux destin d’Amélie Poulain", 2001)])).toEqual({ id: 2 });
  });

  test("is not one of another year, nor one whose name only begins so", () => {
    const others = [
      found(1, "Amélie", 2002),
      found(2, "Amélie and the Rain", 2001),
      found(3, "Amélie", null),
    ];
    expect(findMatch(wanted, others)).toHaveProperty("reason");
  });

  test("is none of two that both fit", () => {
    expect(findMatch(wanted, [found(1, "Amélie", 2001), found(2, "Amelie", 2001)])).toHaveProperty("reason");
  });

  test("may be of any year where we know none, if it is alone", () => {
    expect(findMatch({ ...wanted, year: null }, [found(1, "Amélie", 2001)])).toEqual({ id: 1 });
  });
});

describe("asking TMDB", () => {
  afterEach(() => vi.unstubAllGlobals());
  const schema = z.object({ ok: z.boolean() });
  const waits: number[] = [];
  const waitFor = async (milliseconds: number) => void waits.push(milliseconds);
  const answers = (...list: (Response | Error)[]) =>
    vi.stubGlobal(
      "fetch",
      vi.fn(async () => {
        const next = list.shift() ?? Response.json({ ok: true });
        if (next instanceof Error) throw next;
        return next;
      }),
    );
  const ask = () => {
    waits.length = 0;
    return createTmdbClient({ url: "http://tmdb.test/3", key: "k", waitFor }).get("/x", { a: "b" }, schema);
  };

  test("waits as Retry-After says, and longer each time where it says nothing", async () => {
    answers(
      new Response(null, { status: 429, headers: { "retry-after": "7" } }),
      new Error("cut"),
      new Error("cut"),
    );
    expect(await ask()).toEqual({ ok: true });
    expect(waits).toEqual([7000, 2000, 4000]);
  });

  test("never waits longer than a minute", async () => {
    answers(new Response(null, { status: 429, headers: { "retry-after": "86400" } }));
    await ask();
    expect(waits).toEqual([60_000]);
  });

  test("gives one title up after five errors, and everything after five silences", async () => {
    answers(...Array.from({ length: 5 }, () => new Response(null, { status: 500 })));
    await expect(ask()).rejects.toThrow(TmdbFailure);
    answers(...Array.from({ length: 5 }, () => new Error("no route")));
    await expect(ask()).rejects.toThrow(TmdbUnavailable);
  });

  test("sends a short key as a parameter and a long token as a header alone", async () => {
    answers();
    await ask();
    expect(String(vi.mocked(fetch).mock.calls[0]?.[0])).toBe("http://tmdb.test/3/x?a=b&api_key=k");
    const key = "t".repeat(200);
    await createTmdbClient({ url: "http://tmdb.test/3", key }).get("/x", {}, schema);
    const [address, init] = vi.mocked(fetch).mock.calls[1] ?? [];
    expect(String(address)).not.toContain("ttt");
    expect(init?.headers).toMatchObject({ authorization: `Bearer ${key}` });
  });

  test("does not trust an answer of another shape", async () => {
    answers(Response.json({ ok: "perhaps" }));
    await expect(ask()).rejects.toThrow(/cannot be read/);
  });
});
