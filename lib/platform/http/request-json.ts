import type { ErrorBody, ErrorCode } from "@/lib/platform/errors";
import { sendIntent } from "@/lib/platform/http/intent";

type Options = { method?: "GET" | "POST" | "PATCH" | "DELETE"; body?: unknown; signal?: AbortSignal };

/** What one of our routes refused, in the words that it sent; or, without a status, that it was not reached. */
export class RequestError extends Error {
  readonly status: number | null;
  readonly code: ErrorCode | null;
  readonly details: Record<string, unknown>;

  constructor(status: number | null, error?: Partial<ErrorBody["error"]>) {
    super(error?.message ?? "");
    this.name = "RequestError";
    this.status = status;
    this.code = error?.code ?? null;
    this.details = error?.details ?? {};
  }
}

/** For browsers: asks one of our own routes. Throws RequestError, except for an abort. */
export function requestJson<Answer = unknown>(
  path: string,
  { method = "GET", body, signal }: Options = {},
): Promise<Answer> {
  const send = method === "GET" ? fetch : sendIntent;
  const request = send(path, {
    method,
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  return readJson<Answer>(request);
}

/** The same for a request that somebody else has sent already. */
export async function readJson<Answer = unknown>(request: Promise<Response>): Promise<Answer> {
  const response = await received(request);
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new RequestError(response.status, (answer as Partial<ErrorBody> | null)?.error);
  // Our own routes answer what their return types say; they parse what they read.
  return answer as Answer;
}

async function received(request: Promise<Response>): Promise<Response> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new RequestError(null);
  }
}
