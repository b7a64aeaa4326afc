import { codeSchema } from "@/lib/accounts/schema";
import { confirmByCode } from "@/lib/accounts/session/confirm";
import { MAILED_COOKIE } from "@/lib/accounts/session/mailed";
import { AppError } from "@/lib/platform/errors";
import { formDone } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

export const POST = publicRoute({ body: codeSchema }, async (input) => {
  const { ctx, body, cookies, request } = input;
  const email = cookies.get(MAILED_COOKIE);
  if (!email) throw new AppError("INVALID", "accounts.errors.linkExpired");
  const next = await confirmByCode(ctx, body, email, { cookies, headers: request.headers });
  cookies.delete(MAILED_COOKIE);
  return formDone(input, { next });
});
