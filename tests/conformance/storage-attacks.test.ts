import { createHmac } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  allow,
  allowOwnFolder,
  bucket,
  type Person,
  person,
  publishableKey,
  put,
  raw,
  rows,
  secretKey,
  service,
  signedUrl,
  verbatim,
} from "./storage-fixture";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const refused = (status: number) => expect([400, 401, 403, 404]).toContain(status);

let priv = "";
let ann: Person;
let ben: Person;

beforeAll(async () => {
  priv = await bucket();
  await allowOwnFolder(priv, ["select", "insert", "update", "delete"]);
  [ann, ben] = [await person(), await person()];
  await put(priv, `${ann.id}/film.mp4`, "secret film", "video/mp4");
  await put(priv, `${ben.id}/own.mp4`, "own film", "video/mp4");
});

const film = () => `${priv}/${ann.id}/film.mp4`;

async function readWith(token: string, path = film()) {
  return await raw(`object/sign/${path}?token=${token}`);
}

async function tokenFor(path: string): Promise<string> {
  return new URL(await signedUrl(priv, path)).searchParams.get("token") ?? "";
}

describe("nobody reads by a signed URL", () => {
  it("without a token, with an empty one or with nonsense", async () => {
    refused((await raw(`object/sign/${film()}`)).status);
    for (const token of ["", "x", "a.b.c", "null", "..", `${encode({ alg: "none" })}..`])
      refused((await readWith(token)).status);
  });

  it("with a token in which a single character was changed", async () => {
    const token = await tokenFor(`${ann.id}/film.mp4`);
    for (const at of [5, token.indexOf(".") + 5, token.length - 20]) {
      const changed = token[at] === "A" ? "B" : "A";
      refused((await readWith(token.slice(0, at) + changed + token.slice(at + 1))).status);
    }
  });

  it("with a token for another object or a name that only looks like it", async () => {
    const token = await tokenFor(`${ben.id}/own.mp4`);
    refused((await readWith(token)).status);
    for (const path of [`${ben.id}%2f..%2f${ann.id}/film.mp4`, `${ben.id}/own.mp4/../../${ann.id}/film.mp4`])
      refused(await verbatim("GET", `object/sign/${priv}/${path}?token=${token}`, publishableKey));
  });

  it("with a token that was made without a signature or with a shared secret", async () => {
    const exp = Math.floor(Date.now() / 1000) + 600;
    const payload = encode({ url: film(), exp, aud: "storage-signed-url", scope: "download" });
    const unsigned = `${encode({ alg: "none", typ: "JWT" })}.${payload}`;
    const header = encode({ alg: "HS256", typ: "JWT" });
    const secrets = ["", "secret", publishableKey, "super-secret-jwt-token-with-at-least-32-characters-long"];
    const tokens = secrets.map((secret) => {
      const signature = createHmac("sha256", secret).update(`${header}.${payload}`).digest("base64url");
      return `${header}.${payload}.${signature}`;
    });
    for (const token of [`${unsigned}.`, unsigned, ...tokens]) refused((await readWith(token)).status);
  });

  it("with an access token, a key or a token for upload", async () => {
    const { data } = await service.storage
      .from(priv)
      .createSignedUploadUrl(`${ann.id}/film.mp4`, { upsert: true });
    for (const token of [ann.token, publishableKey, secretKey, data?.token ?? ""])
      refused((await readWith(token)).status);
  });
});

describe("a signed URL's token", () => {
  it("opens nothing as an access token", async () => {
    const token = await tokenFor(`${ann.id}/film.mp4`);
    refused((await raw(`object/authenticated/${film()}`, { token })).status);
    refused((await raw("bucket", { token })).status);
    const upload = await raw(`object/${priv}/x.txt`, { method: "POST", body: "x", token });
    refused(upload.status);
  });

  it("for reading does not upload", async () => {
    const token = await tokenFor(`${ann.id}/film.mp4`);
    refused((await raw(`object/upload/sign/${film()}?token=${token}`, { method: "PUT", body: "x" })).status);
  });
});

describe("one person cannot, in another person's folder,", () => {
  const theirs = () => `${ann.id}/film.mp4`;

  it("read by any route", async () => {
    for (const route of [
      "object",
      "object/authenticated",
      "object/public",
      "object/info",
      "object/info/authenticated",
      "object/info/public",
    ]) {
      for (const method of ["GET", "HEAD"]) {
        const answer = await raw(`${route}/${film()}`, { method, token: ben.token });
        refused(answer.status);
        expect(await answer.text()).not.toContain("secret");
      }
    }
  });

  it("learn whether something is there: hidden and absent look the same", async () => {
    const hidden = await raw(`object/${film()}`, { token: ben.token });
    const absent = await raw(`object/${priv}/${ann.id}/absent.mp4`, { token: ben.token });
    expect(hidden.status).toBe(absent.status);
    expect(await hidden.text()).toBe(await absent.text());
  });

  it("write by upload, upsert, update, signed upload, move or copy", async () => {
    const files = ben.client.storage.from(priv);
    expect((await files.upload(`${ann.id}/new.txt`, "x")).error?.statusCode).toBe("403");
    expect((await files.upload(theirs(), "x", { upsert: true })).error?.statusCode).toBe("403");
    expect((await files.update(theirs(), "x")).error).not.toBeNull();
    expect((await files.createSignedUploadUrl(`${ann.id}/new.txt`)).error?.statusCode).toBe("403");
    expect((await files.createSignedUploadUrl(theirs(), { upsert: true })).error?.statusCode).toBe("403");
    expect((await files.move(theirs(), `${ben.id}/stolen.mp4`)).error).not.toBeNull();
    expect((await files.copy(theirs(), `${ben.id}/stolen.mp4`)).error).not.toBeNull();
    expect((await files.move(`${ben.id}/own.mp4`, `${ann.id}/planted.mp4`)).error).not.toBeNull();
    expect((await files.copy(`${ben.id}/own.mp4`, `${ann.id}/planted.mp4`)).error).not.toBeNull();
    expect((await rows(priv)).map((row) => row.name)).toEqual(
      [`${ann.id}/film.mp4`, `${ben.id}/own.mp4`].toSorted(),
    );
  });

  it("remove by either route", async () => {
    expect((await ben.client.storage.from(priv).remove([theirs()])).data).toEqual([]);
    refused((await raw(`object/${film()}`, { method: "DELETE", token: ben.token })).status);
    expect((await service.storage.from(priv).exists(theirs())).data).toBe(true);
  });

  it("reach by dots and slashes from the own folder", async () => {
    const ways = [
      "../",
      "..%2f",
      "%2e%2e/",
      "%2e%2e%2f",
      "..%5c",
      "%252e%252e%252f",
      ".%2e/",
      "./../",
      "%c0%ae%c0%ae/",
    ];
    for (const way of ways) {
      refused(await verbatim("GET", `object/${priv}/${ben.id}/${way}${theirs()}`, ben.token));
      await verbatim("POST", `object/${priv}/${ben.id}/${way}${ann.id}/planted`, ben.token);
    }
    const hers = (await rows(priv)).filter((row) => row.name.startsWith(ann.id));
    expect(hers.map((row) => row.name)).toEqual([theirs()]);
  });
});

describe("moving between buckets", () => {
  it("needs the right to write where it goes, and respects what that bucket takes", async () => {
    const open = await bucket({ public: true, allowedMimeTypes: ["image/*"] });
    const files = ann.client.storage.from(priv);
    const path = `${ann.id}/film.mp4`;
    expect((await files.copy(path, "leak.mp4", { destinationBucket: open })).error).not.toBeNull();
    expect((await files.move(path, "leak.mp4", { destinationBucket: open })).error).not.toBeNull();
    await allow("insert", open);
    expect((await files.copy(path, "leak.mp4", { destinationBucket: open })).error?.statusCode).toBe("415");
    expect(await rows(open)).toEqual([]);
  });
});

describe("a visitor", () => {
  it("without any key is refused everywhere but public and signed routes", async () => {
    const calls: [string, string][] = [
      ["GET", "bucket"],
      ["POST", "bucket"],
      ["POST", `object/list/${priv}`],
      ["POST", `object/list-v2/${priv}`],
      ["POST", `object/sign/${film()}`],
      ["POST", "object/move"],
      ["POST", "object/copy"],
      ["DELETE", `object/${priv}`],
      ["POST", `object/${priv}/x`],
      ["POST", "upload/resumable"],
    ];
    for (const [method, path] of calls) {
      const body = method === "GET" ? undefined : "{}";
      refused((await raw(path, { method, body, headers: { "content-type": "application/json" } })).status);
    }
  });

  it("with a token signed by somebody else, or whose role was made up, is refused", async () => {
    const exp = Math.floor(Date.now() / 1000) + 600;
    const header = encode({ alg: "HS256", typ: "JWT" });
    const payload = encode({ role: "service_role", sub: ann.id, exp });
    const signature = createHmac("sha256", publishableKey).update(`${header}.${payload}`).digest("base64url");
    const none = `${encode({ alg: "none" })}.${payload}.`;
    const [head, , tail] = ben.token.split(".");
    for (const token of [`${header}.${payload}.${signature}`, none, `${head}.${payload}.${tail}`]) {
      refused((await raw(`object/${film()}`, { token })).status);
      refused((await raw("bucket", { token })).status);
    }
  });
});
