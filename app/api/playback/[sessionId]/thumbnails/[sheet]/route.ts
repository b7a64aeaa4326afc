import { viewerRoute } from "@/lib/platform/http/routes";
import { getThumbnailSheet } from "@/lib/playback/deliver";
import { signedResponse } from "@/lib/playback/responses";
import { sheetParams } from "@/lib/playback/schema";

export const GET = viewerRoute({ params: sheetParams }, async ({ ctx, params }) =>
  signedResponse(await getThumbnailSheet(ctx, params.sessionId, params.sheet)),
);
