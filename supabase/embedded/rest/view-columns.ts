export type Origin = { relation: number; number: number };

/**
 * Which column of which relation each column of a view shows, read from the view's stored parse tree. Expressions
 * have no origin. Only the outermost query's target list counts: its entries lie two braces deep.
 */
export function originsOfView(parseTree: string): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  let depth = 0;
  let entry: string | null = null;
  for (let at = 0; at < parseTree.length; at++) {
    const character = parseTree[at];
    if (character === "\\") {
      if (entry !== null && depth === 2) entry += parseTree.slice(at, at + 2);
      at++;
    } else if (character === "{") {
      depth++;
      if (depth === 2 && parseTree.startsWith("{TARGETENTRY", at)) entry = "";
    } else if (character === "}") {
      if (depth === 2 && entry !== null) {
        addOrigin(origins, entry);
        entry = null;
      }
      depth--;
    } else if (entry !== null && depth === 2) entry += character;
  }
  return origins;
}

function addOrigin(origins: Map<string, Origin>, entry: string): void {
  const found = /:resname ((?:\\.|\S)+).*:resorigtbl (\d+) :resorigcol (\d+) :resjunk false/s.exec(entry);
  if (!found?.[1] || found[2] === "0") return;
  const name = found[1].replace(/\\(.)/g, "$1");
  origins.set(name, { relation: Number(found[2]), number: Number(found[3]) });
}
