import { exportData } from "@/lib/accounts/data/export";
import { identitySchema } from "@/lib/accounts/schema";
import { userRoute } from "@/lib/platform/http/routes";

/** A form that the browser posts by itself: what comes back is a file, and the page stays. */
export const POST = userRoute({ body: identitySchema }, async ({ ctx, body }) => {
  const day = new Date().toISOString().slice(0, 10);
  return new Response(await exportData(ctx, body), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="cineverse-${day}.json"`,
    },
  });
});
