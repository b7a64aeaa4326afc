import { saveTitle } from "@/lib/library/mutations";
import { listSaved } from "@/lib/library/queries";
import { pageQuery, saveBody } from "@/lib/library/schema";
import { viewerRoute } from "@/lib/platform/http/routes";

export const GET = viewerRoute({ query: pageQuery }, async ({ ctx, query }) =>
  Response.json(await listSaved(ctx, "favorites", query.cursor)),
);

export const POST = viewerRoute({ body: saveBody, limit: "write" }, async ({ ctx, body }) => {
  await saveTitle(ctx, "favorites", body.movieId);
  return Response.json({ isSaved: true }, { status: 201 });
});
