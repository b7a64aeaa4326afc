import { keepAccount } from "@/lib/accounts/deletion/ask";
import { nextSchema } from "@/lib/accounts/schema";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: nextSchema }, async (input) => {
  await keepAccount(input.ctx);
  const { next } = input.body;
  return formDone(input, {
    ...(next && { next: safeNextPath(next) }),
    notice: "accounts.notices.accountKept",
  });
});
