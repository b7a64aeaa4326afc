import type { Pool } from "pg";

export type RelationRow = { oid: number; schema: string; name: string; kind: string };
export type ColumnRow = {
  relation: number;
  number: number;
  name: string;
  type: string;
  base: string;
  default: string | null;
};
export type KeyRow = { relation: number; kind: "p" | "u"; columns: string[] };
export type ForeignKeyRow = {
  name: string;
  relation: number;
  target: number;
  columns: string[];
  references: string[];
};
export type ViewRow = { relation: number; definition: string };
export type RoutineRow = {
  schema: string;
  name: string;
  names: string[] | null;
  modes: string[] | null;
  types: string[];
  defaults: number;
  isVariadic: boolean;
  volatility: "i" | "s" | "v";
  returnsSet: boolean;
  rows: number;
  returnType: string;
  returnKind: string;
  returnRelation: number;
  firstRelation: number;
};

const RELATIONS = `
  select c.oid::int8::float8, n.nspname as schema, c.relname as name, c.relkind as kind
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relkind in ('r', 'v', 'm', 'f', 'p') and not c.relispartition
  order by c.relname`;

const COLUMNS = `
  select a.attrelid::int8::float8 as relation, a.attnum as number, a.attname as name,
    format_type(a.atttypid, a.atttypmod) as type, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) as base,
    case when a.attidentity <> '' then null else pg_get_expr(d.adbin, d.adrelid) end as default
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum and a.attgenerated = ''
  where n.nspname = any($1) and c.relkind in ('r', 'v', 'm', 'f', 'p') and a.attnum > 0 and not a.attisdropped
  order by a.attrelid, a.attnum`;

const namesOf = (relation: string, numbers: string) => `
  array(select a.attname::text from unnest(${numbers}) with ordinality as member(number, position)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = member.number order by member.position)`;

const KEYS = `
  select k.conrelid::int8::float8 as relation, k.contype as kind, ${namesOf("k.conrelid", "k.conkey")} as columns
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and k.contype in ('p', 'u') and not c.relispartition`;

const FOREIGN_KEYS = `
  select k.conname as name, k.conrelid::int8::float8 as relation, k.confrelid::int8::float8 as target,
    ${namesOf("k.conrelid", "k.conkey")} as columns, ${namesOf("k.confrelid", "k.confkey")} as references
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.contype = 'f' and k.conparentid = 0 and not c.relispartition
  order by k.conname`;

const VIEWS = `
  select r.ev_class::int8::float8 as relation, r.ev_action::text as definition
  from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
  where n.nspname not in ('pg_catalog', 'information_schema') and c.relkind in ('v', 'm') and r.ev_type = '1'`;

const ROUTINES = `
  select n.nspname as schema, p.proname as name, p.proargnames as names, p.proargmodes::text[] as modes,
    array(select format_type(t, null) from unnest(p.proargtypes) with ordinality as a(t, i) order by i) as types,
    p.pronargdefaults::int as defaults, p.provariadic <> 0 as "isVariadic", p.provolatile as volatility,
    p.proretset as "returnsSet", p.prorows::int as rows, format_type(p.prorettype, null) as "returnType",
    r.typtype as "returnKind", r.typrelid::int8::float8 as "returnRelation",
    case when p.pronargs = 1 then coalesce((select t.typrelid from pg_type t where t.oid = p.proargtypes[0]), 0) else 0
      end::int8::float8 as "firstRelation"
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_type r on r.oid = p.prorettype
  where n.nspname = any($1) and p.prokind = 'f' and r.typname not in ('trigger', 'event_trigger')`;

/** PostgREST reads its settings from the same place; what stands for this database goes before what stands for all. */
const PRE_REQUEST = `
  select split_part(setting, '=', 2) as name
  from pg_db_role_setting s cross join lateral unnest(s.setconfig) as setting
  where s.setrole = 'authenticator'::regrole and setting like 'pgrst.db_pre_request=%'
    and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
  order by s.setdatabase desc limit 1`;

export async function readCatalogue(pool: Pool, schemas: string[]) {
  const client = await pool.connect();
  const read = async <Row>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as Row[];
  try {
    // One snapshot, so that a migration that runs meanwhile is seen whole or not at all.
    await client.query("begin isolation level repeatable read read only");
    const catalogue = {
      relations: await read<RelationRow>(RELATIONS, [schemas]),
      columns: await read<ColumnRow>(COLUMNS, [schemas]),
      keys: await read<KeyRow>(KEYS, [schemas]),
      foreignKeys: await read<ForeignKeyRow>(FOREIGN_KEYS),
      views: await read<ViewRow>(VIEWS),
      routines: await read<RoutineRow>(ROUTINES, [schemas]),
      preRequest: (await read<{ name: string }>(PRE_REQUEST))[0]?.name,
    };
    await client.query("commit");
    client.release();
    return catalogue;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

export type Catalogue = Awaited<ReturnType<typeof readCatalogue>>;
