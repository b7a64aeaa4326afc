export type ByteRange = { start: number; end: number };

/**
 * Reads a Range header against a size (RFC 9110, 14.2). `null`: answer with the whole object, which is what a
 * server may do with a unit it does not know, a malformed range, or several ranges at once (as S3 does).
 */
export function parseRange(header: string | undefined, size: number): ByteRange | "unsatisfiable" | null {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return null;
  if (match[1] === "") {
    const suffix = Number(match[2]);
    if (suffix === 0 || size === 0) return "unsatisfiable";
    return { start: Math.max(0, size - suffix), end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (start >= size) return "unsatisfiable";
  return match[2] !== "" && Number(match[2]) < start ? null : { start, end };
}

export type Validators = { etag: string; lastModified: Date };
type Conditions = Record<string, string | string[] | undefined>;

/** The conditional headers in their order of precedence (RFC 9110, 13.2.2). */
export function evaluateConditions(
  headers: Conditions,
  { etag, lastModified }: Validators,
): 304 | 412 | null {
  const modified = Math.floor(lastModified.getTime() / 1000) * 1000;
  const ifMatch = single(headers["if-match"]);
  const ifUnmodified = parseDate(headers["if-unmodified-since"]);
  if (ifMatch !== undefined) {
    if (!names(ifMatch, etag, "strong")) return 412;
  } else if (ifUnmodified !== null && modified > ifUnmodified) return 412;
  const ifNoneMatch = single(headers["if-none-match"]);
  if (ifNoneMatch !== undefined) return names(ifNoneMatch, etag, "weak") ? 304 : null;
  const ifModified = parseDate(headers["if-modified-since"]);
  return ifModified !== null && modified <= ifModified ? 304 : null;
}

/** Whether a range still holds: If-Range names exactly this version, or there is no If-Range. */
export function rangeApplies(headers: Conditions, { etag, lastModified }: Validators): boolean {
  const ifRange = single(headers["if-range"]);
  if (ifRange === undefined) return true;
  if (ifRange.startsWith('"')) return ifRange === etag;
  const date = parseDate(ifRange);
  return date !== null && Math.floor(lastModified.getTime() / 1000) * 1000 === date;
}

function names(list: string, etag: string, comparison: "strong" | "weak"): boolean {
  if (list.trim() === "*") return true;
  return list.split(",").some((entry) => {
    const candidate = entry.trim();
    return (comparison === "weak" ? candidate.replace(/^W\//, "") : candidate) === etag;
  });
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(",") : header;
}

function parseDate(header: string | string[] | undefined): number | null {
  const time = Date.parse(single(header) ?? "");
  return Number.isNaN(time) ? null : time;
}
