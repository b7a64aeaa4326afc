import { createHmac } from "node:crypto";
import { env } from "@/lib/platform/env";

/**
 * A stable name for the caller's address that does not reveal it. On Vercel, and behind any proxy that overwrites
 * X-Forwarded-For, the caller cannot choose it.
 */
export function clientKey(headers: Headers): string {
  const address =
    headers.get("x-forwarded-for")?.split(",")[0]?.trim() || headers.get("x-real-ip") || "unknown";
  return createHmac("sha256", env().COOKIE_SECRET).update(address).digest("base64url").slice(0, 22);
}
