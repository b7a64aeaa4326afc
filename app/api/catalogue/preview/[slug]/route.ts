import { toPreview } from "@/lib/catalogue/preview";
import { getTitle } from "@/lib/catalogue/queries";
import { slugParams } from "@/lib/catalogue/schema";
import { publicRoute } from "@/lib/platform/http/routes";

export const GET = publicRoute({ params: slugParams }, async ({ ctx, params }) =>
  Response.json(toPreview(await getTitle(ctx, params.slug))),
);
