import { confirmSchema } from "@/lib/accounts/schema";
import { confirmByLink, pathAfterFailure } from "@/lib/accounts/session/confirm";
import { translate } from "@/lib/i18n/translate";
import { toAppError } from "@/lib/platform/errors";
import { seeOther, setFlash } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

/** Where mailed links and OAuth providers bring people. A link that does not work ends at the sign-in page, which says so. */
export const GET = publicRoute({ query: confirmSchema }, async ({ ctx, query, cookies, request }) => {
  const tell = (message: string, isError: boolean) =>
    setFlash(cookies, request, { message, isError, fields: {}, values: {} });
  try {
    const { path, notice } = await confirmByLink(ctx, query, { cookies, headers: request.headers });
    if (notice) tell(translate(ctx.viewer.locale, notice), false);
    return seeOther(path);
  } catch (error) {
    const known = toAppError(error);
    if (known.status >= 500) throw error;
    tell(translate(ctx.viewer.locale, known.safeMessage), true);
    return seeOther(pathAfterFailure(ctx, query));
  }
});
