import { emailOnlySchema } from "@/lib/accounts/schema";
import { rememberMailed } from "@/lib/accounts/session/mailed";
import { sendMagicLink } from "@/lib/accounts/session/sign-in";
import { formDone } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

export const POST = publicRoute({ body: emailOnlySchema }, async (input) => {
  await sendMagicLink(input.ctx, input.body.email, input.body.next);
  rememberMailed(input.cookies, input.body.email);
  return formDone(input, { next: "/check-mail?for=sign-in" });
});
