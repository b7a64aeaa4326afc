import { setReminder } from "@/lib/catalogue/reminders/mutations";
import { reminderParams } from "@/lib/catalogue/reminders/schema";
import { viewerRoute } from "@/lib/platform/http/routes";

export const POST = viewerRoute({ params: reminderParams }, async ({ ctx, params }) => {
  await setReminder(ctx, params.movieId, true);
  return Response.json({ isWanted: true }, { status: 201 });
});

export const DELETE = viewerRoute({ params: reminderParams }, async ({ ctx, params }) => {
  await setReminder(ctx, params.movieId, false);
  return Response.json({ isWanted: false });
});
