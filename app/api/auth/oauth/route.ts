import { oauthSchema } from "@/lib/accounts/schema";
import { startOauth } from "@/lib/accounts/session/oauth";
import { seeOther } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

/** A link and not a form: it only sends the browser to the provider. */
export const GET = publicRoute({ query: oauthSchema }, async ({ ctx, query }) =>
  seeOther(await startOauth(ctx, query.provider, query.next)),
);
