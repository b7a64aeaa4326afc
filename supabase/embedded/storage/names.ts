import { faults } from "./errors";

/** What S3, and so a hosted project, takes at most. */
const MAX_KEY_BYTES = 1024;
const BUCKET_NAME = /^[\w!.*'() &$@=;:+,?-]{1,100}$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const FORBIDDEN_IN_KEY = /[\u0000-\u001f\u007f\\\ufffe\uffff]/;
const MIME_TYPE =
  /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;\s*[\w-]+=(?:[\w!#$&'*+.^`|~/:-]+|"[^"\\\r\n]*"))*\s*;?$/;

/**
 * A name is only ever a value in the database: bytes lie under a version's uuid. It is still refused where a
 * client, a proxy or a URL parser could read it as another name.
 */
export function requireKey(key: unknown): string {
  if (typeof key !== "string" || key === "" || !key.isWellFormed())
    throw faults.invalidKey(String(key ?? ""));
  const segments = key.split("/");
  const readsAsAnother = segments.some((segment) => segment === "" || segment === "." || segment === "..");
  if (readsAsAnother || FORBIDDEN_IN_KEY.test(key) || Buffer.byteLength(key) > MAX_KEY_BYTES)
    throw faults.invalidKey(key);
  return key;
}

export function requireBucketName(name: unknown): string {
  if (typeof name !== "string" || !BUCKET_NAME.test(name) || name.trim() !== name)
    throw faults.invalidBucketName();
  return name;
}

/** "20MB", "300kb", 1000 or null → bytes or null (no limit). */
export function parseSizeLimit(value: unknown): number | null | undefined {
  if (value === undefined || value === null) return value;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  const match = /^(\d+(?:\.\d+)?)\s*(gb|mb|kb|b)?$/i.exec(String(value));
  if (!match) throw faults.invalidRequest("Invalid file size format, hint: use 20GB / 20MB / 30KB / 3B");
  const units = { gb: 1e9, mb: 1e6, kb: 1e3, b: 1 };
  return Math.floor(Number(match[1]) * units[(match[2] ?? "b").toLowerCase() as keyof typeof units]);
}

/** Refuses a type that is no type (it becomes a header later) or that the bucket does not take. */
export function requireMimeType(type: string, allowed: string[] | null): string {
  if (type.length > 255 || !MIME_TYPE.test(type)) throw faults.invalidMimeType(type);
  if (!allowed || allowed.length === 0) return type;
  const essence = type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const family = `${essence.split("/", 1)[0]}/*`;
  const wanted = allowed.map((entry) => entry.toLowerCase());
  if (!wanted.includes(essence) && !wanted.includes(family) && !wanted.includes("*/*"))
    throw faults.invalidMimeType(type);
  return type;
}

/** Seconds or a whole header → header. What could break out of a header is not kept. */
export function toCacheControl(value: string | null | undefined): string {
  if (!value) return "no-cache";
  if (/^\d+$/.test(value)) return `max-age=${value}`;
  return /^[\x20-\x7e]{1,200}$/.test(value) ? value : "no-cache";
}
