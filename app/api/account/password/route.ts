import { changePassword } from "@/lib/accounts/password/change";
import { changePasswordSchema } from "@/lib/accounts/schema";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: changePasswordSchema }, async (input) => {
  await changePassword(input.ctx, input.cookies, input.body);
  return formDone(input, { notice: "accounts.notices.passwordChanged" });
});
