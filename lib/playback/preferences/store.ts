import "server-only";
import { forgetHousehold } from "@/lib/platform/auth/household";
import type { ViewerContext } from "@/lib/platform/auth/types";
import { fromPostgrest } from "@/lib/platform/errors";
import type { PlaybackPreferences } from "@/lib/playback/preferences/choices";
import {
  type PreferencesChange,
  type PreferencesForm,
  preferencesRow,
} from "@/lib/playback/preferences/schema";

const COLUMNS =
  "autoplay_next, autoplay_previews, intro_choice, recap_choice, credits_choice, wants_subtitles, " +
  "subtitle_language, audio_language, subtitle_style, data_saver";

/** How the active viewer watches. */
export async function getPreferences({ db, viewer }: ViewerContext): Promise<PlaybackPreferences> {
  const { data, error } = await db
    .from("viewer_profiles")
    .select(COLUMNS)
    .eq("id", viewer.profileId)
    .single();
  if (error) throw fromPostgrest(error);
  return preferencesRow.parse(data);
}

/** Keeps what changed, and only for who is watching: a household shares its token, not its habits. */
export async function savePreferences(
  { db, user, viewer }: ViewerContext,
  change: PreferencesChange,
): Promise<void> {
  const row = toRow(change);
  if (Object.keys(row).length === 0) return;
  const { error } = await db
    .from("viewer_profiles")
    .update(row)
    .eq("id", viewer.profileId)
    .eq("user_id", user.id);
  if (error) throw fromPostgrest(error);
  // It says whether previews may move.
  await forgetHousehold(user.id);
}

/** The form's fields lie flat. */
export function fromForm({
  size,
  color,
  background,
  delaySeconds,
  ...others
}: PreferencesForm): PreferencesChange {
  return { ...others, subtitleStyle: { size, color, background, delaySeconds } };
}

/** What was not said is left out of the request, and so left alone. */
function toRow(change: PreferencesChange) {
  return {
    ...(change.autoplayNext !== undefined && { autoplay_next: change.autoplayNext }),
    ...(change.autoplayPreviews !== undefined && { autoplay_previews: change.autoplayPreviews }),
    ...(change.intro && { intro_choice: change.intro }),
    ...(change.recap && { recap_choice: change.recap }),
    ...(change.credits && { credits_choice: change.credits }),
    ...(change.wantsSubtitles !== undefined && { wants_subtitles: change.wantsSubtitles }),
    ...(change.subtitleLanguage && { subtitle_language: change.subtitleLanguage }),
    ...(change.audioLanguage && { audio_language: change.audioLanguage }),
    ...(change.subtitleStyle && { subtitle_style: change.subtitleStyle }),
    ...(change.dataSaver !== undefined && { data_saver: change.dataSaver }),
  };
}
