import type { ColumnPair, Relation, Relationship } from "./schema";
import type { Catalogue, ForeignKeyRow } from "./schema-queries";
import { type Origin, originsOfView } from "./view-columns";

type Shown = { relation: Relation; names: Map<string, string[]> };

/** Every way from one exposed relation to another: foreign keys, seen from both ends, through views and junctions. */
export function findRelationships(catalogue: Catalogue, byOid: Map<number, Relation>): Relationship[] {
  const shown = relationsByTable(catalogue, byOid);
  const direct = catalogue.foreignKeys.flatMap((key) => fromForeignKey(key, shown, catalogue));
  return [...direct, ...throughJunctions(direct), ...computed(catalogue, byOid)];
}

/** For a base table: itself and every view that shows its columns, with the names they have there. */
function relationsByTable(catalogue: Catalogue, byOid: Map<number, Relation>): Map<number, Shown[]> {
  const origins = new Map(catalogue.views.map((view) => [view.relation, originsOfView(view.definition)]));
  const numbers = new Map(
    catalogue.columns.map((column) => [`${column.relation}.${column.number}`, column.name]),
  );
  const shown = new Map<number, Shown[]>();
  const show = (table: number, entry: Shown) => shown.set(table, [...(shown.get(table) ?? []), entry]);
  for (const relation of byOid.values()) {
    if (!relation.isView) {
      show(relation.oid, {
        relation,
        names: new Map([...relation.columns.keys()].map((name) => [name, [name]])),
      });
    }
  }
  for (const [oid, columns] of origins) {
    const relation = byOid.get(oid);
    if (!relation) continue;
    const byTable = new Map<number, Map<string, string[]>>();
    for (const [name, origin] of columns) {
      const base = baseOf(origin, origins, numbers);
      const original = numbers.get(`${base.relation}.${base.number}`);
      if (!original) continue;
      const names = byTable.get(base.relation) ?? new Map<string, string[]>();
      byTable.set(base.relation, names.set(original, [...(names.get(original) ?? []), name]));
    }
    for (const [table, names] of byTable) show(table, { relation, names });
  }
  return shown;
}

/** A view over a view leads on to the table below both. */
function baseOf(
  origin: Origin,
  views: Map<number, Map<string, Origin>>,
  numbers: Map<string, string>,
): Origin {
  const name = numbers.get(`${origin.relation}.${origin.number}`);
  const next = name === undefined ? undefined : views.get(origin.relation)?.get(name);
  return next ? baseOf(next, views, numbers) : origin;
}

function fromForeignKey(
  key: ForeignKeyRow,
  shown: Map<number, Shown[]>,
  catalogue: Catalogue,
): Relationship[] {
  const isUnique = catalogue.keys.some(
    ({ relation, columns }) =>
      relation === key.relation &&
      columns.length === key.columns.length &&
      columns.every((column) => key.columns.includes(column)),
  );
  const found: Relationship[] = [];
  for (const from of shown.get(key.relation) ?? []) {
    for (const to of shown.get(key.target) ?? []) {
      const columns = pairs(key, from, to);
      if (!columns) continue;
      const kind = isUnique ? "one-to-one" : "many-to-one";
      const shared = { name: key.name, isToOne: false };
      found.push({ ...shared, from: from.relation, to: to.relation, kind, columns, isReferencing: true });
      found.push({
        ...shared,
        from: to.relation,
        to: from.relation,
        kind: isUnique ? "one-to-one" : "one-to-many",
        columns: columns.map(([a, b]): ColumnPair => [b, a]),
        isReferencing: false,
      });
    }
  }
  return found;
}

function pairs(key: ForeignKeyRow, from: Shown, to: Shown): ColumnPair[] | null {
  const columns: ColumnPair[] = [];
  for (const [position, name] of key.columns.entries()) {
    const left = from.names.get(name)?.[0];
    const right = to.names.get(key.references[position] ?? "")?.[0];
    if (left === undefined || right === undefined) return null;
    columns.push([left, right]);
  }
  return columns;
}

/** A table is a junction when its primary key holds the columns of both foreign keys, as PostgREST has it. */
function throughJunctions(direct: Relationship[]): Relationship[] {
  const found: Relationship[] = [];
  const outgoing = Map.groupBy(
    direct.filter((relationship) => relationship.isReferencing && !relationship.from.isView),
    (relationship) => relationship.from,
  );
  for (const [relation, keys] of outgoing) {
    for (const near of keys) {
      for (const far of keys) {
        if (near === far || near.name === far.name) continue;
        const used = [...near.columns, ...far.columns].map(([column]) => column);
        if (!used.every((column) => relation.primaryKey.includes(column))) continue;
        found.push({
          name: near.name,
          from: near.to,
          to: far.to,
          kind: "many-to-many",
          columns: [],
          isReferencing: false,
          isToOne: false,
          junction: {
            relation,
            toConstraint: far.name,
            fromColumns: near.columns.map(([junction, from]): ColumnPair => [from, junction]),
            toColumns: far.columns,
          },
        });
      }
    }
  }
  return found;
}

/** A function from a row of one table to rows of another. */
function computed(catalogue: Catalogue, byOid: Map<number, Relation>): Relationship[] {
  return catalogue.routines.flatMap((routine): Relationship[] => {
    const from = byOid.get(routine.firstRelation);
    const to = byOid.get(routine.returnRelation);
    if (!from || !to) return [];
    const isToOne = !routine.returnsSet || routine.rows === 1;
    return [{ name: routine.name, from, to, kind: "computed", columns: [], isReferencing: false, isToOne }];
  });
}
