import { getChanges } from "@/lib/library/queries";
import { changesQuery } from "@/lib/library/schema";
import { viewerRoute } from "@/lib/platform/http/routes";

export const GET = viewerRoute({ query: changesQuery }, async ({ ctx, query }) =>
  Response.json(await getChanges(ctx, query.since)),
);
