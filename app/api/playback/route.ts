import { describeDevice } from "@/lib/accounts";
import { viewerRoute } from "@/lib/platform/http/routes";
import { startBody } from "@/lib/playback/schema";
import { startPlayback } from "@/lib/playback/start";

export const POST = viewerRoute({ body: startBody }, async ({ ctx, body, request }) => {
  const device = describeDevice(request.headers.get("user-agent") ?? "");
  return Response.json(await startPlayback(ctx, body, device), { status: 201 });
});
