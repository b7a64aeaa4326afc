import { removeFromHistory } from "@/lib/library/mutations";
import { historyParams } from "@/lib/library/schema";
import { viewerRoute } from "@/lib/platform/http/routes";

export const DELETE = viewerRoute({ params: historyParams, limit: "write" }, async ({ ctx, params }) => {
  await removeFromHistory(ctx, params.id);
  return Response.json({ isRemoved: true });
});
