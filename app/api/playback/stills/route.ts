import { viewerRoute } from "@/lib/platform/http/routes";
import { getStills, stillsQuery } from "@/lib/playback/stills";

export const GET = viewerRoute({ query: stillsQuery }, async ({ ctx, query }) =>
  Response.json(await getStills(ctx, query.movieId)),
);
