import { publicRoute } from "@/lib/platform/http/routes";
import { getReceiverFileAddress } from "@/lib/playback/receiver/deliver";
import { forReceivers, signedResponse } from "@/lib/playback/responses";
import { receiverFileParams } from "@/lib/playback/schema";

// A receiver comes here for every segment: far more often than the limit of "api" allows.
export const GET = publicRoute({ params: receiverFileParams }, async ({ params: { token, name } }) =>
  forReceivers(signedResponse(await getReceiverFileAddress(token, name))),
);
