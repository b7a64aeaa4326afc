import { viewerRoute } from "@/lib/platform/http/routes";
import { keepAlive } from "@/lib/playback/report";
import { heartbeatBody, sessionParams } from "@/lib/playback/schema";

export const POST = viewerRoute(
  { params: sessionParams, body: heartbeatBody },
  async ({ ctx, params, body }) => Response.json(await keepAlive(ctx, params.sessionId, body.expiresAt)),
);
