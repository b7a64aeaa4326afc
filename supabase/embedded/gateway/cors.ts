import type { IncomingMessage, ServerResponse } from "node:http";

const EXPOSED =
  "Content-Encoding, Content-Location, Content-Range, Content-Type, Date, Link, Location, Preference-Applied, Range-Unit, Server, Transfer-Encoding, X-Request-Id, X-Supabase-Api-Version, X-Total-Count";

/** As on a hosted project any origin may ask: no cookie means anything here, only the keys and tokens sent along. */
export function allowAnyOrigin(req: IncomingMessage, res: ServerResponse): void {
  res.setHeader("access-control-allow-origin", "*");
  res.setHeader("access-control-expose-headers", EXPOSED);
  if (req.method !== "OPTIONS") return;
  const wanted = req.headers["access-control-request-headers"];
  res.setHeader("access-control-allow-methods", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  res.setHeader(
    "access-control-allow-headers",
    wanted && /^[\w\-, ]+$/.test(wanted) ? wanted : "authorization, apikey",
  );
  res.setHeader("access-control-max-age", "3600");
}
