import { finishEnrolmentSchema } from "@/lib/accounts/schema";
import { finishEnrolment } from "@/lib/accounts/second-step/enrol";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: finishEnrolmentSchema }, async ({ ctx, cookies, body }) =>
  Response.json(await finishEnrolment(ctx, cookies, body)),
);
