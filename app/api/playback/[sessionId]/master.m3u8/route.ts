import { viewerRoute } from "@/lib/platform/http/routes";
import { getMasterPlaylist } from "@/lib/playback/deliver";
import { playlistResponse } from "@/lib/playback/responses";
import { sessionParams } from "@/lib/playback/schema";

export const GET = viewerRoute({ params: sessionParams }, async ({ ctx, params }) =>
  playlistResponse(await getMasterPlaylist(ctx, params.sessionId)),
);
