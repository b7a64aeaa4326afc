import { unsaveTitle } from "@/lib/library/mutations";
import { savedParams } from "@/lib/library/schema";
import { viewerRoute } from "@/lib/platform/http/routes";

export const DELETE = viewerRoute({ params: savedParams, limit: "write" }, async ({ ctx, params }) => {
  await unsaveTitle(ctx, "favorites", params.movieId);
  return Response.json({ isSaved: false });
});
