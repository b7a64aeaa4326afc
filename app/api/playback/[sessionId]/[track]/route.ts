import { viewerRoute } from "@/lib/platform/http/routes";
import { getTrackPlaylist } from "@/lib/playback/deliver";
import { playlistResponse } from "@/lib/playback/responses";
import { trackParams } from "@/lib/playback/schema";

export const GET = viewerRoute({ params: trackParams }, async ({ ctx, params }) =>
  playlistResponse(await getTrackPlaylist(ctx, params.sessionId, params.track)),
);
