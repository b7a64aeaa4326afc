export type Column = { name: string; type: string; isJson: boolean; default: string | null };

export type Relation = {
  oid: number;
  schema: string;
  name: string;
  isView: boolean;
  columns: Map<string, Column>;
  /** Functions of one of its rows, which read like columns. */
  computed: Set<string>;
  primaryKey: string[];
};

export type ColumnPair = [from: string, to: string];

export type Relationship = {
  /** The constraint, or the function of a computed relationship. */
  name: string;
  from: Relation;
  to: Relation;
  kind: "many-to-one" | "one-to-many" | "one-to-one" | "many-to-many" | "computed";
  columns: ColumnPair[];
  /** One-to-one: whether `from` holds the foreign key. */
  isReferencing: boolean;
  junction?: { relation: Relation; toConstraint: string; fromColumns: ColumnPair[]; toColumns: ColumnPair[] };
  /** Computed: whether one row at most comes back. */
  isToOne: boolean;
};

export type Argument = { name: string; type: string; isOptional: boolean; isVariadic: boolean };

export type Routine = {
  schema: string;
  name: string;
  arguments: Argument[];
  volatility: "i" | "s" | "v";
  returnsSet: boolean;
  isVoid: boolean;
  /** Rows with named columns rather than one value. */
  isComposite: boolean;
  /** The table whose rows come back, so that its relationships can be embedded. */
  returns?: Relation;
};

export type Schema = {
  relations: Map<string, Relation>;
  relationships: Map<Relation, Relationship[]>;
  routines: Map<string, Routine[]>;
  /** A function that is called at the start of every request and may refuse it: pgrst.db_pre_request. */
  preRequest?: string | undefined;
};

export const isToOne = (relationship: Relationship): boolean =>
  relationship.kind === "computed"
    ? relationship.isToOne
    : relationship.kind === "many-to-one" || relationship.kind === "one-to-one";
