import { quoteIdentifier } from "../database";
import type { Tuple } from "./change";
import type { ParsedCondition } from "./filter";
import { InvalidFilter } from "./filter";

/**
 * A condition ready to be checked. `exact` holds the values in the log's text form where equal values have equal
 * texts; such conditions are decided here, all others are put to the database.
 */
export type Condition = ParsedCondition & { type: string; exact: string[] | null };

const COMPARISONS: { [operator: string]: string } = {
  eq: "=",
  neq: "<>",
  lt: "<",
  lte: "<=",
  gt: ">",
  gte: ">=",
  like: "like",
  ilike: "ilike",
  match: "~",
  imatch: "~*",
};

/** Operators whose cost a client decides by its pattern. */
const PATTERNS = new Set(["like", "ilike", "match", "imatch"]);

export function isPattern(condition: Condition): boolean {
  return PATTERNS.has(condition.operator);
}

/**
 * True or false, or null where only the database can tell. As in SQL a comparison with null does not hold, negated
 * or not; neither does a condition on a column that the change does not carry.
 */
export function decide({ column, operator, negate, values, exact }: Condition, tuple: Tuple): boolean | null {
  if (!Object.hasOwn(tuple, column)) return false;
  const value = tuple[column] ?? null;
  if (operator === "is") return isKeyword(value, values[0]) !== negate;
  if (!exact) return null;
  if (operator === "isdistinct") return (value !== exact[0]) !== negate;
  if (value === null) return false;
  if (operator === "eq" || operator === "in") return exact.includes(value) !== negate;
  return operator === "neq" ? (value !== exact[0]) !== negate : null;
}

function isKeyword(value: string | null, keyword: string | undefined): boolean {
  if (keyword === "null" || keyword === "unknown") return value === null;
  return value === (keyword === "true" ? "t" : "f");
}

/** The condition as SQL on the row `alias`; `parameter` takes a value and gives its placeholder. */
export function conditionSql(
  condition: Condition,
  alias: string,
  parameter: (value: string) => string,
): string {
  const { column, operator, negate, values, type } = condition;
  const left = `${alias}.${quoteIdentifier(column)}`;
  const cast = (value: string) => `(${parameter(value)}::text)::${type}`;
  const [first = ""] = values;
  if (operator === "is") {
    if (!["null", "true", "false", "unknown"].includes(first)) {
      throw new InvalidFilter("invalid value for is filter: must be null, true, false, or unknown");
    }
    return `${left} is ${negate ? "not " : ""}${first}`;
  }
  if (operator === "isdistinct") return `${left} is ${negate ? "not " : ""}distinct from ${cast(first)}`;
  const test =
    operator === "in"
      ? `${left} in (${values.map(cast).join(", ")})`
      : `${left} ${COMPARISONS[operator]} ${cast(first)}`;
  return negate ? `not (${test})` : test;
}
