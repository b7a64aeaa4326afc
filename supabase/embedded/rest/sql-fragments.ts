import type { Condition, Field, Filter, OrderTerm } from "./ast";
import { RestError } from "./errors";
import type { ReadNode } from "./plan";
import type { Relation } from "./schema";

/** Collects a statement's parameters. All go as text of no stated type: Postgres takes the type from the context. */
export class Parameters {
  readonly values: string[] = [];
  add(value: string): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export const identifier = (name: string): string => `"${name.replaceAll("\0", "").replaceAll('"', '""')}"`;

export const literal = (text: string): string => {
  const clean = text.replaceAll("\0", "").replaceAll("'", "''");
  return clean.includes("\\") ? `E'${clean.replaceAll("\\", "\\\\")}'` : `'${clean}'`;
};

export const qualified = (relation: { schema: string; name: string }): string =>
  `${identifier(relation.schema)}.${identifier(relation.name)}`;

/** A column, or a place inside its JSON. Other types are seen as JSON, so that composites and arrays work. */
export function fieldSql(alias: string, field: Field, relation: Relation | undefined): string {
  if (relation) requireColumn(relation, field.name);
  const column = `${identifier(alias)}.${identifier(field.name)}`;
  if (field.path.length === 0) return column;
  const base = relation?.columns.get(field.name)?.isJson ? column : `to_jsonb(${column})`;
  return base + field.path.map(({ arrow, key, isIndex }) => arrow + (isIndex ? key : literal(key))).join("");
}

/**
 * Postgres reads `row.name` as a call of any function that takes the row when there is no such column: `json_agg` would
 * make one row of a whole table, past the limit of rows. Only `count` is asked for in this way.
 */
function requireColumn(relation: Relation, name: string): void {
  if (relation.columns.has(name) || relation.computed.has(name) || name === "count") return;
  throw new RestError(400, "42703", `column ${relation.name}.${name} does not exist`);
}

const SIMPLE: Record<string, string> = {
  eq: "=",
  neq: "<>",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
  like: "like",
  ilike: "ilike",
  match: "~",
  imatch: "~*",
  isdistinct: "is distinct from",
  cs: "@>",
  cd: "<@",
  ov: "&&",
  sl: "<<",
  sr: ">>",
  nxr: "&<",
  nxl: "&>",
  adj: "-|-",
};
const SEARCH: Record<string, string> = {
  fts: "to_tsquery",
  plfts: "plainto_tsquery",
  phfts: "phraseto_tsquery",
  wfts: "websearch_to_tsquery",
};
const IS = new Map([
  ["null", "is null"],
  ["not_null", "is not null"],
  ["true", "is true"],
  ["false", "is false"],
  ["unknown", "is unknown"],
]);

export function conditionSql(node: ReadNode, condition: Condition, parameters: Parameters): string {
  if (condition.kind === "filter") return filterSql(node, condition, parameters);
  const parts = condition.conditions.map((part) => conditionSql(node, part, parameters));
  const joined = `(${parts.join(` ${condition.operator} `)})`;
  return condition.isNegated ? `not ${joined}` : joined;
}

function filterSql(node: ReadNode, filter: Filter, parameters: Parameters): string {
  const embed = embedOfFilter(node, filter);
  const column = embed
    ? `${identifier(embed.lateral)}."data"`
    : fieldSql(node.alias, filter.field, node.relation);
  const test = `${column} ${testSql(filter, parameters)}`;
  return filter.isNegated ? `not (${test})` : test;
}

/** `posts=is.null` asks whether an embed came out empty. */
export function embedOfFilter(node: ReadNode, filter: Filter) {
  const embed = node.embeds.find(({ name }) => name === filter.field.name);
  if (!embed || filter.field.path.length > 0) return undefined;
  if (filter.operator !== "is" || filter.value !== "null") {
    throw new RestError(
      400,
      "PGRST120",
      `Only is null or not is null filters are allowed on embedded resources`,
    );
  }
  return embed;
}

function testSql(filter: Filter, parameters: Parameters): string {
  const { operator, quantifier, language } = filter;
  if (Array.isArray(filter.value)) return `= any(${parameters.add(arrayLiteral(filter.value))})`;
  if (operator === "is") {
    const test = IS.get(filter.value.toLowerCase());
    if (!test) throw new RestError(400, "PGRST100", `"failed to parse filter (is.${filter.value})"`);
    return test;
  }
  const search = SEARCH[operator];
  if (search) {
    const config = language === undefined ? "" : `${parameters.add(language)}, `;
    return `@@ ${search}(${config}${parameters.add(filter.value)})`;
  }
  const value =
    operator === "like" || operator === "ilike" ? filter.value.replaceAll("*", "%") : filter.value;
  const operand = parameters.add(value);
  return `${SIMPLE[operator]} ${quantifier ? `${quantifier}(${operand})` : operand}`;
}

function arrayLiteral(members: string[]): string {
  return `{${members.map((member) => `"${member.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`;
}

export function orderSql(node: ReadNode): string {
  if (node.order.length === 0) return "";
  return ` order by ${node.order.map((term) => orderTermSql(node, term)).join(", ")}`;
}

function orderTermSql(node: ReadNode, term: OrderTerm): string {
  const column =
    term.relation === undefined ? fieldSql(node.alias, term.field, node.relation) : related(node, term);
  return column + (term.direction ? ` ${term.direction}` : "") + (term.nulls ? ` nulls ${term.nulls}` : "");
}

function related(node: ReadNode, term: OrderTerm): string {
  const embed = node.embeds.find(({ name, item }) => name === term.relation || item.target === term.relation);
  if (!embed) {
    const hint = `Verify that '${term.relation}' is included in the 'select' query parameter.`;
    throw new RestError(
      400,
      "PGRST108",
      `'${term.relation}' is not an embedded resource in this request`,
      null,
      hint,
    );
  }
  if (!embed.isToOne) {
    const details = `'${node.relation?.name}' and '${term.relation}' do not form a many-to-one or one-to-one relationship`;
    throw new RestError(400, "PGRST118", `A related order on '${term.relation}' is not possible`, details);
  }
  return `${identifier(embed.lateral)}.${identifier(orderColumn(term))}`;
}

/** What a to-one embed calls the column by which its parent is ordered. */
export const orderColumn = (term: OrderTerm): string =>
  `order ${[term.field.name, ...term.field.path.map(({ arrow, key }) => arrow + key)].join("")}`;
