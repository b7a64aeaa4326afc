/** An answer in PostgREST's error shape. */
export class RestError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: unknown = null,
    readonly hint: string | null = null,
  ) {
    super(message);
  }
}

export const parseError = (what: string, details: string | null = null) =>
  new RestError(400, "PGRST100", `"failed to parse ${what}"`, details);

type DatabaseError = { code?: string; message?: string; detail?: string; hint?: string };

const BY_CODE: Record<string, number> = {
  "23503": 409,
  "23505": 409,
  "25006": 405,
  "42883": 404,
  "42P01": 404,
  "42P17": 500,
  "57P01": 503,
  "57P02": 503,
  "57P03": 503,
  P0001: 400,
};

const BY_CLASS: Record<string, number> = {
  "08": 503,
  "09": 500,
  "0L": 403,
  "0P": 403,
  "25": 500,
  "28": 403,
  "2D": 500,
  "38": 500,
  "39": 500,
  "3B": 500,
  "40": 500,
  "53": 503,
  "54": 500,
  "55": 500,
  "57": 500,
  "58": 500,
  F0: 500,
  HV: 500,
  P0: 500,
  XX: 500,
};

/** PostgREST's table of SQLSTATE to HTTP status; a refused privilege is 401 for those who are not signed in. */
export function fromDatabase(error: unknown, role: string): RestError {
  const { code, message = "Internal error", detail, hint } = error as DatabaseError;
  // A socket's own code has five letters, too.
  if (!code || code === "EPIPE" || !/^[0-9A-Z]{5}$/.test(code)) {
    return new RestError(503, "PGRST000", "Could not connect with the database", null);
  }
  const raised = /^PT(\d{3})$/.exec(code);
  const status = raised
    ? Number(raised[1])
    : code === "42501"
      ? role === "anon"
        ? 401
        : 403
      : (BY_CODE[code] ?? BY_CLASS[code.slice(0, 2)] ?? 400);
  return new RestError(status, code, message, detail ?? null, hint ?? null);
}
