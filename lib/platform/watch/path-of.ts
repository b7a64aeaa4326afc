/** The address of another screen is its key (docs/decisions/0061). */
const KEYS = /^(\/api\/playback\/receiver\/)[^/]+/;
const LONGEST = 300;

/** Where a request went, without what was asked for there and without what opens anything. */
export function pathOf(address: string): string {
  const path = address.split(/[?#]/, 1)[0] ?? "";
  return path.replace(KEYS, "$1[key]").slice(0, LONGEST);
}
