import type { ParsedQuery } from "./ast";
import { RestError } from "./errors";
import { type Page, pageOf } from "./page";
import { parseQuery } from "./parse-query";
import { planRead, type ReadNode } from "./plan";
import type { Context, RestRequest } from "./request";
import {
  type Answer,
  applySettings,
  bodySql,
  contentRange,
  contentType,
  rangeStatus,
  requireOne,
  SETTINGS_SQL,
} from "./respond";
import { callFromBody, callFromQuery, findRoutine, isArgumentOf } from "./routines";
import type { Routine } from "./schema";
import { identifier, Parameters } from "./sql-fragments";
import { countSql, selectSql } from "./sql-read";
import { inTransaction, type Row } from "./transaction";

/** `/rpc/name`: POST with a JSON body, GET and HEAD with arguments in the query string. */
export async function callRoutine(context: Context, request: RestRequest, name: string): Promise<Answer> {
  const { schema, schemaName, pool, caller, info } = context;
  const isPost = request.method === "POST";
  const isArgument = isPost ? () => false : isArgumentOf(schema, schemaName, name);
  const query = parseQuery(request.url.searchParams, isArgument);
  const given = isPost ? bodyKeys(request.body) : query.parameters.map(([key]) => key);
  const call = findRoutine(schema, schemaName, name, given, isPost);
  const parameters = new Parameters();
  const invocation = isPost
    ? callFromBody(call, request.body === "" ? "{}" : request.body, parameters)
    : callFromQuery(call, query.parameters, parameters);
  const root = planRead(schema, call.routine.returns, name, query);
  const page = pageOf(root, request.headers.range);
  const text = statement(context, call.routine, invocation, root, page, parameters);
  const isReadOnly = !isPost || call.routine.volatility !== "v";
  return inTransaction(pool, caller, info, isReadOnly, async (run) =>
    answer(context, call.routine, query, page, await run(text, parameters.values)),
  );
}

/** The function is called once, in a CTE; rows, body and count are all taken from there. */
function statement(
  context: Context,
  routine: Routine,
  invocation: string,
  root: ReadNode,
  page: Page,
  parameters: Parameters,
): string {
  const source = `called as ${identifier(root.alias)}`;
  const called = routine.isComposite
    ? `select called.* from ${invocation} as called`
    : `select ${invocation} as scalar`;
  const rows = routine.isComposite ? selectSql(root, source, parameters, page) : scalarRows(page, source);
  const total =
    context.preferences.count && routine.returnsSet ? `(${countSql(root, source, parameters)})` : "null";
  return `with called as (${called}) select count(_t) as rows, ${routineBody(context, routine)} as body,
    ${total}::text as total, ${SETTINGS_SQL} from (${rows}) _t`;
}

function scalarRows(page: Page, source: string): string {
  return `select scalar from ${source}${page.limit === undefined ? "" : ` limit ${page.limit}`} offset ${page.offset}`;
}

/** One value or one row is the answer itself, not a list of one. */
function routineBody({ format }: Context, routine: Routine): string {
  if (routine.isVoid) return "''";
  if (routine.isComposite) {
    const isSingle = !routine.returnsSet && format.kind === "array";
    return bodySql(isSingle ? { ...format, kind: "object" } : format);
  }
  return routine.returnsSet
    ? "coalesce(json_agg(_t.scalar)::text, '[]')"
    : "(json_agg(_t.scalar) -> 0)::text";
}

function answer(context: Context, routine: Routine, query: ParsedQuery, page: Page, row: Row): Answer {
  if (routine.isVoid) return applySettings({ status: 204, headers: {}, body: "" }, row);
  const count = Number(row.rows);
  if (routine.returnsSet) requireOne(context.format, count);
  const total = row.total === null || row.total === undefined ? null : Number(row.total);
  const offset = query.nodes.get("")?.offset ?? page.offset;
  const headers = {
    "content-type": contentType(routine.isComposite ? context.format : { ...context.format, kind: "array" }),
    "content-range": contentRange(offset, count, total),
  };
  return applySettings({ status: rangeStatus(offset, count, total), headers, body: row.body ?? "null" }, row);
}

function bodyKeys(text: string): string[] {
  if (text === "") return [];
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
  } catch {
    throw new RestError(400, "PGRST102", "Empty or invalid json");
  }
}
