import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** A write must come from one of our own pages: browsers always say where a write comes from. */
export function requireSameOrigin(request: Request): void {
  if (READING.has(request.method)) return;
  const origin = request.headers.get("origin");
  const isOwn = origin
    ? isOwnOrigin(origin, request)
    : request.headers.get("sec-fetch-site") === "same-origin";
  if (!isOwn) throw new AppError("FORBIDDEN", "platform.errors.crossOrigin");
}

function isOwnOrigin(origin: string, request: Request): boolean {
  if (!URL.canParse(origin)) return false;
  const { host, origin: normalized } = new URL(origin);
  if (normalized === new URL(env().SITE_URL).origin) return true;
  // A browser cannot forge Host; this admits localhost, 127.0.0.1 and preview addresses alike.
  return host === (request.headers.get("x-forwarded-host") ?? request.headers.get("host"));
}
