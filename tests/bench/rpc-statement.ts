import type { Pool } from "pg";

export type RpcCall = { name: string; parameters: Record<string, unknown> };

const types = new Map<string, Map<string, string>>();

/** The parameters of a function by name, with their types as Postgres writes them. */
async function parameterTypes(pool: Pool, name: string): Promise<Map<string, string>> {
  const known = types.get(name);
  if (known) return known;
  const { rows } = await pool.query<{ parameter: string; type: string }>(
    `select parameter, format_type(type, null) as type
     from pg_proc, unnest(proargnames[1:pronargs], proargtypes::oid[]) as given (parameter, type)
     where oid = to_regproc('public.' || $1)`,
    [name],
  );
  const found = new Map(rows.map(({ parameter, type }) => [parameter, type]));
  types.set(name, found);
  return found;
}

/** What the REST server makes of a call, less the server: the same function with the same parameters. */
export async function rpcStatement(pool: Pool, { name, parameters }: RpcCall) {
  const known = await parameterTypes(pool, name);
  const given = Object.entries(parameters).filter(([parameter]) => known.has(parameter));
  const list = given.map(([parameter], index) => `${parameter} => $${index + 1}::${known.get(parameter)}`);
  return {
    text: `select public.${name}(${list.join(", ")})`,
    values: given.map(([parameter, value]) =>
      known.get(parameter) === "jsonb" ? JSON.stringify(value) : value,
    ),
  };
}
