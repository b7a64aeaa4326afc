import { getTitleState } from "@/lib/library/queries";
import { titleParams } from "@/lib/library/schema";
import { viewerRoute } from "@/lib/platform/http/routes";

export const GET = viewerRoute({ params: titleParams }, async ({ ctx, params }) =>
  Response.json(await getTitleState(ctx, params.movieId)),
);
