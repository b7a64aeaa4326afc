import { viewerRoute } from "@/lib/platform/http/routes";
import { saveProgress } from "@/lib/playback/report";
import { progressBody, sessionParams } from "@/lib/playback/schema";

export const POST = viewerRoute(
  { params: sessionParams, body: progressBody, limit: "telemetry" },
  async ({ ctx, params, body }) =>
    Response.json({ isNewest: await saveProgress(ctx, params.sessionId, body) }),
);
