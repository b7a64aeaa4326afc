import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { oauthSchema, signUpSchema, viewerSchema } from "@/lib/accounts/schema";
import { browseQuery, searchQuery } from "@/lib/catalogue/schema";
import { plain } from "@/lib/catalogue/search/match-genres";
import { chooseLocale, LOCALES } from "@/lib/i18n/config";
import { writesBody } from "@/lib/library/writes";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { hasSessionCookie } from "@/lib/platform/auth/session";
import { readStoredSession } from "@/lib/platform/auth/stored-session";
import { readViewerCookie } from "@/lib/platform/auth/viewer-cookie";
import { cursorSchema, encodeCursor } from "@/lib/platform/cursor";
import { AppError } from "@/lib/platform/errors";
import { resolveAlias } from "@/lib/platform/gate/aliases";
import { MARK_HEADER, readMark } from "@/lib/platform/gate/mark";
import { clientKey } from "@/lib/platform/http/client-address";
import { FLASH_COOKIE, setFlash } from "@/lib/platform/http/forms";
import { parseWith, readBody, readQuery } from "@/lib/platform/http/parse";
import { RequestJar } from "@/lib/platform/http/request-jar";
import { requireSameOrigin } from "@/lib/platform/http/same-origin";
import { rateLimitClassOf } from "@/lib/platform/rate-limits/classes";
import { AUTH_COOKIE } from "@/lib/platform/supabase/cookies";
import { THEMES, toTheme } from "@/lib/platform/theme";
import { preferencesChange } from "@/lib/playback/preferences/schema";
import { progressBody } from "@/lib/playback/schema";
import { content, contentType, headerValue, query, text, value } from "@/tests/fixtures/generated";
import { stubEnvironment } from "./stub-env";

const SITE = "https://cineverse.example";
const ID = "7f1d1f0e-8d7e-4f43-9a52-111111111111";

beforeEach(stubEnvironment);

/** What somebody sent wrongly is told them; anything else that is thrown would be our mistake. */
function isTheirs(error: unknown): boolean {
  return error instanceof AppError && error.status < 500;
}

async function orTheirs(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (!isTheirs(error)) throw error;
    return undefined;
  }
}

/** Nothing that Postgres could not store. */
function isStorable(one: unknown): boolean {
  if (typeof one === "string") return one.isWellFormed() && !one.includes("\0");
  return typeof one !== "object" || one === null || Object.entries(one).flat().every(isStorable);
}

const check = <Values extends [unknown, ...unknown[]]>(
  runs: number,
  property: fc.IAsyncProperty<Values> | fc.IProperty<Values>,
) => fc.assert(property as fc.IAsyncProperty<Values>, { numRuns: runs });

const asked = (search: string) => new Request(`${SITE}/api/test?${search}`);

describe("whatever is sent", () => {
  test("a body is read or refused, and holds nothing that cannot be stored", async () => {
    await check(
      1_500,
      fc.asyncProperty(content(), contentType(), async (body, type) => {
        const request = new Request(`${SITE}/api/test`, {
          method: "POST",
          body,
          headers: { "content-type": type },
        });
        expect(isStorable(await orTheirs(() => readBody(request)))).toBe(true);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });

  test("a query is read or refused, and holds nothing that cannot be stored", async () => {
    await check(
      1_000,
      fc.asyncProperty(query(), async (search) => {
        expect(isStorable(await orTheirs(() => readQuery(asked(search))))).toBe(true);
      }),
    );
  });

  test("every schema takes it or refuses it", async () => {
    const schemas = [
      ...[browseQuery, searchQuery, writesBody, progressBody, preferencesChange],
      ...[signUpSchema, viewerSchema, oauthSchema],
    ];
    await check(
      800,
      fc.asyncProperty(value, async (one) => {
        for (const schema of schemas) await orTheirs(() => parseWith(schema, one));
      }),
    );
  });

  test("a question becomes words that can be looked for", async () => {
    await check(
      500,
      fc.asyncProperty(query(), text(), async (search, q) => {
        const found = (await orTheirs(() => parseWith(browseQuery, readQuery(asked(search))))) ?? null;
        expect(isStorable(found)).toBe(true);
        const question = searchQuery.safeParse({ q });
        if (question.success) expect(isStorable(plain(question.data.q))).toBe(true);
      }),
    );
  });
});

describe("a cursor", () => {
  test("that we gave comes back as it went", async () => {
    await check(
      500,
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.uuid(), (one, id) => {
        fc.pre(isStorable(one) && one.length <= 400);
        expect(cursorSchema.parse(encodeCursor([one, id]))).toEqual([one, id]);
      }),
    );
  });

  test("that somebody made up is refused or can be asked for", async () => {
    const madeUp = fc.oneof(
      text(),
      value.map((one) => Buffer.from(JSON.stringify([one, ID])).toString("base64url")),
      value.map((one) => Buffer.from(JSON.stringify(one)).toString("base64url")),
      text().map((one) => encodeCursor([one, ID])),
    );
    await check(
      800,
      fc.property(madeUp, (cursor) => {
        const { data } = cursorSchema.safeParse(cursor);
        expect(data === undefined || isStorable(data)).toBe(true);
      }),
    );
  });
});

describe("a way on", () => {
  const target = () =>
    fc.oneof(
      text(),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc
        .array(fc.constantFrom("/", "/", "..", ".", "\\", "%2f", "\t", "@", "evil.example"), { maxLength: 7 })
        .map((parts) => `/${parts.join("")}`),
      text().map((one) => `/${one}`),
    );

  test("never leaves the site", async () => {
    await check(
      1_500,
      fc.property(target(), (next) => {
        const path = safeNextPath(next);
        expect(path.startsWith("/")).toBe(true);
        expect(new URL(path, SITE).origin).toBe(SITE);
        // As a browser reads what a header says, and once more where a page hands it on.
        expect(safeNextPath(path)).toBe(path);
      }),
    );
  });

  test("never leaves the site by the names that pages had elsewhere", async () => {
    await check(
      500,
      fc.property(target(), fc.constantFrom("/login", "/register", "/profile", "/sign-in"), (next, page) => {
        const alias = resolveAlias(
          new URL(`${page}?redirect=${encodeURIComponent(next.toWellFormed())}`, SITE),
        );
        expect(alias?.origin ?? SITE).toBe(SITE);
        expect(new URL(safeNextPath(alias?.searchParams.get("next")), SITE).origin).toBe(SITE);
      }),
    );
  });
});

describe("what a browser says of itself", () => {
  test("cookies are read, whatever they hold, and open nothing", async () => {
    const cookie = fc.oneof(
      headerValue(),
      headerValue().map((one) => `${AUTH_COOKIE}=${one}`),
      value.map((one) => `${AUTH_COOKIE}=base64-${Buffer.from(JSON.stringify(one)).toString("base64url")}`),
    );
    await check(
      500,
      fc.asyncProperty(cookie, text(), async (header, one) => {
        const jar = new RequestJar(new Request(SITE, { headers: { cookie: header } }));
        expect(typeof hasSessionCookie(jar)).toBe("boolean");
        await readStoredSession(jar);
        expect(await readViewerCookie(one, ID)).toBeNull();
      }),
    );
  });

  test("what a form is told fits into a cookie, whatever was typed", async () => {
    const told = fc.dictionary(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "grapheme", maxLength: 900 }),
    );
    await check(
      300,
      fc.property(told, told, (fields, values) => {
        const request = new Request(`${SITE}/api/account/profile`, { method: "POST" });
        const jar = new RequestJar(request);
        setFlash(jar, request, { message: "No.", isError: true, fields, values });
        const headers = new Headers();
        jar.writeTo(headers);
        const [pair = ""] = (headers.getSetCookie()[0] ?? "").split("; ");
        expect(pair.startsWith(`${FLASH_COOKIE}=`)).toBe(true);
        expect(pair.length).toBeLessThan(4_096);
      }),
    );
  });

  test("languages, themes, addresses and origins are understood or passed over", async () => {
    await check(
      600,
      fc.asyncProperty(headerValue(), text(), async (header, one) => {
        expect(LOCALES).toContain(chooseLocale(one, header));
        expect(THEMES).toContain(toTheme(one));
        expect(await clientKey(new Headers({ "x-forwarded-for": header }))).toMatch(/^[0-9a-f]{32}$/);
        expect(await readMark(new Headers({ [MARK_HEADER]: header }))).toBeNull();
        const request = new Request(SITE, { method: "POST", headers: { origin: header } });
        await orTheirs(() => requireSameOrigin(request));
        expect(rateLimitClassOf("POST", `/api/${one}`)).not.toBeNull();
      }),
    );
  });
});
