// Filters of postgres_changes: `column=[not.]operator.value`, several joined by commas, all of which must hold.
import { MAX_FILTER_CONDITIONS, MAX_IN_VALUES } from "../limits";

export type Operator = (typeof OPERATORS)[number];
export type ParsedCondition = { column: string; operator: Operator; negate: boolean; values: string[] };

const OPERATORS = [
  ...["eq", "neq", "lt", "lte", "gt", "gte", "in"],
  ...["like", "ilike", "is", "match", "imatch", "isdistinct"],
] as const;

export class InvalidFilter extends Error {}

export function parseFilter(text: string): ParsedCondition[] {
  if (text.trim() === "") return [];
  const conditions = splitOutsideQuotes(text).map(parseCondition);
  if (conditions.length > MAX_FILTER_CONDITIONS) throw new InvalidFilter("too many conditions in filter");
  return conditions;
}

function parseCondition(text: string): ParsedCondition {
  const found = /^\s*([^=]+?)=(not\.)?([a-z]+)\.(.*)$/s.exec(text);
  const [, column = "", not, name = "", value = ""] = found ?? [];
  const operator = OPERATORS.find((known) => known === name);
  if (!found || !operator) throw new InvalidFilter(`unable to parse filter ${text}`);
  const values = operator === "in" ? parseList(value) : [unquote(value)];
  return { column, operator, negate: not !== undefined, values };
}

function parseList(text: string): string[] {
  const inner = /^\((.*)\)$/s.exec(text)?.[1];
  if (inner === undefined) throw new InvalidFilter("the values of an `in` filter belong in parentheses");
  const values = splitOutsideQuotes(inner).map(unquote);
  if (values.length > MAX_IN_VALUES) {
    throw new InvalidFilter(`too many values for \`in\` filter. Maximum ${MAX_IN_VALUES}`);
  }
  return values;
}

/** Splits on commas that are neither in double quotes nor in parentheses. */
function splitOutsideQuotes(text: string): string[] {
  const parts = [""];
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    let piece = text.charAt(index);
    if (isQuoted && piece === "\\") piece += text.charAt(++index);
    else if (piece === '"') isQuoted = !isQuoted;
    else if (!isQuoted && piece === "(") depth += 1;
    else if (!isQuoted && piece === ")") depth -= 1;
    if (piece === "," && !isQuoted && depth <= 0) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

function unquote(text: string): string {
  const quoted = /^"(.*)"$/s.exec(text)?.[1];
  return quoted === undefined ? text : quoted.replace(/\\(.)/gs, "$1");
}
