import { addTranslation, setLanguage } from "media-chrome/dist/utils/i18n.js";

/** What the ranges of media-chrome say to screen readers; our own buttons carry our own words. */
const VIETNAMESE = {
  seek: "vị trí",
  volume: "âm lượng",
  "video player": "trình phát video",
  "media loading": "đang tải",
  hour: "giờ",
  hours: "giờ",
  minute: "phút",
  minutes: "phút",
  second: "giây",
  seconds: "giây",
  "{time} remaining": "còn {time}",
  "{currentTime} of {totalTime}": "{currentTime} trên {totalTime}",
  "video not loaded, unknown time.": "video chưa tải, chưa biết thời gian.",
};

type Dictionary = Parameters<typeof addTranslation>[1];
addTranslation("vi", VIETNAMESE as unknown as Dictionary);

/** What a dictionary lacks is said in English. */
export function speakLanguage(locale: string): void {
  if (typeof document !== "undefined") setLanguage(locale);
}

// The ranges draw themselves as soon as media-chrome is loaded, before anything of ours runs.
if (typeof document !== "undefined") speakLanguage(document.documentElement.lang);
