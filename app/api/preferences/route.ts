import { savePreferences } from "@/lib/accounts/preferences";
import { preferencesSchema } from "@/lib/accounts/schema";
import { formDone } from "@/lib/platform/http/forms";
import { publicRoute } from "@/lib/platform/http/routes";

export const POST = publicRoute({ body: preferencesSchema }, async (input) => {
  await savePreferences(input.ctx, input.cookies, input.body);
  return formDone(input, {});
});
