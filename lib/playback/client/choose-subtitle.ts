import { bestLanguage } from "@/lib/playback/language";
import type { PlaybackPreferences } from "@/lib/playback/preferences/choices";
import type { SubtitleChoice } from "@/lib/playback/schema";

type Wish = Pick<PlaybackPreferences, "wantsSubtitles" | "subtitleLanguage">;

/** The lines to begin with, by what the viewer chose last: theirs, else the film's default, else none. */
export function chooseSubtitle(subtitles: SubtitleChoice[], wish: Wish): SubtitleChoice | null {
  if (wish.wantsSubtitles === false) return null;
  const languages = subtitles.map(({ language }) => language);
  const own = subtitles[bestLanguage(languages, wish.subtitleLanguage)];
  return own ?? subtitles.find(({ isDefault }) => isDefault) ?? null;
}

/** What the key for subtitles turns on: the lines of last time, else in the language of the site, else the first. */
export function subtitleToShow(
  subtitles: SubtitleChoice[],
  lastLanguage: string | null,
  locale: string,
): SubtitleChoice | null {
  const languages = subtitles.map(({ language }) => language);
  const found = [lastLanguage, locale].map((wanted) => bestLanguage(languages, wanted)).find((at) => at >= 0);
  return subtitles[found ?? 0] ?? null;
}
