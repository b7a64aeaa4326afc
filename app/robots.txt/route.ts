import { env } from "@/lib/platform/env";

/** Answered per request: one build serves any address. What is personal, or endless, is not worth a robot's time. */
export function GET(): Response {
  const lines = [
    "User-agent: *",
    ...["/api/", "/auth/", "/search", "/settings", "/viewers", "/watch/", "/*?*cursor="].map(
      (path) => `Disallow: ${path}`,
    ),
    `Sitemap: ${env().SITE_URL}/sitemap.xml`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "content-type": "text/plain", "cache-control": "public, max-age=3600" },
  });
}

export const dynamic = "force-dynamic";
