import type { ColumnItem, EmbedItem, NodeParameters, ParsedQuery, SelectItem } from "./ast";
import { RestError } from "./errors";
import { findRelationship } from "./find-relationship";
import { isToOne, type Relation, type Relationship, type Schema } from "./schema";

/** A hosted project's default for `max_rows`. */
export const MAX_ROWS = 1000;

export type PlannedEmbed = {
  node: ReadNode;
  relationship: Relationship;
  isToOne: boolean;
  /** Its key in the answer. */
  name: string;
  /** The lateral join that computes it. */
  lateral: string;
  item: EmbedItem;
};

export type ReadNode = NodeParameters & {
  relation?: Relation;
  /** What the relation is called inside the statement. */
  alias: string;
  columns: ColumnItem[];
  embeds: PlannedEmbed[];
  /** The order in which columns and embeds were asked for. */
  items: (ColumnItem | PlannedEmbed)[];
};

/** Joins the parsed query with the schema: which relationship each embed takes and what each node filters. */
export function planRead(
  schema: Schema,
  relation: Relation | undefined,
  alias: string,
  query: ParsedQuery,
): ReadNode {
  const used = new Set<string>([""]);
  let counter = 0;
  const build = (from: Relation | undefined, name: string, items: SelectItem[], path: string): ReadNode => {
    const parameters = query.nodes.get(path) ?? { conditions: [], order: [] };
    const planned = items.map((item): ColumnItem | PlannedEmbed => {
      if (item.kind === "column") return item;
      if (!from) throw new RestError(400, "PGRST200", `Could not find a relationship to '${item.target}'`);
      const relationship = findRelationship(schema, from, item);
      const key = item.alias ?? item.target;
      const prefix = path === "" ? "" : `${path}.`;
      const id = query.nodes.has(prefix + key) ? prefix + key : prefix + item.target;
      used.add(id);
      counter += 1;
      const node = build(relationship.to, `${relationship.to.name}_${counter}`, item.items, id);
      const toOne = isToOne(relationship);
      if (item.isSpread && !toOne) throw spreadRefused(from, item);
      return { node, relationship, isToOne: toOne, name: key, lateral: `embed_${counter}`, item };
    });
    return {
      ...parameters,
      relation: from,
      alias: name,
      items: planned,
      columns: planned.filter((item): item is ColumnItem => !isEmbed(item)),
      embeds: planned.filter(isEmbed),
    };
  };
  const root = build(relation, alias, query.select, "");
  for (const path of query.nodes.keys()) if (!used.has(path)) throw notEmbedded(path);
  return root;
}

export function isEmbed(item: ColumnItem | PlannedEmbed): item is PlannedEmbed {
  return "node" in item;
}

function notEmbedded(path: string): RestError {
  const name = path.split(".").at(-1);
  const hint = `Verify that '${name}' is included in the 'select' query parameter.`;
  return new RestError(400, "PGRST108", `'${name}' is not an embedded resource in this request`, null, hint);
}

function spreadRefused(from: Relation, item: EmbedItem): RestError {
  const details = `'${from.name}' and '${item.target}' do not form a many-to-one or one-to-one relationship`;
  return new RestError(400, "PGRST119", `A spread operation on '${item.target}' is not possible`, details);
}
