import { searchQuery } from "@/lib/catalogue/schema";
import { suggest } from "@/lib/catalogue/search/queries";
import { listHiddenIds } from "@/lib/library/queries";
import { withoutHidden } from "@/lib/library/without-hidden";
import { publicRoute } from "@/lib/platform/http/routes";

// Counted as any other request: one question is asked once per letter (docs/decisions/0040). What a viewer is not
// interested in is not suggested; all results, which are asked for, have it.
export const GET = publicRoute({ query: searchQuery }, async ({ ctx, query: { q } }) => {
  const [found, hiddenIds] = await Promise.all([suggest(ctx, q), listHiddenIds(ctx)]);
  return Response.json({ ...found, titles: withoutHidden(found.titles, hiddenIds) });
});
