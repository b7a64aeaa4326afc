/** Puts what was watched, newest first, into its days (YYYY-MM-DD) in a time zone. */
export function byDay<Item extends { watchedAt: string }>(
  items: Item[],
  timeZone: string,
): { day: string; items: Item[] }[] {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const days = new Map<string, Item[]>();
  for (const item of items) {
    const day = format.format(new Date(item.watchedAt));
    const known = days.get(day);
    if (known) known.push(item);
    else days.set(day, [item]);
  }
  return [...days].map(([day, ofDay]) => ({ day, items: ofDay }));
}
