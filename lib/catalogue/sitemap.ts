import "server-only";
import { z } from "zod";
import { listCollections } from "@/lib/catalogue/queries";
import { DEFAULT_LOCALE } from "@/lib/i18n/config";
import { VISITOR_MATURITY_LIMIT } from "@/lib/platform/auth/maturity";
import { env } from "@/lib/platform/env";
import { AppError, fromPostgrest } from "@/lib/platform/errors";
import { publicClient } from "@/lib/platform/supabase/public";

const entries = z.array(z.object({ slug: z.string(), updated_at: z.string() }));

const sitemapRow = z.object({
  pages: z.number(),
  titles: entries,
  people: entries,
});

/** `[page].xml`, from 0 on; four digits are 50 million titles. */
export const sitemapParams = z.object({
  page: z
    .string()
    .regex(/^\d{1,4}\.xml$/)
    .transform((name) => Number.parseInt(name, 10)),
});

/** Search engines see what visitors without a country see. */
const AUDIENCE = {
  viewer: {
    profileId: null,
    name: null,
    maturityLimit: VISITOR_MATURITY_LIMIT,
    country: null,
    locale: DEFAULT_LOCALE,
    isKids: false,
  },
  household: null,
};

const HOUR_SECONDS = 3600;
const PLACES = ["/", "/browse", "/coming-soon", "/collections"];

/** The list of all pages of addresses. Search engines see what visitors without a country see. */
export async function sitemapIndex(): Promise<Response> {
  const { pages } = await loadPage(0);
  const files = Array.from({ length: Math.max(pages, 1) }, (_, page) =>
    tag("sitemap", `/sitemaps/${page}.xml`),
  );
  return xml("sitemapindex", files);
}

/** Throws NOT_FOUND past the last page. */
export async function sitemapPage(page: number): Promise<Response> {
  const { pages, titles, people } = await loadPage(page);
  if (page > 0 && page >= pages) throw new AppError("NOT_FOUND", "platform.errors.notFound");
  const places = page === 0 ? (await listPlaces()).map((path) => tag("url", path)) : [];
  return xml("urlset", [
    ...places,
    ...titles.map(({ slug, updated_at }) => tag("url", `/title/${slug}`, updated_at)),
    ...people.map(({ slug, updated_at }) => tag("url", `/person/${slug}`, updated_at)),
  ]);
}

/** Pages that are no titles: few, and all on the first page of addresses. */
async function listPlaces(): Promise<string[]> {
  const collections = await listCollections(AUDIENCE);
  return [...PLACES, ...collections.map(({ slug }) => `/collections/${slug}`)];
}

async function loadPage(page: number) {
  const { data, error } = await publicClient().rpc("catalogue_sitemap", {
    p_maturity_limit: VISITOR_MATURITY_LIMIT,
    // Generated types know no nullable parameters; null is "no country known".
    p_country: null as never,
    p_page: page,
  });
  if (error) throw fromPostgrest(error);
  return sitemapRow.parse(data);
}

/** Slugs and our own paths need no escaping: they are letters, digits, hyphens and slashes. */
function tag(name: "sitemap" | "url", path: string, changedAt?: string): string {
  const changed = changedAt ? `<lastmod>${new Date(changedAt).toISOString()}</lastmod>` : "";
  return `<${name}><loc>${env().SITE_URL}${path}</loc>${changed}</${name}>`;
}

function xml(root: "sitemapindex" | "urlset", entries: string[]): Response {
  const content = `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</${root}>`;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${content}\n`, {
    headers: { "content-type": "application/xml", "cache-control": `public, max-age=${HOUR_SECONDS}` },
  });
}
