import type { IncomingMessage, ServerResponse } from "node:http";
import { type Caller, identify } from "./caller";
import type { ObjectName, ObjectRow, StorageContext } from "./context";
import type { CurrentObject } from "./current-objects";
import { type Delivery, deliver } from "./delivery";
import { faults, sendJson } from "./errors";
import { listFolder, listPage } from "./listing";
import { requireKey } from "./names";
import { requireVisible } from "./objects";
import { copyObject, moveObject, requireVersion } from "./relocation";
import { removeObject, removeObjects } from "./removal";
import { readJson, type StorageRequest } from "./request";
import { requireSignature, signDownload, signDownloads, signedUploadTarget, signUpload } from "./signing";
import { receiveUpload, uploadTarget } from "./upload";

type Route = {
  context: StorageContext;
  req: IncomingMessage;
  res: ServerResponse;
  method: string;
  query: URLSearchParams;
};

/** Everything under /object. */
export async function routeObject(
  context: StorageContext,
  req: IncomingMessage,
  res: ServerResponse,
  { method, query, segments }: StorageRequest,
): Promise<void> {
  const route = { context, req, res, method, query };
  if (method === "GET" || method === "HEAD") return await routeRead(route, segments);
  if (method === "PUT" && segments[0] === "upload" && segments[1] === "sign")
    return await uploadSigned(route, nameIn(segments.slice(2)));
  const caller = await identify(req, context.tokens);
  if (method === "DELETE") return sendJson(res, 200, await remove(context, caller, req, segments));
  if (method === "POST") {
    const answer = await command(route, caller, segments);
    if (answer) return sendJson(res, 200, answer);
  }
  if (method !== "POST" && method !== "PUT") throw faults.noSuchRoute();
  const { bucketId, name } = nameIn(segments);
  sendJson(res, 200, await receiveUpload(context, req, uploadTarget(req, caller, bucketId, name)));
}

async function routeRead(route: Route, segments: string[]): Promise<void> {
  const [kind, ...rest] = segments;
  if (kind === "public") return await readPublic(route, nameIn(rest));
  if (kind === "sign") return await readSigned(route, nameIn(rest));
  if (kind === "authenticated") return await readOwn(route, nameIn(rest));
  if (kind !== "info") return await readOwn(route, nameIn(segments));
  if (rest[0] === "public") return sendInfo(route, await findPublic(route, nameIn(rest.slice(1))));
  const target = nameIn(rest[0] === "authenticated" ? rest.slice(1) : rest);
  sendInfo(route, (await findReadable(route, target, "storage.object.info")).row);
}

/** POST commands with a name of their own; undefined: it is an upload. */
async function command({ context, req }: Route, caller: Caller, segments: string[]): Promise<unknown> {
  const [verb, ...rest] = segments;
  if (verb === "move" && rest.length === 0) return await moveObject(context, caller, req);
  if (verb === "copy" && rest.length === 0) return await copyObject(context, caller, req);
  if (verb === "list" && rest.length === 1)
    return await list(context, caller, req, rest[0] ?? "", listFolder);
  if (verb === "list-v2" && rest.length === 1)
    return await list(context, caller, req, rest[0] ?? "", listPage);
  if (verb === "sign" && rest.length === 1) return await signDownloads(context, caller, rest[0] ?? "", req);
  if (verb === "sign") return await signDownload(context, caller, nameIn(rest), req);
  if (verb !== "upload" || rest[0] !== "sign") return undefined;
  const { bucketId, name } = nameIn(rest.slice(1));
  return await signUpload(context, uploadTarget(req, caller, bucketId, name));
}

async function list(
  context: StorageContext,
  caller: Caller,
  req: IncomingMessage,
  bucketId: string,
  read: typeof listFolder | typeof listPage,
) {
  return await read(context, caller, bucketId, await readJson(req));
}

async function remove(context: StorageContext, caller: Caller, req: IncomingMessage, segments: string[]) {
  if (segments.length === 1) return await removeObjects(context, caller, segments[0] ?? "", req);
  return await removeObject(context, caller, nameIn(segments));
}

async function uploadSigned({ context, req, res, query }: Route, target: ObjectName) {
  const claims = await requireSignature(context, query.get("token"), "upload", target);
  const upload = signedUploadTarget(claims, target.bucketId, target.name);
  sendJson(res, 200, await receiveUpload(context, req, upload));
}

async function readPublic(route: Route, target: ObjectName): Promise<void> {
  await send(route, async () => ({ row: await findPublic(route, target), visibility: { kind: "public" } }));
}

async function readOwn(route: Route, target: ObjectName): Promise<void> {
  await send(route, async () => {
    const { row, isPublic } = await findReadable(route, target, "storage.object.get");
    return { row, visibility: { kind: isPublic ? "public" : "private" } };
  });
}

async function readSigned(route: Route, target: ObjectName): Promise<void> {
  const { exp } = await requireSignature(route.context, route.query.get("token"), "download", target);
  await send(route, async () => {
    const found = await route.context.current.find(target);
    return { row: found?.row ?? notFound(), visibility: { kind: "signed", expiresAt: exp } };
  });
}

/** A private bucket's object is not found here, whoever asks. */
async function findPublic({ context }: Route, target: ObjectName): Promise<ObjectRow> {
  const found = await context.current.find({ ...target, name: requireKey(target.name) });
  return found?.isPublic ? found.row : notFound();
}

/** A public bucket's object is everybody's, as on a hosted project; any other one is the policies' to show. */
async function findReadable(route: Route, target: ObjectName, operation: string): Promise<CurrentObject> {
  const { context, req } = route;
  const name = requireKey(target.name);
  const found = await context.current.find({ ...target, name });
  if (found?.isPublic) return found;
  const caller = await identify(req, context.tokens);
  return { row: await requireVisible(context, caller, { ...target, name }, operation), isPublic: false };
}

async function send({ context, req, res, query }: Route, find: Delivery["find"]): Promise<void> {
  const findVersion = async () => {
    const found = await find();
    requireVersion(found.row, query.get("versionId"));
    return found;
  };
  await deliver(context, req, res, { find: findVersion, download: query.get("download") });
}

function sendInfo({ res, query }: Route, row: ObjectRow): void {
  requireVersion(row, query.get("versionId"));
  const { id, name, version, bucket_id, metadata, user_metadata, created_at, updated_at } = row;
  sendJson(res, 200, {
    id,
    name,
    version,
    bucket_id,
    size: metadata.size,
    content_type: metadata.mimetype,
    cache_control: metadata.cacheControl,
    content_encoding: metadata.contentEncoding ?? null,
    etag: metadata.eTag,
    metadata: user_metadata,
    last_modified: updated_at,
    created_at,
  });
}

function nameIn([bucketId, ...path]: string[]): ObjectName {
  if (!bucketId || path.length === 0) throw faults.noSuchRoute();
  return { bucketId, name: path.join("/") };
}

function notFound(): never {
  throw faults.noSuchKey();
}
