import { applyWrites } from "@/lib/library/mutations";
import { writesBody } from "@/lib/library/writes";
import { viewerRoute } from "@/lib/platform/http/routes";

export const POST = viewerRoute({ body: writesBody }, async ({ ctx, body }) =>
  Response.json({ answers: await applyWrites(ctx, body), serverTime: Date.now() }),
);
