import { checkHealth } from "@/lib/platform/health";

export const dynamic = "force-dynamic";

/** For monitors: no session, no limit, and nothing about anybody. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === "down" ? 503 : 200,
    headers: { "cache-control": "no-store" },
  });
}
