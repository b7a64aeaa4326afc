import pg, { type Pool } from "pg";
import { findRelationships } from "./relationships";
import type { Argument, Relation, Routine, Schema } from "./schema";
import { type Catalogue, type RoutineRow, readCatalogue } from "./schema-queries";

export type SchemaCache = { get(): Promise<Schema>; reload(): Promise<Schema>; close(): Promise<void> };

const SETTLE_MS = 100;

/** The picture of the exposed schemas; `notify pgrst, 'reload schema'` (every DDL statement sends it) renews it. */
export function createSchemaCache(pool: Pool, connectionString: string, schemas: string[]): SchemaCache {
  let current: Promise<Schema> | null = null;
  let timer: NodeJS.Timeout | undefined;
  const load = () => {
    const loading = readCatalogue(pool, schemas).then(buildSchema);
    // A failed load is not kept, or one moment without a database would last for ever.
    loading.catch(() => {
      if (current === loading) current = null;
    });
    current = loading;
    return loading;
  };
  const listener = listen(connectionString, () => {
    clearTimeout(timer);
    timer = setTimeout(() => load().catch(() => {}), SETTLE_MS);
  });
  return {
    get: () => current ?? load(),
    reload: load,
    async close() {
      clearTimeout(timer);
      await listener.close();
    },
  };
}

function listen(connectionString: string, onNotice: () => void): { close(): Promise<void> } {
  let client: pg.Client | null = null;
  let isClosed = false;
  const again = () => {
    if (!isClosed) setTimeout(connect, 500).unref();
  };
  async function connect(): Promise<void> {
    client = new pg.Client({ connectionString, application_name: "cineverse rest notices" });
    client.on("error", () => {});
    client.on("end", again);
    client.on("notification", onNotice);
    try {
      await client.connect();
      await client.query("listen pgrst");
      onNotice();
    } catch {
      await client.end().catch(again);
    }
  }
  void connect();
  return {
    async close() {
      isClosed = true;
      await client?.end().catch(() => {});
    },
  };
}

export function buildSchema(catalogue: Catalogue): Schema {
  const byOid = new Map<number, Relation>();
  for (const { oid, schema, name, kind } of catalogue.relations) {
    const isView = kind === "v" || kind === "m";
    const empty = { columns: new Map(), computed: new Set<string>(), primaryKey: [] };
    byOid.set(Number(oid), { oid: Number(oid), schema, name, isView, ...empty });
  }
  for (const column of catalogue.columns) {
    const isJson = column.base === "json" || column.base === "jsonb";
    const { name, type } = column;
    byOid.get(Number(column.relation))?.columns.set(name, { name, type, isJson, default: column.default });
  }
  for (const key of catalogue.keys) {
    const relation = byOid.get(Number(key.relation));
    if (relation && key.kind === "p") relation.primaryKey = key.columns;
  }
  for (const { name, firstRelation } of catalogue.routines) byOid.get(firstRelation)?.computed.add(name);
  const routines = catalogue.routines.map((row) => toRoutine(row, byOid));
  return {
    relations: new Map(
      [...byOid.values()].map((relation) => [`${relation.schema}.${relation.name}`, relation]),
    ),
    relationships: Map.groupBy(findRelationships(catalogue, byOid), (relationship) => relationship.from),
    preRequest: catalogue.preRequest,
    routines: Map.groupBy(routines, (routine) => `${routine.schema}.${routine.name}`),
  };
}

function toRoutine(row: RoutineRow, byOid: Map<number, Relation>): Routine {
  const isInput = (index: number) => !row.modes || ["i", "b", "v"].includes(row.modes[index] ?? "");
  const names = (row.names ?? []).filter((_, index) => isInput(index));
  const required = row.types.length - row.defaults;
  const hasOutputs = row.modes?.some((mode) => ["o", "b", "t"].includes(mode)) ?? false;
  const returns = byOid.get(Number(row.returnRelation));
  return {
    schema: row.schema,
    name: row.name,
    arguments: row.types.map((type, index): Argument => {
      const isVariadic = row.isVariadic && index === row.types.length - 1;
      return { name: names[index] ?? "", type, isOptional: index >= required || isVariadic, isVariadic };
    }),
    volatility: row.volatility,
    returnsSet: row.returnsSet,
    isVoid: row.returnType === "void",
    isComposite: row.returnKind === "c" || (row.returnType === "record" && hasOutputs),
    returns,
  };
}
