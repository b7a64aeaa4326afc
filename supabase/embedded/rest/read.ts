import { countTotal, pageOf } from "./page";
import { parseQuery } from "./parse-query";
import { planRead } from "./plan";
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
import type { Relation } from "./schema";
import { identifier, Parameters, qualified } from "./sql-fragments";
import { selectSql } from "./sql-read";
import { inTransaction } from "./transaction";

/** GET and HEAD of a table or view. */
export async function readRelation(
  context: Context,
  request: RestRequest,
  relation: Relation,
): Promise<Answer> {
  const { schema, pool, preferences, format } = context;
  const root = planRead(
    schema,
    relation,
    relation.name,
    parseQuery(request.url.searchParams, () => false),
  );
  const page = pageOf(root, request.headers.range);
  const parameters = new Parameters();
  const source = `${qualified(relation)} as ${identifier(relation.name)}`;
  const rows = selectSql(root, source, parameters, page);
  const text = `with source as (${rows}) select count(_t) as rows, ${bodySql(format)} as body, ${SETTINGS_SQL} from source _t`;
  return inTransaction(pool, context.caller, context.info, true, async (run) => {
    const row = await run(text, parameters.values);
    const count = Number(row.rows);
    requireOne(format, count);
    const total = await countTotal(run, root, source, preferences.count);
    const status = rangeStatus(page.offset, count, total);
    const headers = {
      "content-type": contentType(format),
      "content-range": contentRange(page.offset, count, total),
    };
    return applySettings({ status, headers, body: row.body ?? "" }, row);
  });
}
