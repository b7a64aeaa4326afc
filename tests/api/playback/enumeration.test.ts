import { beforeAll, describe, expect, test } from "vitest";
import { GET as track } from "@/app/api/playback/[sessionId]/[track]/route";
import { POST as start } from "@/app/api/playback/route";
import { film, household, signedAddress } from "../../fixtures/playback";
import { afterwards, publishableKey, service, supabaseUrl } from "../../fixtures/supabase";

// Every object of the private buckets, for everybody who should not have it, by every way that storage offers.

type Target = { bucket: string; path: string };
type Attack = {
  name: string;
  method: string;
  url: (target: Target) => string;
  body?: (target: Target) => unknown;
};

const at = (route: string) => (target: Target) => `${route}/${target.bucket}/${target.path}`;
const folderOf = ({ path }: Target) => path.slice(0, path.lastIndexOf("/"));
const elsewhere = ({ path }: Target) => `stolen/${path}`;

const ATTACKS: Attack[] = [
  { name: "object", method: "GET", url: at("object") },
  { name: "object head", method: "HEAD", url: at("object") },
  { name: "object authenticated", method: "GET", url: at("object/authenticated") },
  { name: "object public", method: "GET", url: at("object/public") },
  { name: "object public head", method: "HEAD", url: at("object/public") },
  { name: "signed without a token", method: "GET", url: at("object/sign") },
  {
    name: "signed with nonsense",
    method: "GET",
    url: (target) => `${at("object/sign")(target)}?token=a.b.c`,
  },
  { name: "info", method: "GET", url: at("object/info") },
  { name: "info authenticated", method: "GET", url: at("object/info/authenticated") },
  { name: "info public", method: "GET", url: at("object/info/public") },
  { name: "image", method: "GET", url: at("render/image/authenticated") },
  { name: "public image", method: "GET", url: at("render/image/public") },
  { name: "sign one", method: "POST", url: at("object/sign"), body: () => ({ expiresIn: 60 }) },
  {
    name: "sign many",
    method: "POST",
    url: ({ bucket }) => `object/sign/${bucket}`,
    body: ({ path }) => ({ expiresIn: 60, paths: [path] }),
  },
  {
    name: "list",
    method: "POST",
    url: ({ bucket }) => `object/list/${bucket}`,
    body: (target) => ({ prefix: folderOf(target) }),
  },
  {
    name: "list-v2",
    method: "POST",
    url: ({ bucket }) => `object/list-v2/${bucket}`,
    body: (target) => ({ prefix: folderOf(target) }),
  },
  {
    name: "copy out",
    method: "POST",
    url: () => "object/copy",
    body: (target) => ({
      bucketId: target.bucket,
      sourceKey: target.path,
      destinationBucket: "avatars",
      destinationKey: elsewhere(target),
    }),
  },
  {
    name: "move out",
    method: "POST",
    url: () => "object/move",
    body: (target) => ({
      bucketId: target.bucket,
      sourceKey: target.path,
      destinationBucket: "avatars",
      destinationKey: elsewhere(target),
    }),
  },
  { name: "overwrite", method: "PUT", url: at("object"), body: () => ({}) },
  { name: "upload over", method: "POST", url: at("object"), body: () => ({}) },
  { name: "sign an upload", method: "POST", url: at("object/upload/sign"), body: () => ({}) },
  {
    name: "resumable",
    method: "HEAD",
    url: ({ bucket, path }) => `upload/resumable/${btoa(`${bucket}/${path}`)}`,
  },
  { name: "delete", method: "DELETE", url: at("object") },
];

const targets: Target[] = [];
const personas = new Map<string, string | null>();
let mine: { sessionId: string; signed: URL; browser: Awaited<ReturnType<typeof household>>["browser"] };

beforeAll(async () => {
  const { movieId, paths } = await film();
  targets.push(...paths.map((path) => ({ bucket: "media", path })));
  for (const bucket of ["uploads", "clips"]) targets.push({ bucket, path: await addObject(bucket, movieId) });
  const free = await household();
  const week = new Date(Date.now() + 604_800_000);
  const expired = await household({ tier: "vip", expiredAt: new Date(Date.now() - 1000) });
  const suspended = await suspendedAccount(week);
  personas.set("a visitor without a key", null);
  personas.set("a visitor", publishableKey);
  personas.set("a free account", free.session.access_token);
  personas.set("a vip account", (await household({ tier: "vip" })).session.access_token);
  personas.set("an expired account", expired.session.access_token);
  personas.set("a suspended account", suspended);
  personas.set("a tampered token", tamper(free.session.access_token));
  const { body } = await free.browser.call(start, { body: { movieId } });
  const params = { sessionId: body.sessionId as string, track: "video-240.m3u8" };
  const playlist = (await free.browser.call(track, { method: "GET", params })).body as string;
  const signed = signedAddress(playlist);
  mine = { sessionId: body.sessionId, signed, browser: free.browser };
}, 60_000);

async function suspendedAccount(until: Date): Promise<string> {
  const { person, sql } = await import("../../fixtures/supabase");
  const account = await person();
  await sql`update public.user_accounts set suspended_until = ${until} where user_id = ${account.id}`;
  return account.session.access_token;
}

async function addObject(bucket: string, name: string): Promise<string> {
  const path = `${name}/source.mp4`;
  const contentType = "video/mp4";
  const { error } = await service.storage
    .from(bucket)
    .upload(path, new Blob(["bytes of a source"], { type: contentType }), { contentType });
  if (error) throw error;
  afterwards(() => service.storage.from(bucket).remove([path]));
  return path;
}

function tamper(token: string): string {
  const [head = "", payload = "", signature = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
  const forged = Buffer.from(JSON.stringify({ ...claims, role: "service_role" })).toString("base64url");
  return [head, forged, signature].join(".");
}

async function attack(target: Target, { method, url, body }: Attack, token: string | null) {
  const answer = await fetch(`${supabaseUrl}/storage/v1/${url(target)}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}`, apikey: publishableKey }),
      ...(body && { "content-type": "application/json" }),
      ...(method === "HEAD" && { "tus-resumable": "1.0.0" }),
    },
    body: body ? JSON.stringify(body(target)) : null,
  });
  return { status: answer.status, text: await answer.text() };
}

/** A list may answer with nothing in it, and signing many with an error for each: neither gives anything away. */
function gaveSomething({ status, text }: { status: number; text: string }): boolean {
  if (status >= 400) return false;
  const answer: unknown = text
    ? JSON.parse(text.startsWith("[") || text.startsWith("{") ? text : "null")
    : null;
  if (Array.isArray(answer))
    return answer.some((entry) => !("error" in entry) || entry.signedURL || entry.name);
  if (answer && typeof answer === "object" && "objects" in answer) {
    return Object.values(answer)
      .flat()
      .some((entry) => typeof entry === "object" && entry !== null);
  }
  return true;
}

describe.each(ATTACKS)("$name", (way) => {
  test("gives nothing of the private buckets to anybody", async () => {
    const given: string[] = [];
    for (const [persona, token] of personas) {
      const answers = await Promise.all(targets.map((target) => attack(target, way, token)));
      answers.forEach((answer, index) => {
        if (gaveSomething(answer))
          given.push(`${persona}: ${targets[index]?.path} (${answer.status}) ${answer.text}`);
      });
    }
    expect(given).toEqual([]);
  });
});

describe("a signed address", () => {
  const media = (path: string, token: string | null) =>
    fetch(`${supabaseUrl}/storage/v1/object/sign/media/${path}${token === null ? "" : `?token=${token}`}`);

  test("opens its own object and none of the others", async () => {
    const token = mine.signed.searchParams.get("token");
    const opened: string[] = [];
    for (const { bucket, path } of targets) {
      if (bucket === "media" && (await media(path, token)).ok) opened.push(path.slice(path.indexOf("/") + 1));
    }
    expect(opened).toEqual(["video-240.mp4"]);
  });

  test("ends", async () => {
    const path = targets[0]?.path ?? "";
    const { data } = await service.storage.from("media").createSignedUrl(path, 1);
    const token = new URL(data?.signedUrl ?? "").searchParams.get("token") ?? "";
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as {
      exp: number;
    };
    await expect
      .poll(async () => (await media(path, token)).status, { timeout: 5000, interval: 250 })
      .toBeGreaterThanOrEqual(400);
    expect(Date.now() / 1000).toBeGreaterThanOrEqual(claims.exp);
  });

  test.each([
    ["with another signature", (token: string) => `${token.slice(0, -6)}AAAAAA`],
    ["with a longer life written into it", tamperLife],
    ["with an access token in its place", () => personas.get("a vip account") ?? ""],
    ["with an empty token", () => ""],
  ])("%s opens nothing", async (_name, forge) => {
    const path = targets[0]?.path ?? "";
    const { data } = await service.storage.from("media").createSignedUrl(path, 60);
    const token = new URL(data?.signedUrl ?? "").searchParams.get("token") ?? "";
    expect((await media(path, forge(token))).status).toBeGreaterThanOrEqual(400);
  });

  test("is no access token", async () => {
    const token = mine.signed.searchParams.get("token") ?? "";
    const [target] = targets;
    if (!target) throw new Error("nothing to attack");
    expect(
      (await attack(target, { name: "object", method: "GET", url: at("object") }, token)).status,
    ).toBeGreaterThanOrEqual(400);
  });
});

function tamperLife(token: string): string {
  const [head = "", payload = "", signature = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as { exp: number };
  const forged = Buffer.from(JSON.stringify({ ...claims, exp: claims.exp + 86_400 })).toString("base64url");
  return [head, forged, signature].join(".");
}
