import { createHash, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { forgetCatalogue } from "@/lib/catalogue/import/forget-catalogue";
import { cacheTags, tagKey } from "@/lib/platform/cache/tags";
import { redis } from "@/lib/platform/redis";
import { addMovie } from "@/tests/fixtures/database";
import { household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

const { SITE_URL = "" } = process.env;
/** A kept page looks at the versions of what it shows once a second. */
const NOTICED_MS = 1_100;

async function open(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${SITE_URL}${path}`, { headers: { accept: "text/html", ...headers } });
  const html = await answer.text();
  const policy = answer.headers.get("content-security-policy") ?? "";
  return { status: answer.status, html, policy, link: answer.headers.get("link") ?? "" };
}

const scriptsOf = (html: string) =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = ""]) => text);

async function addTitle(): Promise<{ slug: string; title: string; id: string }> {
  const title = `Kept ${randomUUID()}`;
  const id = await addMovie(sql, { title, maturity_rating: 0 });
  const [row] = await sql<{ slug: string }[]>`select slug from public.movies where id = ${id}`;
  return { slug: row?.slug ?? "", title, id };
}

afterAll(() => sql`delete from public.movies where title like 'Kept %'`);

describe("a visitor's page", () => {
  test("runs its own scripts by their hashes, and has no nonce that others could know", async () => {
    await open("/");
    const { html, policy, link } = await open("/");
    expect(policy + link).not.toContain("nonce");
    // Fonts are fetched with the page, so that nothing moves when they come.
    expect(link).toMatch(/\.woff2>; rel=preload/);
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
    expect(html).not.toMatch(/nonce="[^"]/);
    const scripts = scriptsOf(html);
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts)
      expect(policy).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  });

  test("is readable for who takes it uncompressed", async () => {
    const [plain, packed] = [await open("/", { "accept-encoding": "identity" }), await open("/")];
    expect(plain.html).toMatch(/^<!DOCTYPE html>.*<\/html>$/s);
    expect(plain.html).toBe(packed.html);
  });

  test("is rendered once for two hundred who come at once", async () => {
    const { slug } = await addTitle();
    const pages = await Promise.all(Array.from({ length: 200 }, () => open(`/title/${slug}`)));
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
    // Each rendering has ids of its own: the same bytes come from the same one.
    expect(new Set(pages.map(({ html }) => html)).size).toBe(1);
  });

  test("follows its language and its theme", async () => {
    const [english, vietnamese, light] = await Promise.all([
      open("/", { "accept-language": "en" }),
      open("/", { "accept-language": "vi" }),
      open("/", { "accept-language": "en", cookie: "cineverse-theme=light" }),
    ]);
    expect([english, vietnamese].map(({ html }) => /<html lang="(\w+)"/.exec(html)?.[1])).toEqual([
      "en",
      "vi",
    ]);
    expect(light.html).toContain('data-theme="light"');
    expect(english.html).not.toContain('data-theme="light"');
  });

  test("that is not there is not found each time, and is there once it exists", async () => {
    const slug = `kept-${randomUUID()}`;
    expect((await open(`/title/${slug}`)).status).toBe(404);
    const { id } = await addTitle();
    await sql`update public.movies set slug = ${slug} where id = ${id}`;
    await forgetCatalogue();
    await wait(NOTICED_MS);
    expect((await open(`/title/${slug}`)).status).toBe(200);
  });

  test("is new after a change of the catalogue", async () => {
    const { slug, title, id } = await addTitle();
    expect((await open(`/title/${slug}`)).html).toContain(title);
    const changed = `Kept ${randomUUID()}`;
    await sql`update public.movies set title = ${changed} where id = ${id}`;
    await forgetCatalogue();
    await wait(NOTICED_MS);
    const { html } = await open(`/title/${slug}`);
    expect(html).toContain(changed);
    expect(html).not.toContain(title);
  });

  test("is rendered once, and not twice, after Redis has lost what it had", async () => {
    await open("/");
    await redis().del(tagKey(cacheTags.catalogue));
    await wait(NOTICED_MS);
    const first = await open("/");
    await wait(NOTICED_MS);
    // Two renderings are never the same.
    expect(new Set([first.html, (await open("/")).html]).size).toBe(1);
  });

  test("is not what somebody with an account gets, and theirs is nobody else's", async () => {
    const [one, other] = [await household(), await household()];
    const cookie = ({ browser }: typeof one) =>
      [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const pages = await Promise.all([
      open("/", { cookie: cookie(one) }),
      open("/", { cookie: cookie(other) }),
      open("/"),
    ]);
    const nonces = pages.map(({ policy }) => /'nonce-([^']+)'/.exec(policy)?.[1]);
    expect(nonces[2]).toBeUndefined();
    expect(nonces[0]).not.toBe(nonces[1]);
    const [first, second, visitors] = pages.map(({ html }) => html);
    expect(first).toContain(one.viewerId);
    for (const html of [second, visitors]) expect(html).not.toContain(one.viewerId);
    expect(visitors).not.toContain(other.viewerId);
  });

  test("is no answer to what the framework fetches to move between pages", async () => {
    await open("/");
    const answer = await fetch(`${SITE_URL}/?_rsc=1`, { headers: { rsc: "1", accept: "*/*" } });
    expect(answer.headers.get("content-type")).toContain("text/x-component");
    await answer.arrayBuffer();
  });

  test("that a stranger asks us to keep for another country is not kept as theirs", async () => {
    const { status, policy } = await open("/", { "x-cineverse-fill": `KE.${"0".repeat(64)}` });
    expect(status).toBe(200);
    expect(policy).not.toContain("nonce");
  });
});
