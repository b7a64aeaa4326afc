import type { Outcome, Transaction } from "../../fixtures/database";
import type { World } from "../world";
import type { TableAccess } from "./table-access";

type Values = Record<string, string>;

/** No row within reach, or no privilege. */
export const REFUSALS = [undefined, "42501"];

export function matching(tx: Transaction, values: Values) {
  return Object.entries(values).reduce(
    (condition, [column, value]) => tx`${condition} and ${tx(column)} = ${value}`,
    tx`true`,
  );
}

/** Puts the row there that everybody tries, and answers how to find it. */
export async function place(
  tx: Transaction,
  table: string,
  access: TableAccess,
  world: World,
): Promise<Values> {
  if (access.existing) return access.existing(world) as Values;
  const [row] = await tx`insert into ${tx(`public.${table}`)} ${tx(access.row(world) as Values)} returning *`;
  return (row?.id ? { id: row.id } : { key: row?.key }) as Values;
}

/** Says what is wrong with an outcome, or nothing. */
export function judge(outcome: Outcome, isMeantTo: boolean): string | undefined {
  if (isMeantTo) return outcome.rows === 1 ? undefined : `should work: ${JSON.stringify(outcome)}`;
  const isRefused = outcome.rows === 0 && REFUSALS.includes(outcome.refused);
  return isRefused ? undefined : `should be refused: ${JSON.stringify(outcome)}`;
}
