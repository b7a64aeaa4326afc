import { markRead } from "@/lib/community/notifications/mutations";
import { readInput } from "@/lib/community/notifications/schema";
import { formDone } from "@/lib/platform/http/forms";
import { viewerRoute } from "@/lib/platform/http/routes";

export const POST = viewerRoute({ body: readInput }, async (input) => {
  await markRead(input.ctx, input.body.ids);
  return formDone(input, {});
});
