import { changeEmail } from "@/lib/accounts/password/change";
import { changeEmailSchema } from "@/lib/accounts/schema";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: changeEmailSchema, idempotent: true }, async (input) => {
  await changeEmail(input.ctx, input.body);
  return formDone(input, { notice: "accounts.notices.emailAsked" });
});
