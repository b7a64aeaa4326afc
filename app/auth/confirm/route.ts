import { confirmSchema } from "@/lib/accounts/schema";
import { confirm } from "@/lib/accounts/session/confirm";
import { translate } from "@/lib/i18n/translate";
import { toAppError } from "@/lib/platform/errors";
import { seeOther, setFlash } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

/** Where mailed links and OAuth providers bring people. A link that does not work ends at the sign-in page, which says so. */
export const GET = publicRoute({ query: confirmSchema }, async ({ ctx, query, cookies, request }) => {
  try {
    return seeOther(await confirm(ctx, query, { cookies, headers: request.headers }));
  } catch (error) {
    const known = toAppError(error);
    if (known.status >= 500) throw error;
    const message = translate(ctx.viewer.locale, known.safeMessage);
    setFlash(cookies, request, { message, isError: true, fields: {}, values: {} });
    return seeOther("/sign-in");
  }
});
