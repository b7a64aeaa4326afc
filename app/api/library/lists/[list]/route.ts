import { getListPage } from "@/lib/library/queries";
import { listParams, listQuery } from "@/lib/library/schema";
import { viewerRoute } from "@/lib/platform/http/routes";

export const GET = viewerRoute(
  { params: listParams, query: listQuery },
  async ({ ctx, params, query: { cursor, ...filters } }) =>
    Response.json(await getListPage(ctx, params.list, filters, cursor)),
);
