import { searchQuery } from "@/lib/catalogue/schema";
import { suggest } from "@/lib/catalogue/search/queries";
import { publicRoute } from "@/lib/platform/http/routes";

// Counted as any other request: one question is asked once per letter (docs/decisions/0040).
export const GET = publicRoute({ query: searchQuery }, async ({ ctx, query: { q } }) =>
  Response.json(await suggest(ctx, q)),
);
