import { mailIdentityCode } from "@/lib/accounts/identity/confirm";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

/** For accounts without a password: mails the digits that stand for one, whoever of the household asks. */
export const POST = userRoute({ idempotent: true }, async (input) => {
  await mailIdentityCode(input.ctx);
  return formDone(input, { notice: "accounts.notices.identityMailed" });
});
