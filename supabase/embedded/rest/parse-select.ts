import type { OrderTerm, SelectItem } from "./ast";
import { RestError } from "./errors";
import { Scanner } from "./scanner";

const MAX_DEPTH = 12;

/** `id,title:name,posts!hint!inner(id,author(*)),data->>key::int` */
export function parseSelect(text: string): SelectItem[] {
  const scanner = new Scanner(text, "select parameter");
  if (scanner.isDone) return [];
  const items = selectItems(scanner, 0);
  return scanner.isDone ? items : scanner.fail();
}

function selectItems(scanner: Scanner, depth: number): SelectItem[] {
  if (depth > MAX_DEPTH) scanner.fail();
  const items: SelectItem[] = [];
  do items.push(selectItem(scanner, depth));
  while (scanner.eat(","));
  return items;
}

function selectItem(scanner: Scanner, depth: number): SelectItem {
  if (scanner.eat("...")) {
    const embed = afterName(scanner, scanner.name(), undefined, depth, true);
    return embed.kind === "embed" ? embed : scanner.fail();
  }
  if (scanner.eat("*")) return { kind: "column", field: { name: "*", path: [] } };
  let name = scanner.name();
  let alias: string | undefined;
  if (scanner.sees(":") && !scanner.sees("::")) {
    scanner.need(":");
    alias = name;
    name = scanner.name();
  }
  return afterName(scanner, name, alias, depth, false);
}

function afterName(
  scanner: Scanner,
  name: string,
  alias: string | undefined,
  depth: number,
  isSpread: boolean,
): SelectItem {
  let hint: string | undefined;
  let join: "left" | "inner" = "left";
  while (scanner.eat("!")) {
    const word = scanner.name();
    if (word === "inner" || word === "left") join = word;
    else hint = word;
  }
  if (scanner.sees("(") && !(name === "count" && scanner.sees("()"))) {
    scanner.need("(");
    const items = scanner.sees(")") ? [] : selectItems(scanner, depth + 1);
    scanner.need(")");
    return { kind: "embed", target: name, alias, hint, join, isSpread, items };
  }
  const path = scanner.jsonPath();
  if (scanner.sees("()") || scanner.match(/\.(?:sum|avg|min|max|count)\(\)/)) throw aggregatesRefused();
  const cast = scanner.eat("::") ? (scanner.match(/[\p{L}\p{N}_ ]+(?:\[\])?/u) ?? scanner.fail()) : undefined;
  return { kind: "column", field: { name, path }, alias, cast };
}

// A hosted project answers so unless its owner has switched them on.
function aggregatesRefused(): RestError {
  return new RestError(400, "PGRST123", "Use of aggregate functions is not allowed");
}

/** `created_at.desc.nullslast,director(name).asc` */
export function parseOrder(text: string): OrderTerm[] {
  const scanner = new Scanner(text, "order");
  const terms: OrderTerm[] = [];
  do terms.push(orderTerm(scanner));
  while (scanner.eat(","));
  return scanner.isDone ? terms : scanner.fail();
}

function orderTerm(scanner: Scanner): OrderTerm {
  let field = scanner.field();
  let relation: string | undefined;
  if (scanner.eat("(")) {
    relation = field.name;
    field = scanner.field();
    scanner.need(")");
  }
  const term: OrderTerm = { relation, field };
  if (scanner.match(/\.asc(?!\p{L})/u)) term.direction = "asc";
  else if (scanner.match(/\.desc(?!\p{L})/u)) term.direction = "desc";
  if (scanner.eat(".nullsfirst")) term.nulls = "first";
  else if (scanner.eat(".nullslast")) term.nulls = "last";
  return term;
}
