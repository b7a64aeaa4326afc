import { viewerRoute } from "@/lib/platform/http/routes";
import { getTrackPlaylist } from "@/lib/playback/deliver";
import { playlistResponse } from "@/lib/playback/responses";
import { trackParams, trackQuery } from "@/lib/playback/schema";

export const GET = viewerRoute({ params: trackParams, query: trackQuery }, async ({ ctx, params, query }) =>
  playlistResponse(await getTrackPlaylist(ctx, params.sessionId, params.track, query.via)),
);
