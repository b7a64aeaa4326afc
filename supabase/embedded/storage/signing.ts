import type { IncomingMessage } from "node:http";
import { requireBucketLimits } from "./buckets";
import { type Caller, SERVICE, SIGNED_URL_AUDIENCE } from "./caller";
import type { ObjectName, StorageContext } from "./context";
import { faults } from "./errors";
import { requireKey } from "./names";
import { assertMayWrite, findVisible, requireVisible } from "./objects";
import { readJson } from "./request";
import type { UploadTarget } from "./upload";

const UPLOAD_SECONDS = 2 * 60 * 60;
const LONGEST_SECONDS = 10 * 365 * 24 * 60 * 60;
const NOT_VISIBLE = "Either the object does not exist or you do not have access to it";

type Scope = "download" | "upload";
export type SignedClaims = { exp: number; owner: string | null; upsert: boolean };

/** A link for whoever may see the object now; the link itself is then the permission until it expires. */
export async function signDownload(
  context: StorageContext,
  caller: Caller,
  target: ObjectName,
  req: IncomingMessage,
) {
  const { expiresIn, transform } = await readJson(req);
  if (transform) throw faults.notEnabled("image transformation");
  const seconds = requireSeconds(expiresIn);
  await requireVisible(context, caller, { ...target, name: requireKey(target.name) }, "storage.object.sign");
  return { signedURL: await downloadPath(context, target, seconds) };
}

/** Links for many objects; what the caller may not see gets the same answer as what does not exist. */
export async function signDownloads(
  context: StorageContext,
  caller: Caller,
  bucketId: string,
  req: IncomingMessage,
) {
  const { expiresIn, paths } = await readJson(req);
  const seconds = requireSeconds(expiresIn);
  if (!Array.isArray(paths) || paths.length === 0 || !paths.every((path) => typeof path === "string"))
    throw faults.invalidRequest("paths must be a list of texts");
  const names = (paths as string[]).filter((path) => !path.includes("\0"));
  const rows = await findVisible(context.sql, caller, bucketId, names, "storage.object.sign_many");
  const visible = new Set(rows.map((row) => row.name));
  const sign = async (path: string) =>
    visible.has(path)
      ? { error: null, path, signedURL: await downloadPath(context, { bucketId, name: path }, seconds) }
      : { error: NOT_VISIBLE, path, signedURL: null };
  return await Promise.all((paths as string[]).map(sign));
}

/** A link to upload once permission has been checked; what is uploaded belongs to who asked for the link. */
export async function signUpload(context: StorageContext, target: UploadTarget) {
  const { bucketId, name, owner, mode, caller } = target;
  await requireBucketLimits(context.sql, bucketId);
  const draft = { bucketId, name, owner, version: crypto.randomUUID(), metadata: {}, userMetadata: null };
  await assertMayWrite(context, caller, draft, mode);
  const url = `${bucketId}/${name}`;
  const token = await context.tokens.sign(
    { aud: SIGNED_URL_AUDIENCE, scope: "upload", url, owner, upsert: mode === "upsert" },
    UPLOAD_SECONDS,
  );
  return { url: `/object/upload/sign/${url}?token=${token}`, token };
}

export function signedUploadTarget(claims: SignedClaims, bucketId: string, key: string): UploadTarget {
  const mode = claims.upsert ? "upsert" : "insert";
  return { bucketId, name: requireKey(key), caller: SERVICE, owner: claims.owner, mode };
}

/** The claims of a token that is valid now and was made for exactly this scope and object. */
export async function requireSignature(
  { tokens }: StorageContext,
  token: string | null | undefined,
  scope: Scope,
  target: ObjectName,
): Promise<SignedClaims> {
  if (!token) throw faults.invalidRequest("querystring must have required property 'token'");
  const claims = await tokens.verify(token);
  if (claims?.aud !== SIGNED_URL_AUDIENCE || claims.scope !== scope || typeof claims.exp !== "number")
    throw faults.invalidJwt();
  if (claims.url !== `${target.bucketId}/${target.name}`) throw faults.invalidSignature();
  const owner = typeof claims.owner === "string" ? claims.owner : null;
  return { exp: claims.exp, owner, upsert: claims.upsert === true };
}

/** storage-js encodes the path itself, so it is given as it is; a query or fragment sign would end it early. */
async function downloadPath(
  { tokens }: StorageContext,
  target: ObjectName,
  seconds: number,
): Promise<string> {
  const url = `${target.bucketId}/${target.name}`;
  const token = await tokens.sign({ aud: SIGNED_URL_AUDIENCE, scope: "download", url }, seconds);
  return `/object/sign/${url}?token=${token}`;
}

function requireSeconds(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 1 || (value as number) > LONGEST_SECONDS)
    throw faults.invalidRequest("expiresIn must be a whole number of seconds");
  return value as number;
}
