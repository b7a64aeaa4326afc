import { RestError } from "./errors";
import { MAX_ROWS, type ReadNode } from "./plan";
import type { Preferences } from "./prefer";
import { Parameters } from "./sql-fragments";
import { countSql } from "./sql-read";
import type { Row } from "./transaction";

export type Page = { limit?: number; offset: number };

/** The smaller of what `limit`/`offset` and the Range header ask for. */
export function pageOf(node: ReadNode, range: string | undefined): Page {
  const found = /^(?:items=)?(\d{1,15})-(\d{0,15})$/.exec(range ?? "");
  if (!found?.[1]) return { limit: node.limit, offset: node.offset ?? 0 };
  const first = Number(found[1]);
  if (found[2] === "") return { limit: node.limit, offset: (node.offset ?? 0) + first };
  const length = Number(found[2]) - first + 1;
  if (length < 1) {
    const details =
      "The lower boundary must be lower than or equal to the upper boundary in the Range header.";
    throw new RestError(416, "PGRST103", "Requested range not satisfiable", details);
  }
  return { limit: Math.min(node.limit ?? length, length), offset: (node.offset ?? 0) + first };
}

type Run = (text: string, values: string[]) => Promise<Row>;

export async function countTotal(
  run: Run,
  node: ReadNode,
  source: string,
  mode: Preferences["count"],
): Promise<number | null> {
  if (!mode) return null;
  const parameters = new Parameters();
  if (mode === "exact") {
    return Number((await run(countSql(node, source, parameters), parameters.values)).count);
  }
  if (mode === "estimated") {
    const counted = await run(countSql(node, source, parameters, MAX_ROWS + 1), parameters.values);
    if (Number(counted.count) <= MAX_ROWS) return Number(counted.count);
  }
  const planned = new Parameters();
  // The planner's guess is for the counted rows, one step below the count itself.
  const plan = await run(`explain (format json) ${countSql(node, source, planned)}`, planned.values);
  const [top] = JSON.parse(plan["QUERY PLAN"] ?? "[]") as [{ Plan: { Plans?: { "Plan Rows": number }[] } }];
  return top.Plan.Plans?.[0]?.["Plan Rows"] ?? 0;
}
