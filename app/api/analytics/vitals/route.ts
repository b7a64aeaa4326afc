import { noteVisits } from "@/lib/analytics/note-visits";
import { visitReport } from "@/lib/analytics/schema";
import { publicRoute } from "@/lib/platform/http/routes";

/** A beacon of a page that is being left: nobody reads the answer. */
export const POST = publicRoute({ body: visitReport }, async ({ body, request }) => {
  await noteVisits(body, request.headers.get("user-agent") ?? "");
  return new Response(null, { status: 204 });
});
