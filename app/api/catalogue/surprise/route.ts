import { browsePath } from "@/lib/catalogue/browse-path";
import { pickTitle, surpriseQuery } from "@/lib/catalogue/surprise";
import { publicRoute } from "@/lib/platform/http/routes";

/** A link, so that it works without a script; the same address leads somewhere else each time. */
export const GET = publicRoute({ query: surpriseQuery }, async ({ ctx, query: { but, ...filters } }) => {
  const slug = await pickTitle(ctx, filters, but);
  const chosen = browsePath(filters).slice("/browse".length);
  const location = slug
    ? `/title/${slug}?surprise=${encodeURIComponent(chosen.slice(1))}`
    : `/browse${chosen}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
});
