import { formDone } from "@/lib/platform/http/forms";
import { viewerRoute } from "@/lib/platform/http/routes";
import { preferencesChange, preferencesForm } from "@/lib/playback/preferences/schema";
import { fromForm, savePreferences } from "@/lib/playback/preferences/store";

export const PATCH = viewerRoute({ body: preferencesChange }, async ({ ctx, body }) => {
  await savePreferences(ctx, body);
  return new Response(null, { status: 204 });
});

/** The settings page, with or without JavaScript. */
export const POST = viewerRoute({ body: preferencesForm }, async (input) => {
  await savePreferences(input.ctx, fromForm(input.body));
  return formDone(input, { notice: "playback.settings.saved" });
});
