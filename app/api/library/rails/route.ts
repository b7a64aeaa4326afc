import { getLibraryRails } from "@/lib/library/queries";
import { viewerRoute } from "@/lib/platform/http/routes";

export const GET = viewerRoute({}, async ({ ctx }) => Response.json(await getLibraryRails(ctx)));
