import { dismissTitle } from "@/lib/library/mutations";
import { dismissBody } from "@/lib/library/schema";
import { viewerRoute } from "@/lib/platform/http/routes";

export const POST = viewerRoute({ body: dismissBody, limit: "write" }, async ({ ctx, body }) => {
  await dismissTitle(ctx, body.movieId);
  return Response.json({ isDismissed: true });
});
