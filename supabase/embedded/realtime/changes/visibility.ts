import { becomeSubscriber, type Database, quoteIdentifier } from "../database";
import type { Identity } from "../identity";
import type { Tuple } from "./change";
import { type Condition, conditionSql } from "./condition";
import { imageJson, qualifiedName } from "./images";
import type { PreparedChange } from "./payload";
import type { Table } from "./tables";

/** For each change the subscriber may see: which of the conditions hold for it. */
export type Verdicts = Map<PreparedChange, boolean[]>;

export function tupleOf({ change }: PreparedChange): Tuple {
  return change.after ?? change.before ?? {};
}

/**
 * Puts the rows to the table's own policies, under the subscriber's role and claims: one query for all of them.
 *
 * The policies are applied to the rows as the log has them and not to the table's rows of this moment. So a row that
 * was deleted since is still decided rightly, and one that has become visible since does not show what it was.
 */
export async function decideInDatabase(
  database: Database,
  identity: Identity,
  table: Table,
  changes: PreparedChange[],
  conditions: Condition[],
): Promise<Verdicts> {
  const policy = policyFor(table, identity.role);
  const rows = changes.map((change) => {
    const isFree = change.change.action === "DELETE" || policy === "true";
    return `{"image":${imageJson(tupleOf(change), table)},"free":${isFree}}`;
  });
  const parameters = [`[${rows.join(",")}]`];
  const alias = quoteIdentifier(table.name);
  const tests = conditions.map((condition) => {
    const sql = conditionSql(condition, alias, (value) => `$${parameters.push(value)}`);
    return `coalesce(${sql}, false)`;
  });
  // Names that no policy can mean: its unqualified columns must resolve to the row's.
  const query = `
    select "__position" as position, jsonb_build_array(${tests.join(", ")}) as holds
    from jsonb_array_elements(($1::text)::jsonb) with ordinality as "__given" ("__row", "__position")
    cross join lateral jsonb_populate_record(null::${qualifiedName(table)}, "__row" -> 'image') as ${alias}
    where case when ("__row" ->> 'free')::boolean then true else (${policy}) end`;

  const found = await database.begin(async (tx) => {
    const [, answer] = await Promise.all([becomeSubscriber(tx, identity), tx.unsafe(query, parameters)]);
    return answer;
  });
  const verdicts: Verdicts = new Map();
  for (const { position, holds } of found) {
    const change = changes[Number(position) - 1];
    if (change) verdicts.set(change, holds);
  }
  return verdicts;
}

function policyFor(table: Table, role: string): string {
  const access = table.access.get(role);
  if (!access) return "false";
  return access.isOpen ? "true" : (access.policy ?? "false");
}
