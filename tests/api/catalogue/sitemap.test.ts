import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { GET as robots } from "@/app/robots.txt/route";
import { GET as index } from "@/app/sitemap.xml/route";
import { GET as page } from "@/app/sitemaps/[page]/route";
import { Browser } from "@/tests/fixtures/browser";
import { addMovie } from "@/tests/fixtures/database";
import { siteUrl, sql } from "@/tests/fixtures/supabase";

const tag = randomUUID();
afterAll(() => sql`delete from public.movies where slug like ${`%${tag}`}`);

const open = (number: string) =>
  new Browser().call(page, { method: "GET", params: { page: `${number}.xml` } });

test("search engines find every title that a visitor may see, and no other", async () => {
  const slug = (name: string) => `${name}-${tag}`;
  await addMovie(sql, { slug: slug("open"), maturity_rating: 16 });
  await addMovie(sql, { slug: slug("adult"), maturity_rating: 18 });
  await addMovie(sql, { slug: slug("draft"), status: "draft", maturity_rating: 0 });
  const { body } = await new Browser().call(index, { method: "GET" });
  const pages = [...String(body).matchAll(/<loc>(.*?)\/sitemaps\/(\d+)\.xml<\/loc>/g)];
  expect(pages[0]?.[1]).toBe(siteUrl);
  let listed = "";
  for (const [, , number = ""] of pages) listed += (await open(number)).body;
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
