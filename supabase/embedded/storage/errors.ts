import type { ServerResponse } from "node:http";

/**
 * A refusal in the shape that storage-js reads. As on a hosted project the HTTP status is 400 for every refusal of
 * a request, and the body's `statusCode` says which one; `httpStatus` is set where HTTP itself needs the real one.
 */
export class StorageFault extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
    readonly error: string = code,
    readonly httpStatus: number = statusCode >= 500 ? statusCode : 400,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

export const faults = {
  noSuchBucket: () => new StorageFault(404, "NoSuchBucket", "Bucket not found", "Bucket not found"),
  noSuchKey: () => new StorageFault(404, "NoSuchKey", "Object not found", "not_found"),
  noSuchRoute: () => new StorageFault(404, "NotFound", "Route not found", "Not Found", 404),
  noSuchUpload: () => new StorageFault(404, "NoSuchUpload", "Upload not found"),
  accessDenied: (message = "Access denied") => new StorageFault(403, "AccessDenied", message, "Unauthorized"),
  missingToken: () =>
    new StorageFault(400, "MissingParameter", "headers must have required property 'authorization'", "Error"),
  invalidJwt: () => new StorageFault(400, "InvalidJWT", "The token is not valid or has expired"),
  invalidSignature: () => new StorageFault(400, "InvalidSignature", "Invalid signature"),
  invalidKey: (key: string) => new StorageFault(400, "InvalidKey", `Invalid key: ${key.slice(0, 200)}`),
  invalidBucketName: () => new StorageFault(400, "InvalidBucketName", "Bucket name invalid", "Invalid Input"),
  invalidRequest: (message: string) => new StorageFault(400, "InvalidRequest", message),
  invalidMimeType: (type: string) =>
    new StorageFault(
      415,
      "InvalidMimeType",
      `mime type ${type.slice(0, 100)} is not supported`,
      "invalid_mime_type",
    ),
  tooLarge: () =>
    new StorageFault(
      413,
      "EntityTooLarge",
      "The object exceeded the maximum allowed size",
      "Payload too large",
    ),
  duplicate: (code: "KeyAlreadyExists" | "BucketAlreadyExists") =>
    new StorageFault(409, code, "The resource already exists", "Duplicate"),
  bucketNotEmpty: () =>
    new StorageFault(409, "ResourceNotEmpty", "The bucket you tried to delete is not empty"),
  notEnabled: (feature: string) =>
    new StorageFault(409, "FeatureNotEnabled", `The feature ${feature} is not enabled for this resource`),
  rangeNotSatisfiable: (size: number) =>
    new StorageFault(416, "InvalidRange", "The requested range is not satisfiable", "InvalidRange", 416, {
      "content-range": `bytes */${size}`,
    }),
  preconditionFailed: () =>
    new StorageFault(412, "PreconditionFailed", "A precondition does not hold", "PreconditionFailed", 412),
  internal: () => new StorageFault(500, "InternalError", "Internal Server Error", "Internal"),
};

/** Turns anything thrown into a fault; Postgres is read by its code, never by its text. */
export function toFault(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === "42501") return faults.accessDenied(error instanceof Error ? error.message : "Access denied");
  if (code === "23505") return faults.duplicate("KeyAlreadyExists");
  if (code === "23503") return faults.noSuchBucket();
  if (code === "22021" || code === "22P05")
    return faults.invalidRequest("A text contains a character that cannot be stored");
  return faults.internal();
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body);
  res.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    ...headers,
  });
  res.end(text);
}

export function sendFault(res: ServerResponse, fault: StorageFault): void {
  const { statusCode, code, error, message } = fault;
  sendJson(res, fault.httpStatus, { statusCode: String(statusCode), error, message, code }, fault.headers);
}
