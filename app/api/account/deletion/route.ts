import { askForDeletion } from "@/lib/accounts/deletion/ask";
import { identitySchema } from "@/lib/accounts/schema";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: identitySchema }, async (input) => {
  await askForDeletion(input.ctx, input.cookies, input.body);
  return formDone(input, { notice: "accounts.notices.deletionAsked" });
});
