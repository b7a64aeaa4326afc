import type { z } from "zod";
import type { Locale } from "@/lib/i18n/config";
import type { MessageKey } from "@/lib/i18n/messages";
import { isMessageKey, type MessageValues, translate } from "@/lib/i18n/translate";
import { log } from "@/lib/platform/log";
import { reportError } from "@/lib/platform/watch/observers";

const STATUS = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  PLAN_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT_REACHED: 409,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

export type ErrorBody = {
  error: { code: ErrorCode; message: string; details?: Record<string, unknown>; requestId: string };
};

type AppErrorOptions = {
  cause?: unknown;
  /** Goes to the person as it is: never put anything private here. */
  details?: Record<string, unknown>;
  /** Values for the placeholders of the message. */
  values?: MessageValues;
  headers?: Record<string, string>;
};

/** The one error that people see; the message is a key, put into their language at the edge. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly safeMessage: MessageKey;
  readonly details: Record<string, unknown> | undefined;
  readonly values: MessageValues;
  readonly headers: Record<string, string>;

  constructor(code: ErrorCode, safeMessage: MessageKey, options: AppErrorOptions = {}) {
    super(`${code}: ${safeMessage}`, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.safeMessage = safeMessage;
    this.details = options.details;
    this.values = options.values ?? {};
    this.headers = options.headers ?? {};
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** Problems by field, as message keys; the edge translates them. */
export function invalid(fields: Record<string, MessageKey>): AppError {
  return new AppError("INVALID", "platform.errors.invalid", { details: { fields } });
}

export function fromZod(error: z.ZodError): AppError {
  const fields: Record<string, MessageKey> = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".") || "form";
    fields[name] ??= isMessageKey(issue.message) ? issue.message : "platform.errors.field";
  }
  return invalid(fields);
}

type PostgrestLike = { code?: string | null; message?: string; details?: unknown; hint?: unknown };

const POSTGRES: Record<string, [ErrorCode, MessageKey]> = {
  "23505": ["CONFLICT", "platform.errors.conflict"],
  "23503": ["NOT_FOUND", "platform.errors.notFound"],
  "23514": ["INVALID", "platform.errors.invalid"],
  "22P02": ["INVALID", "platform.errors.invalid"],
  "22001": ["INVALID", "platform.errors.invalid"],
  "22003": ["INVALID", "platform.errors.invalid"],
  "22007": ["INVALID", "platform.errors.invalid"],
  "22008": ["INVALID", "platform.errors.invalid"],
  "22021": ["INVALID", "platform.errors.invalid"],
  "22P05": ["INVALID", "platform.errors.invalid"],
  "42501": ["FORBIDDEN", "platform.errors.forbidden"],
  PGRST116: ["NOT_FOUND", "platform.errors.notFound"],
  PT401: ["UNAUTHENTICATED", "platform.errors.unauthenticated"],
  PGRST301: ["UNAUTHENTICATED", "platform.errors.unauthenticated"],
};

/**
 * Nobody's mistake and over in a moment: the connection (08, 57P, PGRST00), its number (53), a statement that took too
 * long or was in another's way (57014, 55P03, 40), and what Node says of a socket.
 */
const UNREACHABLE =
  /^(?:08...|57014|57P0.|53...|55P03|40...|PGRST00\d|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|UND_ERR_\w+|CONNECTION_\w+|CONNECT_TIMEOUT)$/;
const RETRY_AFTER_SECONDS = "2";

function unavailable(cause: unknown): AppError {
  return new AppError("UNAVAILABLE", "platform.errors.unavailable", { cause });
}

/** Of fetch and of sockets: refused, cut off, or given up at a deadline. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "TimeoutError" || error.name === "AbortError") return true;
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && UNREACHABLE.test(code)) return true;
  return error.cause !== error && isUnreachable(error.cause);
}

/** Turns a Postgres or PostgREST error into ours, by its code only. */
export function fromPostgrest(error: PostgrestLike): AppError {
  // Without a code nothing of Postgres's has answered: the line was cut, or something between us spoke.
  if (!error.code || UNREACHABLE.test(error.code)) return unavailable(error);
  const [code, message] = POSTGRES[error.code] ?? ["INTERNAL", "platform.errors.internal"];
  return new AppError(code, message, { cause: error });
}

/** What is not ours and not of the line is nobody's mistake but our own: also an answer of a service that we cannot read. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isUnreachable(error)) return unavailable(error);
  return new AppError("INTERNAL", "platform.errors.internal", { cause: error });
}

/** Any error as the answer of a route: translated, logged with its cause when it is our fault. */
export function toErrorResponse(
  error: unknown,
  { requestId, locale }: { requestId: string; locale: Locale },
): Response {
  const known = toAppError(error);
  if (known.status >= 500)
    log.error({ requestId, err: known.cause ?? known, code: known.code }, "request failed");
  // What is only out of reach for a moment is counted, and in the log.
  if (known.code === "INTERNAL") reportError(known.cause ?? known, { requestId });
  const body: ErrorBody = {
    error: {
      code: known.code,
      message: translate(locale, known.safeMessage, { ...known.values, requestId }),
      ...(known.details && { details: translateFields(locale, known) }),
      requestId,
    },
  };
  return Response.json(body, {
    status: known.status,
    headers: {
      ...(known.code === "UNAVAILABLE" && { "retry-after": RETRY_AFTER_SECONDS }),
      ...known.headers,
      "x-request-id": requestId,
    },
  });
}

function translateFields(locale: Locale, { details = {}, values }: AppError): Record<string, unknown> {
  const { fields, ...rest } = details;
  if (typeof fields !== "object" || fields === null) return details;
  const translated = Object.entries(fields).map(([name, key]) => [
    name,
    typeof key === "string" && isMessageKey(key) ? translate(locale, key, values) : key,
  ]);
  return { ...rest, fields: Object.fromEntries(translated) };
}
