import type { NodeParameters, ParsedQuery } from "./ast";
import { parseError } from "./errors";
import { parseFilter, parseLogic } from "./parse-filter";
import { parseOrder, parseSelect } from "./parse-select";
import { Scanner } from "./scanner";

const emptyNode = (): NodeParameters => ({ conditions: [], order: [] });

/** Reads a whole query string; `isArgument` says which names are a function's arguments, not filters. */
export function parseQuery(search: URLSearchParams, isArgument: (name: string) => boolean): ParsedQuery {
  const query: ParsedQuery = { select: [], nodes: new Map([["", emptyNode()]]), parameters: [] };
  query.select = parseSelect(search.get("select") ?? "*");
  for (const [key, value] of search) {
    if (key === "select" || key === "apikey") continue;
    if (isArgument(key)) query.parameters.push([key, value]);
    else if (key === "columns") query.columns = names(value);
    else if (key === "on_conflict") query.onConflict = names(value);
    else addParameter(query.nodes, key, value);
  }
  return query;
}

function names(text: string): string[] | undefined {
  if (text === "") return undefined;
  const scanner = new Scanner(text, "columns parameter");
  const found: string[] = [];
  do found.push(scanner.name());
  while (scanner.eat(","));
  return scanner.isDone ? found : scanner.fail();
}

function addParameter(nodes: Map<string, NodeParameters>, key: string, value: string): void {
  const { path, word } = splitKey(key);
  const id = path.join(".");
  const node = nodes.get(id) ?? emptyNode();
  nodes.set(id, node);
  const logic = /^(not\.)?(and|or)$/.exec(word);
  if (logic) node.conditions.push(parseLogic(logic[2] as "and" | "or", Boolean(logic[1]), value));
  else if (word === "order") node.order.push(...parseOrder(value));
  else if (word === "limit") node.limit = wholeNumber("limit", value);
  else if (word === "offset") node.offset = wholeNumber("offset", value);
  else node.conditions.push(parseFilter(fieldOf(word), value));
}

function fieldOf(word: string) {
  const scanner = new Scanner(word, "filter");
  const field = scanner.field();
  return scanner.isDone ? field : scanner.fail();
}

/** `posts.comments.not.or` → path [posts, comments], word `not.or`. Dots inside quotes and JSON paths stay. */
function splitKey(key: string): { path: string[]; word: string } {
  const path: string[] = [];
  let rest = key;
  for (;;) {
    if (/^not\.(and|or)$/.test(rest)) return { path, word: rest };
    const scanner = new Scanner(rest, "filter");
    const name = scanner.name();
    if (!scanner.sees(".")) return { path, word: rest };
    path.push(name);
    rest = rest.slice(scanner.at + 1);
  }
}

function wholeNumber(what: string, value: string): number {
  if (!/^\d{1,15}$/.test(value))
    throw parseError(`${what} parameter (${value})`, "a whole number is expected");
  return Number(value);
}
