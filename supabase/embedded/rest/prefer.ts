import { RestError } from "./errors";

export type Preferences = {
  return: "minimal" | "representation" | "headers-only";
  count?: "exact" | "planned" | "estimated";
  resolution?: "merge-duplicates" | "ignore-duplicates";
  missing?: "default" | "null";
  handling?: "strict" | "lenient";
  maxAffected?: number;
  timezone?: string;
  /** As it is said back in Preference-Applied. */
  applied: string[];
};

const KNOWN: Record<string, string[]> = {
  return: ["minimal", "representation", "headers-only"],
  count: ["exact", "planned", "estimated"],
  resolution: ["merge-duplicates", "ignore-duplicates"],
  missing: ["default", "null"],
  handling: ["strict", "lenient"],
};

/** Unknown preferences are passed over, or refused with `handling=strict`. */
export function parsePrefer(header: string | undefined): Preferences {
  const preferences: Preferences = { return: "minimal", applied: [] };
  const unknown: string[] = [];
  for (const part of (header ?? "").split(",")) {
    const text = part.trim();
    if (text === "") continue;
    const [name = "", value = ""] = text.split("=", 2);
    if (KNOWN[name]?.includes(value)) Object.assign(preferences, { [name]: value });
    else if (name === "max-affected" && /^\d{1,9}$/.test(value)) preferences.maxAffected = Number(value);
    else if (name === "timezone" && /^[\w/+-]{1,64}$/.test(value)) preferences.timezone = value;
    else {
      if (name !== "tx") unknown.push(text);
      continue;
    }
    preferences.applied.push(text);
  }
  if (preferences.handling === "strict" && unknown.length > 0) {
    const message = "Invalid preferences given with handling=strict";
    throw new RestError(400, "PGRST122", message, `Invalid preferences: ${unknown.join(", ")}`);
  }
  return preferences;
}
