import type { Database } from "../database";

/** What a role may see of a table. */
export type Access = {
  /** No policy stands between the role and the rows. */
  isOpen: boolean;
  selectable: Set<string>;
  /** The policies for reading as one SQL condition; null when nothing is visible. */
  policy: string | null;
};

export type Table = {
  oid: number;
  schema: string;
  name: string;
  isGuarded: boolean;
  primaryKey: string[];
  columns: { name: string; type: string }[];
  /** Columns whose text form is JSON already. */
  jsonColumns: Set<string>;
  access: Map<string, Access>;
};

type Row = Omit<Table, "jsonColumns" | "access"> & {
  jsonColumns: string[];
  access: {
    role: string;
    isOpen: boolean;
    selectable: string[];
    permissive: string[];
    restrictive: string[];
  }[];
};

/**
 * Reads tables and rights as they are now: asked again for each batch, so that a revoked right or a changed policy
 * counts from the next batch on.
 */
export async function readTables(
  database: Database,
  oids: number[],
  roles: string[],
): Promise<Map<number, Table>> {
  const rows = await database<{ found: Row }[]>`
    select jsonb_build_object(
      'oid', c.oid::bigint,
      'schema', n.nspname,
      'name', c.relname,
      'isGuarded', c.relrowsecurity,
      'primaryKey', to_jsonb(array(
        select a.attname::text from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary
      )),
      'columns', to_jsonb(array(
        select jsonb_build_object('name', a.attname, 'type', t.typname)
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        order by a.attnum
      )),
      'jsonColumns', to_jsonb(array(
        select a.attname::text from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and coalesce(nullif(t.typbasetype, 0), t.oid) in ('json'::regtype, 'jsonb'::regtype)
      )),
      'access', to_jsonb(array(
        select jsonb_build_object(
          'role', r.rolname,
          'isOpen', not c.relrowsecurity or r.rolsuper or r.rolbypassrls
            or (pg_has_role(r.oid, c.relowner, 'usage') and not c.relforcerowsecurity),
          'selectable', to_jsonb(array(
            select a.attname::text from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              and has_column_privilege(r.oid, c.oid, a.attnum, 'select')
              and has_schema_privilege(r.oid, n.oid, 'usage')
          )),
          'permissive', to_jsonb(array(
            select pg_get_expr(p.polqual, p.polrelid) from pg_policy p
            where p.polrelid = c.oid and p.polcmd in ('r', '*') and p.polpermissive and p.polqual is not null
              and (0 = any (p.polroles)
                or exists (select from unnest(p.polroles) m where m <> 0 and pg_has_role(r.oid, m, 'usage')))
          )),
          'restrictive', to_jsonb(array(
            select pg_get_expr(p.polqual, p.polrelid) from pg_policy p
            where p.polrelid = c.oid and p.polcmd in ('r', '*') and not p.polpermissive and p.polqual is not null
              and (0 = any (p.polroles)
                or exists (select from unnest(p.polroles) m where m <> 0 and pg_has_role(r.oid, m, 'usage')))
          ))
        )
        from pg_roles r
        where r.rolname in (select jsonb_array_elements_text(${JSON.stringify(roles)}::text::jsonb))
      ))
    ) as found
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.oid in (select value::bigint::oid from jsonb_array_elements_text(${JSON.stringify(oids)}::text::jsonb))`;
  return new Map(rows.map(({ found }) => [found.oid, tableOf(found)]));
}

function tableOf(row: Row): Table {
  const access = row.access.map(({ role, isOpen, selectable, permissive, restrictive }): [string, Access] => [
    role,
    { isOpen, selectable: new Set(selectable), policy: policyOf(permissive, restrictive) },
  ]);
  return { ...row, jsonColumns: new Set(row.jsonColumns), access: new Map(access) };
}

/** As Postgres combines them: one permissive policy must hold and every restrictive one. */
function policyOf(permissive: string[], restrictive: string[]): string | null {
  if (permissive.length === 0) return null;
  const one = permissive.includes("true")
    ? "true"
    : `(${permissive.map((part) => `(${part})`).join(" or ")})`;
  return (
    [one, ...restrictive.map((part) => `(${part})`)].filter((part) => part !== "true").join(" and ") || "true"
  );
}
