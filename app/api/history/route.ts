import { clearHistory, markWatched } from "@/lib/library/mutations";
import { listHistory } from "@/lib/library/queries";
import { pageQuery, watchedBody } from "@/lib/library/schema";
import { viewerRoute } from "@/lib/platform/http/routes";

export const GET = viewerRoute({ query: pageQuery }, async ({ ctx, query }) =>
  Response.json(await listHistory(ctx, query.cursor)),
);

export const POST = viewerRoute({ body: watchedBody, limit: "write" }, async ({ ctx, body }) => {
  await markWatched(ctx, body);
  return Response.json({ isWatched: body.isWatched });
});

export const DELETE = viewerRoute({ limit: "write" }, async ({ ctx }) => {
  await clearHistory(ctx);
  return Response.json({ isCleared: true });
});
