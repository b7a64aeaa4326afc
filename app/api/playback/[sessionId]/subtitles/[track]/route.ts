import { viewerRoute } from "@/lib/platform/http/routes";
import { getSubtitleTrack } from "@/lib/playback/deliver";
import { textTrackResponse } from "@/lib/playback/responses";
import { subtitleParams } from "@/lib/playback/schema";

export const GET = viewerRoute({ params: subtitleParams }, async ({ ctx, params }) =>
  textTrackResponse(await getSubtitleTrack(ctx, params.sessionId, Number.parseInt(params.track, 10))),
);
