import { searchQuery } from "@/lib/catalogue/schema";
import { searchWholeCatalogue } from "@/lib/catalogue/search/queries";
import { publicRoute } from "@/lib/platform/http/routes";

export const GET = publicRoute({ query: searchQuery }, async ({ ctx, query: { q } }) =>
  Response.json(await searchWholeCatalogue(ctx, q)),
);
