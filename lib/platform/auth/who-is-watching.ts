import type { Household } from "@/lib/platform/auth/household";

/** Whether a browser session begins with the question who is watching: of several, or of one with a PIN. */
export function asksWhoIsWatching({ viewers }: Pick<Household, "viewers">): boolean {
  return viewers.length > 1 || viewers.some(({ hasPin }) => hasPin);
}
