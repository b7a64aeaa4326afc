import { RestError } from "./errors";
import { parseQuery } from "./parse-query";
import { planRead, type ReadNode } from "./plan";
import type { Preferences } from "./prefer";
import type { Context, RestRequest } from "./request";
import { type Answer, applySettings, bodySql, contentType, requireOne, SETTINGS_SQL } from "./respond";
import type { Relation } from "./schema";
import { Parameters } from "./sql-fragments";
import { deleteSql, insertSql, readPayload, updateSql, writtenSql } from "./sql-write";
import { inTransaction, type Row } from "./transaction";

/** POST, PATCH and DELETE of a table or view. */
export async function writeRelation(
  context: Context,
  request: RestRequest,
  relation: Relation,
): Promise<Answer> {
  const { schema, pool, preferences, format } = context;
  const query = parseQuery(request.url.searchParams, () => false);
  const root = { ...planRead(schema, relation, relation.name, query), relation };
  if (request.method !== "POST") requireFilter(root, request.method);
  const parameters = new Parameters();
  const payload = () => readPayload(relation, request.body, query.columns);
  const statement =
    request.method === "POST"
      ? insertSql(root, payload(), preferences, query.onConflict, parameters)
      : request.method === "PATCH"
        ? updateSql(root, payload(), preferences, parameters)
        : deleteSql(root, preferences, parameters);
  const answers = preferences.return === "representation";
  const body = answers ? bodySql(format) : "''";
  const text = `with written as (${statement}) select count(_t) as rows, (select count(*) from written) as touched,
    ${body} as body, nullif(current_setting('pgrst.inserted', true), '') as inserted, ${SETTINGS_SQL}
    from (${writtenSql(root, preferences, parameters)}) _t`;
  return inTransaction(pool, context.caller, context.info, false, async (run) => {
    const row = await run(text, parameters.values);
    const touched = Number(row.touched);
    if (answers) requireOne(format, Number(row.rows));
    requireAtMost(preferences.maxAffected, touched, preferences);
    return applySettings(writeAnswer(context, request, root, row, touched), row);
  });
}

function writeAnswer(
  context: Context,
  request: RestRequest,
  root: ReadNode,
  row: Row,
  touched: number,
): Answer {
  const { preferences, format } = context;
  const total = preferences.count ? touched : "*";
  const range = request.method === "PATCH" && touched > 0 ? `0-${touched - 1}` : "*";
  const headers: Record<string, string> = { "content-range": `${range}/${total}` };
  if (preferences.resolution && root.relation?.primaryKey.length) {
    headers["preference-applied"] = `resolution=${preferences.resolution}`;
  }
  const answers = preferences.return === "representation";
  if (answers) headers["content-type"] = contentType(format);
  return {
    status: writeStatus(request, preferences, row, touched),
    headers,
    body: answers ? (row.body ?? "") : "",
  };
}

function writeStatus(request: RestRequest, preferences: Preferences, row: Row, touched: number): number {
  if (request.method !== "POST") return preferences.return === "representation" ? 200 : 204;
  const isOnlyUpdate =
    preferences.resolution === "merge-duplicates" && touched > 0 && Number(row.inserted ?? 0) === 0;
  return isOnlyUpdate && row.inserted !== null ? 200 : 201;
}

/** A hosted project loads safeupdate for every API role. */
function requireFilter(root: ReadNode, method: string): void {
  if (root.conditions.length > 0) return;
  throw new RestError(400, "21000", `${method === "PATCH" ? "UPDATE" : "DELETE"} requires a WHERE clause`);
}

function requireAtMost(limit: number | undefined, touched: number, preferences: Preferences): void {
  if (limit === undefined || preferences.handling !== "strict" || touched <= limit) return;
  const message = "Query result exceeds max-affected preference constraint";
  throw new RestError(400, "PGRST124", message, `The query affects ${touched} rows`);
}
