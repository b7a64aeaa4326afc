import type { Direction } from "@/lib/platform/remote/nearest";

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** Tizen, webOS and set-top boxes call the key that goes back by names of their own. */
const BACK_KEYS = new Set(["GoBack", "XF86Back", "BrowserBack"]);
const BACK_CODES = new Set([461, 10009]);

const TELEVISIONS =
  /\b(?:TV|SMART-TV|SmartTV|GoogleTV|AppleTV|HbbTV|NetCast|Web0S|webOS\.TV|Tizen|VIDAA|NETTV|BRAVIA|AFT[A-Z]{1,3}|CrKey|Roku)\b/i;

/** The direction of an arrow key that no modifier and no input method has a claim to. */
export function arrowOf(event: KeyboardEvent): Direction | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return null;
  return ARROWS[event.key] ?? null;
}

export const isBackKey = (event: KeyboardEvent, isTelevision: boolean) =>
  BACK_KEYS.has(event.key) || BACK_CODES.has(event.keyCode) || (isTelevision && event.key === "Escape");

export const isTelevision = (userAgent: string) => TELEVISIONS.test(userAgent);
