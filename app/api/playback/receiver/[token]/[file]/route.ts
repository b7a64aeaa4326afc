import { publicRoute } from "@/lib/platform/http/routes";
import { getReceiverFile } from "@/lib/playback/receiver/deliver";
import { forReceivers, playlistResponse, textTrackResponse } from "@/lib/playback/responses";
import { receiverParams, receiverQuery } from "@/lib/playback/schema";

/** Open to whoever has the signed address of a running stream: a receiver has no cookies. */
export const GET = publicRoute(
  { params: receiverParams, query: receiverQuery },
  async ({ params, query }) => {
    const { text, isPlaylist } = await getReceiverFile(params.token, params.file, query.height);
    return forReceivers(isPlaylist ? playlistResponse(text) : textTrackResponse(text));
  },
);
