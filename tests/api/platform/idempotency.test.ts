import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { POST as identity } from "@/app/api/account/identity/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { POST as addViewer } from "@/app/api/viewers/route";
import { AppError } from "@/lib/platform/errors";
import { userRoute } from "@/lib/platform/http/routes";
import { Browser } from "../../fixtures/browser";
import { mailsTo, person, sql } from "../../fixtures/supabase";

const child = { name: "Bi", isKids: true, maturityLimit: 12, language: "vi" };

async function home() {
  const owner = await person({ display_name: "Mai" });
  const browser = new Browser();
  await browser.call(signIn, { body: { email: owner.email, password: owner.password } });
  return { owner, browser };
}

const newKey = () => randomUUID();
const under = (key: string) => ({ headers: { "idempotency-key": key } });

/** A write that can be watched: how often it ran, and when it may go on. */
function counted() {
  const seen = { runs: 0 };
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const route = userRoute({ body: z.object({ what: z.string() }), idempotent: true }, async ({ body }) => {
    seen.runs += 1;
    begun.resolve();
    await gate.promise;
    return Response.json({ what: body.what, run: seen.runs }, { status: 201 });
  });
  return { seen, route, begun: begun.promise, open: gate.resolve };
}

const viewersOf = async (id: string) =>
  (await sql`select name from public.viewer_profiles where user_id = ${id}`).length;

describe("a write under a key", () => {
  test("sent twice is done once, and the repeat gets the same answer", async () => {
    const { owner, browser } = await home();
    const call = { body: child, ...under(newKey()) };
    const first = await browser.call(addViewer, call);
    const second = await browser.call(addViewer, call);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await viewersOf(owner.id)).toBe(2);
  });

  test("sent twice mails one code", async () => {
    const { owner, browser } = await home();
    const call = under(newKey());
    expect((await browser.call(identity, call)).status).toBe(200);
    const second = await browser.call(identity, call);
    expect([second.status, second.headers.get("idempotency-replayed")]).toEqual([200, "true"]);
    expect((await mailsTo(owner.email)).length).toBe(1);
  });

  test("is done again under another key", async () => {
    const { owner, browser } = await home();
    await browser.call(addViewer, { body: child, ...under(newKey()) });
    await browser.call(addViewer, { body: { ...child, name: "Bo" }, ...under(newKey()) });
    expect(await viewersOf(owner.id)).toBe(3);
  });

  test("sent ten times at once runs once; the others hear that it is under way", async () => {
    const { browser } = await home();
    const { seen, route, begun, open } = counted();
    const call = { body: { what: "a" }, ...under(newKey()) };
    const first = browser.call(route, call);
    await begun;
    const others = await Promise.all(Array.from({ length: 9 }, () => browser.call(route, call)));
    for (const { status, headers, body } of others) {
      expect(status).toBe(409);
      expect(headers.get("retry-after")).toBe("1");
      expect(body.error.code).toBe("CONFLICT");
    }
    open();
    expect((await first).body).toEqual({ what: "a", run: 1 });
    expect((await browser.call(route, call)).body).toEqual({ what: "a", run: 1 });
    expect(seen.runs).toBe(1);
  });

  test("with another body is refused, for good", async () => {
    const { owner, browser } = await home();
    const key = newKey();
    await browser.call(addViewer, { body: child, ...under(key) });
    const { status, headers } = await browser.call(addViewer, {
      body: { ...child, name: "Bo" },
      ...under(key),
    });
    expect(status).toBe(409);
    expect(headers.get("retry-after")).toBeNull();
    expect(await viewersOf(owner.id)).toBe(2);
  });

  test("under somebody else's key is one's own write", async () => {
    const [mai, an] = [await home(), await home()];
    const call = { body: child, ...under(newKey()) };
    const [first, second] = [await mai.browser.call(addViewer, call), await an.browser.call(addViewer, call)];
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
    expect(second.headers.get("idempotency-replayed")).toBeNull();
  });

  test("that was killed half-way is done by a repeat after the claim has run out", async () => {
    const { owner, browser } = await home();
    const { seen, route, begun, open } = counted();
    const call = { body: { what: "a" }, ...under(newKey()) };
    const killed = browser.call(route, call);
    await begun;
    expect((await browser.call(route, call)).status).toBe(409);
    await sql`update public.idempotency_keys set claimed_until = now() where user_id = ${owner.id}`;
    const repeated = browser.call(route, call);
    await expect.poll(() => seen.runs).toBe(2);
    open();
    expect((await repeated).status).toBe(201);
    await killed;
    const again = await browser.call(route, call);
    expect([again.status, seen.runs]).toEqual([201, 2]);
  });

  test("that was refused may be tried again under its key", async () => {
    const { browser } = await home();
    let tries = 0;
    const route = userRoute({ idempotent: true }, () => {
      tries += 1;
      if (tries === 1) throw new AppError("FORBIDDEN", "platform.errors.forbidden");
      return Response.json({ tries });
    });
    const call = under(newKey());
    expect((await browser.call(route, call)).status).toBe(403);
    expect((await browser.call(route, call)).body).toEqual({ tries: 2 });
  });

  test("keeps no answer and no key that the database could read", async () => {
    const { owner, browser } = await home();
    const key = newKey();
    await browser.call(addViewer, { body: { ...child, name: "Secret" }, ...under(key) });
    const [row] = await sql`select * from public.idempotency_keys where user_id = ${owner.id}`;
    expect(row?.answer).toMatch(/^[A-Za-z0-9+/=]{40,}$/);
    expect(row?.expires_at.getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect(JSON.stringify(row)).not.toContain(key);
  });

  test("a key that is none is refused", async () => {
    const { owner, browser } = await home();
    const { status } = await browser.call(addViewer, { body: child, ...under("short") });
    expect(status).toBe(400);
    expect(await viewersOf(owner.id)).toBe(1);
  });
});
