import { getHome } from "@/lib/catalogue/queries";
import type { LaterRows } from "@/lib/catalogue/schema";
import { listHiddenIds } from "@/lib/library/queries";
import { withoutHidden } from "@/lib/library/without-hidden";
import { publicRoute } from "@/lib/platform/http/routes";

/** The rows of home that its page only names (docs/decisions/0072). */
export const GET = publicRoute({}, async ({ ctx }) => {
  const [{ coming, leaving, collections, rails }, hiddenIds] = await Promise.all([
    getHome(ctx),
    listHiddenIds(ctx),
  ]);
  const rows: LaterRows = {
    coming,
    leaving: withoutHidden(leaving, hiddenIds),
    collections: collections.map((one) => ({ ...one, cards: withoutHidden(one.cards, hiddenIds) })),
    rails: rails.map((rail) => ({ ...rail, cards: withoutHidden(rail.cards, hiddenIds) })),
  };
  return Response.json(rows);
});
