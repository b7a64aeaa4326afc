import { activeViewerSchema } from "@/lib/accounts/schema";
import { chooseViewer } from "@/lib/accounts/viewers/choose";
import { safeNextPath } from "@/lib/platform/auth/gates";
import { formDone } from "@/lib/platform/http/forms";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: activeViewerSchema }, async (input) => {
  await chooseViewer(input.ctx, input.cookies, input.body);
  return formDone(input, { next: safeNextPath(input.body.next) });
});
