import type { IncomingMessage, ServerResponse } from "node:http";
import { createBucket, deleteBucket, emptyBucket, getBucket, listBuckets, updateBucket } from "./buckets";
import { identify } from "./caller";
import type { StorageContext } from "./context";
import { faults, sendJson } from "./errors";
import type { StorageRequest } from "./request";

/** Everything under /bucket; every answer is the caller's own. */
export async function routeBucket(
  context: StorageContext,
  req: IncomingMessage,
  res: ServerResponse,
  request: StorageRequest,
): Promise<void> {
  const caller = await identify(req, context.tokens);
  const [id, action, ...rest] = request.segments;
  if (action === "lifecycle") throw faults.notEnabled("bucket lifecycle");
  if (rest.length > 0) throw faults.noSuchRoute();
  const answer = async () => {
    if (!id) {
      if (request.method === "GET") return await listBuckets(context, caller, request.query);
      if (request.method === "POST") return await createBucket(context, caller, req);
    } else if (!action) {
      if (request.method === "GET") return await getBucket(context, caller, id);
      if (request.method === "PUT") return await updateBucket(context, caller, id, req);
      if (request.method === "DELETE") return await deleteBucket(context, caller, id);
    } else if (action === "empty" && request.method === "POST") return await emptyBucket(context, caller, id);
    throw faults.noSuchRoute();
  };
  sendJson(res, 200, await answer());
}

/** There is no cache in front of the embedded stack, so nothing is left to purge; who may ask is as on a hosted one. */
export async function purgeCache(
  context: StorageContext,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const caller = await identify(req, context.tokens);
  if (req.method !== "DELETE") throw faults.noSuchRoute();
  if (caller.role !== "service_role") throw faults.accessDenied();
  sendJson(res, 200, { message: "success" });
}
