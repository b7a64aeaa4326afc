import type { ColumnItem, Condition } from "./ast";
import { isEmbed, MAX_ROWS, type PlannedEmbed, type ReadNode } from "./plan";
import {
  conditionSql,
  embedOfFilter,
  fieldSql,
  identifier,
  orderColumn,
  orderSql,
  type Parameters,
  qualified,
} from "./sql-fragments";

export type Range = { limit?: number; offset?: number };

/** The rows of one node with its embeds. `source` is what stands in FROM: a table, a function call or a CTE. */
export function selectSql(node: ReadNode, source: string, parameters: Parameters, range: Range): string {
  const limit = Math.min(range.limit ?? MAX_ROWS, MAX_ROWS);
  const offset = range.offset ? ` offset ${range.offset}` : "";
  const from = fromSql(node, source, node.embeds, parameters);
  return `select ${outputSql(node)} from ${from}${whereSql(node, [], parameters)}${orderSql(node)} limit ${limit}${offset}`;
}

/** How many rows there are without a limit; only the embeds that can drop a row are joined. */
export function countSql(node: ReadNode, source: string, parameters: Parameters, limit?: number): string {
  const tested = node.conditions.flatMap((condition) => testedEmbeds(node, condition));
  const embeds = node.embeds.filter((embed) => embed.item.join === "inner" || tested.includes(embed));
  const from = fromSql(node, source, embeds, parameters);
  const rows = `select 1 from ${from}${whereSql(node, [], parameters)}${limit === undefined ? "" : ` limit ${limit}`}`;
  return `select count(*) from (${rows}) counted`;
}

function testedEmbeds(node: ReadNode, condition: Condition): PlannedEmbed[] {
  if (condition.kind === "logic") return condition.conditions.flatMap((part) => testedEmbeds(node, part));
  const embed = embedOfFilter(node, condition);
  return embed ? [embed] : [];
}

export function whereSql(node: ReadNode, joins: string[], parameters: Parameters): string {
  const tests = [...joins, ...node.conditions.map((condition) => conditionSql(node, condition, parameters))];
  return tests.length === 0 ? "" : ` where ${tests.join(" and ")}`;
}

export function fromSql(
  node: ReadNode,
  source: string,
  embeds: PlannedEmbed[],
  parameters: Parameters,
): string {
  return [source, ...embeds.map((embed) => lateralSql(node, embed, parameters))].join(" ");
}

export function outputSql(node: ReadNode): string {
  const outputs = node.items.flatMap((item) =>
    isEmbed(item) ? embedOutput(item) : [columnOutput(node, item)],
  );
  return outputs.join(", ");
}

function columnOutput(node: ReadNode, { field, alias, cast }: ColumnItem): string {
  if (field.name === "*") return `${identifier(node.alias)}.*`;
  const column = fieldSql(node.alias, field, node.relation);
  const step = field.path.findLast(({ isIndex }) => !isIndex);
  const name = alias ?? (field.path.length > 0 ? (step?.key ?? field.name) : field.name);
  return `${cast ? `cast(${column} as ${castType(cast)})` : column} as ${identifier(name)}`;
}

/** A type's name is not a value, so it is quoted word by word; `double precision` and the like are two words. */
function castType(cast: string): string {
  const isArray = cast.endsWith("[]");
  const name = (isArray ? cast.slice(0, -2) : cast).trim().toLowerCase();
  const words = TWO_WORDS.has(name) || KEYWORDS.has(name) ? name : identifier(name);
  return isArray ? `${words}[]` : words;
}

const TWO_WORDS = new Set([
  "double precision",
  "character varying",
  "timestamp with time zone",
  "timestamp without time zone",
  "time with time zone",
  "time without time zone",
]);
const KEYWORDS = new Set(
  "int integer bigint smallint real decimal dec float boolean char character bit".split(" "),
);

function embedOutput(embed: PlannedEmbed): string[] {
  const lateral = identifier(embed.lateral);
  if (embed.node.items.length === 0) return [];
  if (embed.item.isSpread) return [`${lateral}.*`];
  const data = `${lateral}."data"`;
  return [`${embed.isToOne ? data : `coalesce(${data}, '[]'::json)`} as ${identifier(embed.name)}`];
}

/** The lateral join of one embed: to-one gives one row with `data`, to-many one row whose `data` is an array. */
function lateralSql(parent: ReadNode, embed: PlannedEmbed, parameters: Parameters): string {
  const { node, item } = embed;
  const lateral = identifier(embed.lateral);
  const source = embedSource(parent, embed);
  const from = fromSql(node, source.from, node.embeds, parameters);
  const where = whereSql(node, source.joins, parameters);
  const outputs = outputSql(node);
  if (embed.isToOne) {
    const columns = item.isSpread
      ? outputs || "1"
      : `(select row_to_json(picked) from (select ${outputs}) picked) as "data"`;
    const body = `select ${[columns, ...orderOutputs(parent, embed)].join(", ")} from ${from}${where}`;
    return `${item.join} join lateral (${body}) ${lateral} on true`;
  }
  const limit = Math.min(node.limit ?? MAX_ROWS, MAX_ROWS);
  const offset = node.offset ? ` offset ${node.offset}` : "";
  const rows = `select ${outputs || "1"} from ${from}${where}${orderSql(node)} limit ${limit}${offset}`;
  const condition = item.join === "inner" ? `${lateral}."data" is not null` : "true";
  return `${item.join} join lateral (select json_agg(picked) as "data" from (${rows}) picked) ${lateral} on ${condition}`;
}

function orderOutputs(parent: ReadNode, embed: PlannedEmbed): string[] {
  const names = new Map(
    parent.order
      .filter(({ relation }) => relation === embed.name || relation === embed.item.target)
      .map((term) => [orderColumn(term), fieldSql(embed.node.alias, term.field, embed.node.relation)]),
  );
  return [...names].map(([name, column]) => `${column} as ${identifier(name)}`);
}

function embedSource(
  parent: ReadNode,
  { node, relationship }: PlannedEmbed,
): { from: string; joins: string[] } {
  const child = identifier(node.alias);
  const outer = identifier(parent.alias);
  if (relationship.kind === "computed") {
    const call = `${identifier(relationship.to.schema)}.${identifier(relationship.name)}`;
    // Behind a CTE the row has no table type any more, hence the cast's way round.
    return { from: `${call}(${outer}::${qualified(relationship.from)}) as ${child}`, joins: [] };
  }
  const target = `${qualified(relationship.to)} as ${child}`;
  const { junction } = relationship;
  if (!junction) {
    const joins = relationship.columns.map(
      ([from, to]) => `${child}.${identifier(to)} = ${outer}.${identifier(from)}`,
    );
    return { from: target, joins };
  }
  const middle = identifier(`${node.alias} junction`);
  return {
    from: `${target} cross join ${qualified(junction.relation)} as ${middle}`,
    joins: [
      ...junction.fromColumns.map(
        ([from, via]) => `${middle}.${identifier(via)} = ${outer}.${identifier(from)}`,
      ),
      ...junction.toColumns.map(([via, to]) => `${child}.${identifier(to)} = ${middle}.${identifier(via)}`),
    ],
  };
}
