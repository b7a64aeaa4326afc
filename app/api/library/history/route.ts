import { getHistoryPage } from "@/lib/library/queries";
import { historyQuery } from "@/lib/library/schema";
import { viewerRoute } from "@/lib/platform/http/routes";

export const GET = viewerRoute({ query: historyQuery }, async ({ ctx, query }) =>
  Response.json(await getHistoryPage(ctx, query.q, query.cursor)),
);
