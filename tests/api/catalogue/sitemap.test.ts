import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { GET as robots } from "@/app/robots.txt/route";
import { GET as index } from "@/app/sitemap.xml/route";
import { GET as page } from "@/app/sitemaps/[page]/route";
import { Browser } from "@/tests/fixtures/browser";
import { addMovie } from "@/tests/fixtures/database";
import { siteUrl, sql } from "@/tests/fixtures/supabase";

const tag = randomUUID();
afterAll(async () => {
  await sql`delete from public.movies where slug like ${`%${tag}`}`;
  await sql`delete from public.people where slug like ${`%${tag}`}`;
});

const open = (number: string) =>
  new Browser().call(page, { method: "GET", params: { page: `${number}.xml` } });

const slug = (name: string) => `${name}-${tag}`;

async function everything(): Promise<string> {
  const { body } = await new Browser().call(index, { method: "GET" });
  const pages = [...String(body).matchAll(/<loc>(.*?)\/sitemaps\/(\d+)\.xml<\/loc>/g)];
  expect(pages[0]?.[1]).toBe(siteUrl);
  let listed = "";
  for (const [, , number = ""] of pages) listed += (await open(number)).body;
  return listed;
}

test("search engines find everybody who has a title that a visitor may see, each once, and nobody else", async () => {
  for (const [name, maturity_rating] of [
    ["somebody", 0],
    ["grown", 18],
  ] as const) {
    const [person] =
      await sql`insert into public.people (slug, name) values (${slug(name)}, ${name}) returning id`;
    for (const part of ["one", "two"]) {
      const movie_id = await addMovie(sql, { slug: slug(`${name}-${part}`), maturity_rating });
      await sql`insert into public.credits (movie_id, person_id, role) values (${movie_id}, ${person?.id}, 'actor')`;
    }
  }
  await sql`insert into public.people (slug, name) values (${slug("nobody")}, 'Nobody')`;
  const listed = await everything();
  expect(listed.split(`<loc>${siteUrl}/person/${slug("somebody")}</loc>`)).toHaveLength(2);
  expect(listed).not.toContain(`/person/${slug("nobody")}`);
  expect(listed).not.toContain(`/person/${slug("grown")}`);
});

test("search engines find every title that a visitor may see, and no other", async () => {
  await addMovie(sql, { slug: slug("open"), maturity_rating: 16 });
  await addMovie(sql, { slug: slug("adult"), maturity_rating: 18 });
  await addMovie(sql, { slug: slug("draft"), status: "draft", maturity_rating: 0 });
  const listed = await everything();
  expect(listed).toContain(`<loc>${siteUrl}/title/${slug("open")}</loc>`);
  for (const place of ["/browse", "/coming-soon", "/collections", "/collections/after-dark"])
    expect(listed).toContain(`<loc>${siteUrl}${place}</loc>`);
  expect(listed).not.toContain(slug("adult"));
  expect(listed).not.toContain(slug("draft"));
});

test.each(["9999", "-1", "x", "1e3", "00000"])("there is no page %s", async (number) => {
  expect((await open(number)).status).toBe(404);
});

test("robots are told where to begin", async () => {
  expect(await robots().text()).toContain(`Sitemap: ${siteUrl}/sitemap.xml`);
});
