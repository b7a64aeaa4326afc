export type JsonStep = { arrow: "->" | "->>"; key: string; isIndex: boolean };
export type Field = { name: string; path: JsonStep[] };

export type ColumnItem = { kind: "column"; field: Field; alias?: string; cast?: string };
export type EmbedItem = {
  kind: "embed";
  target: string;
  alias?: string;
  hint?: string;
  join: "left" | "inner";
  isSpread: boolean;
  items: SelectItem[];
};
export type SelectItem = ColumnItem | EmbedItem;

export type Filter = {
  kind: "filter";
  field: Field;
  isNegated: boolean;
  operator: string;
  quantifier?: "any" | "all";
  language?: string;
  /** One value, or the members of an `in` list. */
  value: string | string[];
};
export type Logic = { kind: "logic"; operator: "and" | "or"; isNegated: boolean; conditions: Condition[] };
export type Condition = Filter | Logic;

export type OrderTerm = {
  /** The to-one embed whose column orders its parent. */
  relation?: string;
  field: Field;
  direction?: "asc" | "desc";
  nulls?: "first" | "last";
};

/** What the query string says about one node of the select tree. */
export type NodeParameters = { conditions: Condition[]; order: OrderTerm[]; limit?: number; offset?: number };

export type ParsedQuery = {
  select: SelectItem[];
  /** By path of embeds joined with a dot; the root is "". */
  nodes: Map<string, NodeParameters>;
  columns?: string[];
  onConflict?: string[];
  /** For functions: what belongs to no reserved word, in order. */
  parameters: [string, string][];
};
