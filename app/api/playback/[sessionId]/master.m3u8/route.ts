import { viewerRoute } from "@/lib/platform/http/routes";
import { getMasterPlaylist } from "@/lib/playback/deliver";
import { playlistResponse } from "@/lib/playback/responses";
import { masterQuery, sessionParams } from "@/lib/playback/schema";

export const GET = viewerRoute(
  { params: sessionParams, query: masterQuery },
  async ({ ctx, params, query }) => playlistResponse(await getMasterPlaylist(ctx, params.sessionId, query)),
);
