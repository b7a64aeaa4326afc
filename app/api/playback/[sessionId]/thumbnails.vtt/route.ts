import { viewerRoute } from "@/lib/platform/http/routes";
import { getThumbnailTrack } from "@/lib/playback/deliver";
import { textTrackResponse } from "@/lib/playback/responses";
import { sessionParams } from "@/lib/playback/schema";

export const GET = viewerRoute({ params: sessionParams }, async ({ ctx, params }) =>
  textTrackResponse(await getThumbnailTrack(ctx, params.sessionId)),
);
