import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { GET as image } from "@/app/og/[kind]/[file]/route";
import { Browser } from "@/tests/fixtures/browser";
import { addMovie } from "@/tests/fixtures/database";
import { siteUrl, sql } from "@/tests/fixtures/supabase";

const tag = randomUUID();
afterAll(() => sql`delete from public.movies where slug like ${`%${tag}`}`);
const open = (kind: string, file: string) =>
  new Browser().call(image, { method: "GET", params: { kind, file } });

const pageOf = async (path: string) =>
  (await fetch(`${siteUrl}${path}`, { headers: { accept: "text/html" } })).text();
const contentOf = (page: string, property: string) =>
  new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(page)?.[1]?.replaceAll("&amp;", "&");

describe("a link that is shared", () => {
  test.each([
    ["title", "/title/the-last-keeper"],
    ["collections", "/collections/after-dark"],
    ["person", "/person/maeve-tolland"],
  ])("shows a picture of the %s", async (_, path) => {
    const page = await pageOf(path);
    expect(page).toContain(`<link rel="canonical" href="${siteUrl}${path}"`);
    const address = contentOf(page, "og:image") ?? "";
    expect(address.startsWith(`${siteUrl}/og/`)).toBe(true);
    const answer = await fetch(address);
    expect(answer.headers.get("cache-control")).toContain("immutable");
    const { format, width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([format, width, height]).toEqual(["jpeg", 1200, 630]);
  });

  test("shows another picture once the title has another name", async () => {
    const id = await addMovie(sql, { slug: `name-${tag}`, title: "One name", maturity_rating: 0 });
    const before = contentOf(await pageOf(`/title/name-${tag}`), "og:image");
    await sql`update public.movies set title = 'Another' where id = ${id}`;
    await sql`update public.movies set slug = ${`renamed-${tag}`} where id = ${id}`;
    const after = contentOf(await pageOf(`/title/renamed-${tag}`), "og:image");
    expect(before?.split("?v=")[1]).toHaveLength(10);
    expect(after?.split("?v=")[1]).not.toBe(before?.split("?v=")[1]);
  });
});

describe("there is no picture", () => {
  test("of a title above a visitor's limit, of a draft and of an announcement, whoever asks", async () => {
    for (const [name, values] of [
      ["adult", { maturity_rating: 18 }],
      ["draft", { maturity_rating: 0, status: "draft" }],
      ["coming", { maturity_rating: 0, status: "scheduled", published_at: "2099-01-01T00:00:00Z" }],
    ] as const) {
      await addMovie(sql, { slug: `${name}-${tag}`, ...values });
      expect((await open("title", `${name}-${tag}.en.jpg`)).status, name).toBe(404);
    }
  });

  test.each([
    ["title", "the-last-keeper.jpg"],
    ["title", "../../etc/passwd.en.jpg"],
    ["title", "the-last-keeper.fr.jpg"],
    ["user", "the-last-keeper.en.jpg"],
    ["person", `nobody-${tag}.en.jpg`],
  ])("of %s %s", async (kind, file) => {
    expect((await open(kind, file)).status).toBe(404);
  });
});
