import { callSignal, DEADLINES } from "@/lib/platform/deadlines";
import { env } from "@/lib/platform/env";

type PublicBucket = "artwork" | "avatars";

const SAFE_SEGMENT = /^[\w.-]+$/;
/** Of a markup such as SVG a browser would run the scripts, here with our cookies. */
const PICTURES = ["image/avif", "image/jpeg", "image/png", "image/webp"];
const PASSED_ON = ["content-type", "content-length", "etag", "last-modified"];

/**
 * A picture of a public bucket under our own origin. File names carry a hash of their content, so an answer may be
 * kept for good.
 */
export async function servePublicFile(
  bucket: PublicBucket,
  path: string[],
  request: Request,
): Promise<Response> {
  const isSafe = path.every((segment) => SAFE_SEGMENT.test(segment) && !segment.startsWith("."));
  if (!isSafe) return new Response(null, { status: 404 });
  const known = request.headers.get("if-none-match");
  const upstream = await fetch(`${env().SUPABASE_URL}/storage/v1/object/public/${bucket}/${path.join("/")}`, {
    headers: { "accept-encoding": "identity", ...(known && { "if-none-match": known }) },
    cache: "no-store",
    signal: callSignal(null, DEADLINES.file.answerMs),
  }).catch(() => null);
  if (!upstream) return new Response(null, { status: 503, headers: { "retry-after": "2" } });
  if (upstream.status === 304) return new Response(null, { status: 304 });
  if (!upstream.ok || !isPicture(upstream.headers)) {
    upstream.body?.cancel().catch(() => undefined);
    return new Response(null, { status: upstream.status >= 500 ? 502 : 404 });
  }
  const headers = new Headers({
    "cache-control": "public, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  for (const name of PASSED_ON) {
    const value = upstream.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(upstream.body, { headers });
}

/** One that was stored compressed could grow a thousandfold on its way through us. */
function isPicture(headers: Headers): boolean {
  const [type = ""] = (headers.get("content-type") ?? "").split(";", 1);
  const isPlain = (headers.get("content-encoding") ?? "identity") === "identity";
  return isPlain && PICTURES.includes(type.trim().toLowerCase());
}
