import { updateProfile } from "@/lib/accounts/profile";
import { profileSchema } from "@/lib/accounts/schema";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: profileSchema }, async (input) => {
  await updateProfile(input.ctx, input.body);
  return formDone(input, { notice: "accounts.notices.profileSaved" });
});
