import { browseTitles } from "@/lib/catalogue/queries";
import { browseQuery } from "@/lib/catalogue/schema";
import { publicRoute } from "@/lib/platform/http/routes";

export const GET = publicRoute(
  { query: browseQuery },
  async ({ ctx, query: { cursor, pages, ...filters } }) =>
    Response.json(await browseTitles(ctx, filters, { cursor, pages })),
);
