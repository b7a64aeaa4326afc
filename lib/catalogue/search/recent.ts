// Without a schema: the field that remembers is on every page, and a parser would weigh more than all of search.
const MOST = 8;
const LONGEST = 100;

/** By viewer: what somebody looked for is nothing for the others of a household. It never leaves this device. */
const keyOf = (viewerId: string | null) => `cineverse-searches:${viewerId ?? "visitor"}`;

/** Newest first, at most 8. Empty where the browser keeps nothing. */
export function recentSearches(viewerId: string | null): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(viewerId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isQuery).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(viewerId: string | null, query: string): void {
  const asked = query.trim().slice(0, LONGEST);
  if (asked === "") return;
  const others = without(recentSearches(viewerId), asked);
  write(viewerId, [asked, ...others].slice(0, MOST));
}

export function forgetSearch(viewerId: string | null, query: string): string[] {
  return write(viewerId, without(recentSearches(viewerId), query));
}

export function forgetSearches(viewerId: string | null): string[] {
  return write(viewerId, []);
}

function isQuery(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= LONGEST;
}

function without(queries: string[], query: string): string[] {
  return queries.filter((other) => other.toLowerCase() !== query.toLowerCase());
}

function write(viewerId: string | null, queries: string[]): string[] {
  try {
    if (queries.length === 0) localStorage.removeItem(keyOf(viewerId));
    else localStorage.setItem(keyOf(viewerId), JSON.stringify(queries));
  } catch {
    // Full or forbidden: then nothing is remembered.
  }
  return queries;
}
