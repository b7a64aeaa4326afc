import { viewerRoute } from "@/lib/platform/http/routes";
import { getFileAddress } from "@/lib/playback/deliver";
import { signedResponse } from "@/lib/playback/responses";
import { fileParams } from "@/lib/playback/schema";

// A player that reads playlists itself comes here for every segment: far more often than the limit of "api" allows.
export const GET = viewerRoute({ params: fileParams, limit: "telemetry" }, async ({ ctx, params }) =>
  signedResponse(await getFileAddress(ctx, params.sessionId, params.name)),
);
