import { decodeJwt } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { createTokens } from "@/supabase/embedded/tokens";
import { bearing, isEmbedded, type Person, person, raw, serverClient, visitor } from "../fixtures/supabase";

const { CINEVERSE_DATA = "" } = process.env;

/** The same claims under the installation's own signature, past their end: what a tab has after a night's sleep. */
async function expiredCopy(token: string): Promise<string> {
  const { sign } = await createTokens(CINEVERSE_DATA);
  return sign(decodeJwt(token), -10);
}

type Jar = Map<string, string>;
const sessionIn = (jar: Jar) =>
  JSON.parse(Buffer.from((jar.get("conformance") ?? "").replace(/^base64-/, ""), "base64url").toString());

/** A browser's cookies an hour after its last visit. */
async function cookiesOfYesterday(
  { email, password }: Person,
  changes: Record<string, unknown> = {},
): Promise<Jar> {
  const { client, jar } = serverClient();
  await client.auth.signInWithPassword({ email, password });
  const session = sessionIn(jar);
  const expired = {
    ...session,
    access_token: await expiredCopy(session.access_token),
    expires_at: Math.floor(Date.now() / 1000) - 10,
    ...changes,
  };
  jar.set("conformance", `base64-${Buffer.from(JSON.stringify(expired)).toString("base64url")}`);
  return jar;
}

// Only who holds the keys can make a token that is expired and genuine; a hosted project keeps them.
describe.skipIf(!isEmbedded)("an access token past its end", () => {
  let somebody: Person;
  let expired: string;

  beforeAll(async () => {
    somebody = await person();
    expired = await expiredCopy(somebody.session.access_token);
  });

  test("is refused by REST with PostgREST's code, for reading, writing and functions", async () => {
    const client = bearing(expired);
    const answers = [
      await client.from("viewer_profiles").select("id"),
      await client.from("user_profiles").update({ bio: "late" }).eq("id", somebody.id),
      await client.rpc("current_entitlement"),
    ];
    for (const { error, status, data } of answers) {
      expect([status, error?.code, error?.message]).toEqual([401, "PGRST303", "JWT expired"]);
      expect(data).toBeNull();
    }
  });

  test("does not fall back to what a visitor may read", async () => {
    expect((await visitor().from("categories").select("id").limit(1)).error).toBeNull();
    expect((await bearing(expired).from("categories").select("id").limit(1)).error?.code).toBe("PGRST303");
  });

  test("is told apart from one whose signature is wrong", async () => {
    const forged = `${expired.slice(0, expired.lastIndexOf("."))}.${"A".repeat(86)}`;
    const live = somebody.session.access_token;
    const broken = `${live.slice(0, live.lastIndexOf("."))}.${"A".repeat(86)}`;
    expect((await bearing(broken).from("categories").select("id")).error?.code).toBe("PGRST301");
    expect((await bearing(forged).from("categories").select("id")).status).toBe(401);
  });

  test("is refused by Storage, for signing, listing, reading and writing", async () => {
    const bucket = bearing(expired).storage.from("media");
    const answers = [
      await bucket.list(),
      await bucket.createSignedUrl("a/b.mp4", 60),
      await bucket.download("a/b.mp4"),
      await bucket.upload("a/b.mp4", new Blob(["x"])),
      await bearing(expired)
        .storage.from("avatars")
        .upload(`${somebody.id}/a.webp`, new Blob(["x"])),
    ];
    for (const { error } of answers) expect(error?.message).toMatch(/expired|exp/i);
  });

  test("joins no channel of Realtime", async () => {
    const client = visitor();
    await client.realtime.setAuth(expired);
    const channel = client.channel("conformance-expired");
    const told = await new Promise((resolve) => {
      channel.subscribe((status, error) => resolve(`${status}: ${error?.message}`));
    });
    expect(told).toMatch(/^CHANNEL_ERROR: .*expired/i);
    await client.removeAllChannels();
  });

  test("is no proof to Auth, not even for signing out", async () => {
    expect((await visitor().auth.getUser(expired)).error?.code).toBe("bad_jwt");
    const headers = { authorization: `Bearer ${expired}` };
    for (const [method, path] of [
      ["PUT", "/auth/v1/user"],
      ["POST", "/auth/v1/logout"],
      ["POST", "/auth/v1/factors"],
    ] as const) {
      expect((await raw(path, { method, headers, body: "{}" })).status, path).toBe(403);
    }
  });
});

describe.skipIf(!isEmbedded)("@supabase/ssr with a token past its end in the cookies", () => {
  test("renews the session by itself, and the request that needed it succeeds", async () => {
    const someone = await person();
    const jar = await cookiesOfYesterday(someone);
    const before = sessionIn(jar);
    const { data, error } = await serverClient(jar)
      .client.from("user_profiles")
      .select("id")
      .eq("id", someone.id);
    expect([error, data]).toEqual([null, [{ id: someone.id }]]);
    const after = sessionIn(jar);
    expect(after.expires_at * 1000).toBeGreaterThan(Date.now());
    expect(after.refresh_token).not.toBe(before.refresh_token);
    expect((await serverClient(jar).client.auth.getClaims()).data?.claims.sub).toBe(someone.id);
  });

  test("two pages opened at once renew it once", async () => {
    const someone = await person();
    const jar = await cookiesOfYesterday(someone);
    const [left, right] = [new Map(jar), new Map(jar)];
    const seen = await Promise.all([left, right].map((own) => serverClient(own).client.auth.getUser()));
    for (const { data, error } of seen) expect([error, data.user?.id]).toEqual([null, someone.id]);
    expect(sessionIn(left).refresh_token).toBe(sessionIn(right).refresh_token);
    expect((await serverClient(left).client.auth.refreshSession()).error).toBeNull();
  });

  test("whose session was ended elsewhere is a visitor from then on, without its cookie", async () => {
    const someone = await person();
    const jar = await cookiesOfYesterday(someone);
    await someone.client.auth.signOut({ scope: "global" });
    const { client } = serverClient(jar);
    expect((await client.auth.getUser()).data.user).toBeNull();
    expect([...jar.keys()].filter((name) => name.startsWith("conformance"))).toEqual([]);
  });

  test("a cookie whose clock was turned forward is not believed", async () => {
    const someone = await person();
    const jar = await cookiesOfYesterday(someone, { expires_at: Math.floor(Date.now() / 1000) + 3600 });
    const { client } = serverClient(jar);
    expect((await client.auth.getClaims()).data?.claims ?? null).toBeNull();
    expect((await client.from("user_profiles").select("id")).error?.code).toBe("PGRST303");
  });
});
