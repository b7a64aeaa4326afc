import { resetPassword } from "@/lib/accounts/password/reset";
import { resetPasswordSchema } from "@/lib/accounts/schema";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: resetPasswordSchema }, async (input) => {
  await resetPassword(input.ctx, input.cookies, input.body.password);
  return formDone(input, { next: "/", notice: "accounts.notices.passwordChanged" });
});
