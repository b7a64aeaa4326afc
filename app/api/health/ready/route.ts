import { checkHealth } from "@/lib/platform/health/check";

export const dynamic = "force-dynamic";

/** For monitors: no session, and nothing about anybody or about where things are. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === "down" ? 503 : 200,
    headers: { "cache-control": "no-store" },
  });
}
