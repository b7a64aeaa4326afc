import { z } from "zod";
import {
  LINE_BACKGROUNDS,
  LINE_COLORS,
  LINE_SIZES,
  LONGEST_DELAY_SECONDS,
  PLAIN_STYLE,
  type PlaybackPreferences,
  SEGMENT_CHOICES,
} from "@/lib/playback/preferences/choices";

const language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

const delay = z.coerce.number().min(-LONGEST_DELAY_SECONDS).max(LONGEST_DELAY_SECONDS);

const style = z.object({
  size: z.enum(LINE_SIZES),
  color: z.enum(LINE_COLORS),
  background: z.enum(LINE_BACKGROUNDS),
  delaySeconds: delay,
});

/** What the player's menus change, one or more at a time. */
export const preferencesChange = z
  .strictObject({
    autoplayNext: z.boolean(),
    autoplayPreviews: z.boolean(),
    intro: z.enum(SEGMENT_CHOICES),
    recap: z.enum(SEGMENT_CHOICES),
    credits: z.enum(SEGMENT_CHOICES),
    wantsSubtitles: z.boolean(),
    subtitleLanguage: language,
    audioLanguage: language,
    subtitleStyle: style,
    dataSaver: z.boolean(),
  })
  .partial();

/** A checkbox of a form is "on" or absent. */
const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** What the settings page sends: everything on it. */
export const preferencesForm = z.object({
  autoplayNext: checkbox,
  autoplayPreviews: checkbox,
  dataSaver: checkbox,
  intro: z.enum(SEGMENT_CHOICES),
  recap: z.enum(SEGMENT_CHOICES),
  credits: z.enum(SEGMENT_CHOICES),
  ...style.shape,
});

/** The household can write into the style past our server: what is unknown there counts as plain. */
const storedStyle = z.object({
  size: z.enum(LINE_SIZES).catch(PLAIN_STYLE.size),
  color: z.enum(LINE_COLORS).catch(PLAIN_STYLE.color),
  background: z.enum(LINE_BACKGROUNDS).catch(PLAIN_STYLE.background),
  delaySeconds: delay.catch(PLAIN_STYLE.delaySeconds),
});

/** A viewer's columns as they are stored. */
export const preferencesRow = z
  .object({
    autoplay_next: z.boolean(),
    autoplay_previews: z.boolean(),
    intro_choice: z.enum(SEGMENT_CHOICES),
    recap_choice: z.enum(SEGMENT_CHOICES),
    credits_choice: z.enum(SEGMENT_CHOICES),
    wants_subtitles: z.boolean().nullable(),
    subtitle_language: z.string().nullable(),
    audio_language: z.string().nullable(),
    subtitle_style: storedStyle,
    data_saver: z.boolean(),
  })
  .transform(
    (row): PlaybackPreferences => ({
      autoplayNext: row.autoplay_next,
      autoplayPreviews: row.autoplay_previews,
      intro: row.intro_choice,
      recap: row.recap_choice,
      credits: row.credits_choice,
      wantsSubtitles: row.wants_subtitles,
      subtitleLanguage: row.subtitle_language,
      audioLanguage: row.audio_language,
      subtitleStyle: row.subtitle_style,
      dataSaver: row.data_saver,
    }),
  );

export type PreferencesChange = z.output<typeof preferencesChange>;
export type PreferencesForm = z.output<typeof preferencesForm>;
