import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from "jose";

export type Claims = {
  role?: string;
  sub?: string;
  email?: string;
  session_id?: string;
  aal?: string;
  exp?: number;
  iat?: number;
  iss?: string;
  [claim: string]: unknown;
};

export type Tokens = {
  /** The public half, as served at /auth/v1/.well-known/jwks.json. */
  jwks: { keys: JWK[] };
  publishableKey: string;
  secretKey: string;
  /** Signs with ES256; `iat` and `exp` are set here. */
  sign(claims: Claims, expiresInSeconds: number): Promise<string>;
  /** The claims of a token that this installation signed and that has not expired, else null. */
  verify(token: string): Promise<Claims | null>;
  /** A keyed digest (hex): what is stored in place of a secret that is short enough to be guessed. */
  digest(text: string): string;
  /** Authenticated encryption for what must be read back, such as a TOTP secret. */
  seal(text: string): string;
  unseal(sealed: string): string;
};

type StoredKeys = {
  privateJwk: JWK;
  publicJwk: JWK;
  publishableKey: string;
  secretKey: string;
  pepper: string;
};

const TEN_YEARS_SECONDS = 10 * 365 * 24 * 3600;
const CACHED_TOKENS = 2000;

/** Loads `keys.json` from the state folder, or makes it on the first start. */
export async function createTokens(folder: string): Promise<Tokens> {
  const stored = (await readKeys(folder)) ?? (await makeKeys(folder));
  const privateKey = await importJWK(stored.privateJwk, "ES256");
  const publicKey = await importJWK(stored.publicJwk, "ES256");
  const kid = String(stored.publicJwk.kid);
  const pepper = Buffer.from(stored.pepper, "base64url");
  const verified = new Map<string, Claims>();

  return {
    jwks: { keys: [stored.publicJwk] },
    publishableKey: stored.publishableKey,
    secretKey: stored.secretKey,
    sign: (claims, expiresInSeconds) => signWith(privateKey, kid, claims, expiresInSeconds),
    digest: (text) => createHmac("sha256", pepper).update(text).digest("hex"),
    seal: (text) => sealWith(pepper, text),
    unseal: (sealed) => unsealWith(pepper, sealed),
    async verify(token) {
      const known = verified.get(token);
      if (known) return isLive(known) ? known : null;
      try {
        const { payload, protectedHeader } = await jwtVerify(token, publicKey, { algorithms: ["ES256"] });
        if (protectedHeader.kid !== kid) return null;
        if (verified.size >= CACHED_TOKENS) verified.clear();
        verified.set(token, payload);
        return payload;
      } catch {
        return null;
      }
    },
  };
}

function isLive(claims: Claims): boolean {
  return claims.exp === undefined || claims.exp > Date.now() / 1000;
}

function signWith(
  key: Parameters<SignJWT["sign"]>[0],
  kid: string,
  claims: Claims,
  expiresInSeconds: number,
) {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "ES256", kid, typ: "JWT" })
    .setIssuedAt(now)
    .setExpirationTime(now + expiresInSeconds)
    .sign(key);
}

async function readKeys(folder: string): Promise<StoredKeys | null> {
  try {
    return JSON.parse(await readFile(path.join(folder, "keys.json"), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function makeKeys(folder: string): Promise<StoredKeys> {
  const pair = await generateKeyPair("ES256", { extractable: true });
  const privateJwk = await exportJWK(pair.privateKey);
  const publicJwk: JWK = {
    ...(await exportJWK(pair.publicKey)),
    alg: "ES256",
    use: "sig",
    key_ops: ["verify"],
  };
  const kid = await calculateJwkThumbprint(publicJwk);
  publicJwk.kid = kid;
  const keyFor = (role: string) =>
    signWith(pair.privateKey, kid, { iss: "supabase", ref: "embedded", role }, TEN_YEARS_SECONDS);
  const keys: StoredKeys = {
    privateJwk,
    publicJwk,
    publishableKey: await keyFor("anon"),
    secretKey: await keyFor("service_role"),
    pepper: randomBytes(32).toString("base64url"),
  };
  return storeOnce(folder, keys);
}

/** Two processes may start at once on an empty folder: a hard link lets exactly one win, whole. */
async function storeOnce(folder: string, keys: StoredKeys): Promise<StoredKeys> {
  await mkdir(folder, { recursive: true });
  const draft = path.join(folder, `keys.${process.pid}.${randomBytes(4).toString("hex")}.tmp`);
  await writeFile(draft, JSON.stringify(keys, null, 2), { mode: 0o600 });
  try {
    await link(draft, path.join(folder, "keys.json"));
    return keys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return (await readKeys(folder)) ?? keys;
  } finally {
    await unlink(draft);
  }
}

function sealWith(pepper: Buffer, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", pepper, iv);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

function unsealWith(pepper: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", pepper, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
