import { viewerRoute } from "@/lib/platform/http/routes";
import { saveReport } from "@/lib/playback/report";
import { progressBody, sessionParams } from "@/lib/playback/schema";

export const POST = viewerRoute(
  { params: sessionParams, body: progressBody },
  async ({ ctx, params, body, request }) => {
    const userAgent = request.headers.get("user-agent") ?? "";
    return Response.json({ isNews: await saveReport(ctx, params.sessionId, body, userAgent) });
  },
);
