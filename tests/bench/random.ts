/** Numbers from 0 to 1, the same ones for the same seed (mulberry32, Tommy Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws by Zipf's law: the n-th of a list comes 1/n as often as the first. */
export function zipfPicker<Item>(items: readonly Item[], random: () => number): () => Item {
  const weights: number[] = [];
  let total = 0;
  for (const [index] of items.entries()) {
    total += 1 / (index + 1);
    weights.push(total);
  }
  return () => {
    const drawn = random() * total;
    const place = weights.findIndex((weight) => weight >= drawn);
    const item = items[place];
    if (item === undefined) throw new Error("There is nothing to draw from.");
    return item;
  };
}

/** In another order, by Fisher and Yates. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items];
  const order: Item[] = [];
  while (left.length > 0) order.push(...left.splice(Math.floor(random() * left.length), 1));
  return order;
}
