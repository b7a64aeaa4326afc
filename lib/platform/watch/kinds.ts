import { RATE_LIMITS, type RateLimitClass, rateLimitClassOf } from "@/lib/platform/rate-limits/classes";

/** What a request was for: the class that limits it, a page, a file, or a machine's (crons, monitors). */
export type RequestKind = RateLimitClass | "page" | "file" | "machine";

export const REQUEST_KINDS = [
  "page",
  ...(Object.keys(RATE_LIMITS) as RateLimitClass[]),
  "file",
  "machine",
] as const satisfies readonly RequestKind[];

/** Null for the framework's own files, which a CDN serves where there is one. */
export function kindOf(method: string, path: string): RequestKind | null {
  if (path.startsWith("/_next/static/")) return null;
  if (/^\/api\/(cron|health)\//.test(path)) return "machine";
  const limit = rateLimitClassOf(method, path);
  if (limit) return limit;
  return /^\/(_next|artwork|avatars|og)\/|\.[a-z0-9]{2,12}$/.test(path) ? "file" : "page";
}
