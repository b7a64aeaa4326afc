import { updateAccountSettings } from "@/lib/accounts/profile";
import { accountSettingsSchema } from "@/lib/accounts/schema";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: accountSettingsSchema }, async (input) => {
  await updateAccountSettings(input.ctx, input.body);
  return formDone(input, { notice: "accounts.notices.settingsSaved" });
});
