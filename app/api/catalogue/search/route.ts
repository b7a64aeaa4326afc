import { suggestTitles } from "@/lib/catalogue/queries";
import { searchQuery } from "@/lib/catalogue/schema";
import { publicRoute } from "@/lib/platform/http/routes";

export const GET = publicRoute({ query: searchQuery, limit: "search" }, async ({ ctx, query: { q } }) =>
  Response.json(await suggestTitles(ctx, q)),
);
