/** A list that is the same for everybody, without what this viewer is not interested in. */
export function withoutHidden<Item extends { id: string }>(items: Item[], hiddenIds: string[]): Item[] {
  if (hiddenIds.length === 0) return items;
  const hidden = new Set(hiddenIds);
  return items.filter(({ id }) => !hidden.has(id));
}
