import type { EmbedItem } from "./ast";
import { RestError } from "./errors";
import type { Relation, Relationship, Schema } from "./schema";

/** PostgREST's rules for what `target!hint` means seen from `origin`. */
export function findRelationship(schema: Schema, origin: Relation, embed: EmbedItem): Relationship {
  const all = schema.relationships.get(origin) ?? [];
  const computed = all.find(({ kind, name }) => kind === "computed" && name === embed.target && !embed.hint);
  if (computed) return computed;
  const found = all.filter(
    (relationship) => relationship.kind !== "computed" && isMeant(relationship, embed),
  );
  if (found.length > 1) throw ambiguous(origin, embed, found);
  return found[0] ?? notFound(origin, embed);
}

function isMeant(relationship: Relationship, { target, hint }: EmbedItem): boolean {
  const { from, to, kind } = relationship;
  const isSelf = from === to;
  if (isSelf && kind !== "many-to-many") {
    // Towards the children by the table's name, towards the parent by the column's.
    if (hint === undefined) {
      if (kind === "one-to-many") return to.name === target;
      return relationship.isReferencing && startsAt(relationship, target);
    }
    if (to.name !== target) return false;
    if (kind === "one-to-many") return relationship.name === hint || endsAt(relationship, hint);
    return relationship.isReferencing && startsAt(relationship, hint) && relationship.name !== hint;
  }
  if (hint === undefined) {
    if (to.name === target) return true;
    return (
      !to.isView &&
      kind !== "many-to-many" &&
      (relationship.name === target || startsAt(relationship, target))
    );
  }
  if (to.name !== target) return false;
  if (relationship.junction) return relationship.junction.relation.name === hint;
  return relationship.name === hint || startsAt(relationship, hint) || endsAt(relationship, hint);
}

const startsAt = ({ columns }: Relationship, column: string) =>
  columns.length === 1 && columns[0]?.[0] === column;
const endsAt = ({ columns }: Relationship, column: string) =>
  columns.length === 1 && columns[0]?.[1] === column;

function notFound(origin: Relation, embed: EmbedItem): never {
  const between = `'${origin.name}' and '${embed.target}'`;
  const using = embed.hint === undefined ? "" : ` using the hint '${embed.hint}'`;
  throw new RestError(
    400,
    "PGRST200",
    `Could not find a relationship between ${between} in the schema cache`,
    `Searched for a foreign key relationship between ${between}${using} in the schema '${origin.schema}', but no matches were found.`,
  );
}

function ambiguous(origin: Relation, embed: EmbedItem, found: Relationship[]): RestError {
  const hints = found.map(
    ({ junction, name }) => `'${embed.target}!${junction ? junction.relation.name : name}'`,
  );
  const side = (pairs: Relationship["columns"], index: 0 | 1) => pairs.map((pair) => pair[index]).join(", ");
  const details = found.map((relationship) => ({
    cardinality: relationship.kind,
    embedding: `${origin.name} with ${relationship.to.name}`,
    relationship: relationship.junction
      ? `${relationship.junction.relation.name} using ${relationship.name}(${side(relationship.junction.fromColumns, 1)}) and ${relationship.junction.toConstraint}(${side(relationship.junction.toColumns, 0)})`
      : `${relationship.name} using ${origin.name}(${side(relationship.columns, 0)}) and ${relationship.to.name}(${side(relationship.columns, 1)})`,
  }));
  return new RestError(
    300,
    "PGRST201",
    `Could not embed because more than one relationship was found for '${origin.name}' and '${embed.target}'`,
    details,
    `Try changing '${embed.target}' to one of the following: ${hints.join(", ")}. Find the desired relationship in the 'details' key.`,
  );
}
