import type { Condition, Field, Filter, Logic } from "./ast";
import { parseError } from "./errors";
import { Scanner } from "./scanner";

const OPERATORS =
  /^(eq|neq|gte|gt|lte|lt|like|ilike|match|imatch|in|isdistinct|is|fts|plfts|phfts|wfts|cs|cd|ov|sl|sr|nxr|nxl|adj)(?:\(([^)]*)\))?$/;
const QUANTIFIED = new Set(["eq", "gte", "gt", "lte", "lt", "like", "ilike", "match", "imatch"]);
const MAX_DEPTH = 20;

/** The value of `column=not.in.(a,b)`: everything after the operator is taken as it stands. */
export function parseFilter(field: Field, text: string): Filter {
  const scanner = new Scanner(text, "filter");
  const head = operation(scanner);
  const rest = text.slice(scanner.at);
  if (head.operator === "in") {
    const list = new Scanner(rest, "filter");
    const value = listValue(list);
    if (!list.isDone) list.fail();
    return { kind: "filter", field, ...head, value };
  }
  return { kind: "filter", field, ...head, value: rest };
}

/** The value of `or=(a.eq.1,not.and(b.gt.2,c.is.null))`. */
export function parseLogic(operator: "and" | "or", isNegated: boolean, text: string): Logic {
  const scanner = new Scanner(text, "logic tree");
  const logic = logicGroup(scanner, operator, isNegated, 0);
  return scanner.isDone ? logic : scanner.fail();
}

function logicGroup(scanner: Scanner, operator: "and" | "or", isNegated: boolean, depth: number): Logic {
  if (depth > MAX_DEPTH) scanner.fail();
  const conditions: Condition[] = [];
  scanner.need("(");
  do conditions.push(logicMember(scanner, depth));
  while (scanner.eat(","));
  scanner.need(")");
  return { kind: "logic", operator, isNegated, conditions };
}

function logicMember(scanner: Scanner, depth: number): Condition {
  const group = scanner.match(/(?:not\.)?(?:and|or)(?=\()/);
  if (group)
    return logicGroup(scanner, group.endsWith("or") ? "or" : "and", group.startsWith("not."), depth + 1);
  const field = scanner.field();
  scanner.need(".");
  const head = operation(scanner);
  const value = head.operator === "in" ? listValue(scanner) : memberValue(scanner);
  return { kind: "filter", field, ...head, value };
}

function operation(scanner: Scanner): Pick<Filter, "operator" | "isNegated" | "quantifier" | "language"> {
  const isNegated = scanner.eat("not.");
  const word = scanner.match(/[a-z]+(?:\([^)]*\))?(?=\.)/);
  const found = word ? OPERATORS.exec(word) : null;
  if (!found?.[1]) throw parseError(`filter (${scanner.text})`, "unknown operator");
  scanner.need(".");
  const [, operator, argument] = found;
  if (argument === undefined) return { operator, isNegated };
  if (/fts$/.test(operator)) return { operator, isNegated, language: argument };
  if (QUANTIFIED.has(operator) && (argument === "any" || argument === "all")) {
    return { operator, isNegated, quantifier: argument };
  }
  return scanner.fail();
}

function listValue(scanner: Scanner): string[] {
  scanner.need("(");
  const members: string[] = [];
  if (scanner.eat(")")) return members;
  do members.push(scanner.sees('"') ? scanner.quoted() : (scanner.match(/[^,)]*/) ?? ""));
  while (scanner.eat(","));
  scanner.need(")");
  return members;
}

function memberValue(scanner: Scanner): string {
  if (scanner.sees('"')) return scanner.quoted();
  if (scanner.sees("{")) return bracedValue(scanner);
  return scanner.match(/[^,)]*/) ?? "";
}

/** An array or JSON literal keeps its commas: it ends with its own brace. */
function bracedValue(scanner: Scanner): string {
  const start = scanner.at;
  let depth = 0;
  let isQuoted = false;
  for (; !scanner.isDone; scanner.at++) {
    const character = scanner.text[scanner.at];
    if (character === "\\") scanner.at++;
    else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) {
      scanner.at++;
      return scanner.text.slice(start, scanner.at);
    }
  }
  return scanner.fail();
}
