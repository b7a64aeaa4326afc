/** The first that fits wins: Edge and Opera call themselves Chrome as well, and Chrome calls itself Safari. */
const BROWSERS: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

const pick = (families: [RegExp, string][], userAgent: string) =>
  families.find(([pattern]) => pattern.test(userAgent))?.[1];

/** The families of a browser and of what it runs on, as far as the user agent says them. */
export function deviceFamilies(userAgent: string): { browser: string | null; system: string | null } {
  return { browser: pick(BROWSERS, userAgent) ?? null, system: pick(SYSTEMS, userAgent) ?? null };
}

/** Families only, such as "Firefox · Windows": enough to recognise a device, too little to follow one. */
export function describeDevice(userAgent: string): string {
  const { browser, system } = deviceFamilies(userAgent);
  const parts = [browser, system].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : "Unknown";
}

/** An iPad that asks for desktop pages is a computer to everybody who reads user agents. */
export function deviceKind(userAgent: string): "phone" | "tablet" | "computer" {
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(userAgent)) return "tablet";
  return /Mobi|iPhone/.test(userAgent) ? "phone" : "computer";
}
