import { viewerSchema } from "@/lib/accounts/schema";
import { keepChoice } from "@/lib/accounts/viewers/choose";
import { addViewer } from "@/lib/accounts/viewers/manage";
import { userRoute } from "@/lib/platform/http/routes";

export const POST = userRoute({ body: viewerSchema, idempotent: true }, async ({ ctx, cookies, body }) => {
  const added = await addViewer(ctx, body);
  await keepChoice(ctx, cookies);
  return Response.json(added, { status: 201 });
});
