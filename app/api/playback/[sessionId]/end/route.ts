import { viewerRoute } from "@/lib/platform/http/routes";
import { sessionParams } from "@/lib/playback/schema";
import { endSession } from "@/lib/playback/start";

export const POST = viewerRoute({ params: sessionParams }, async ({ ctx, params }) =>
  Response.json({ isEnded: await endSession(ctx, params.sessionId) }),
);
