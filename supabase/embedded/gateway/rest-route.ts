import type { IncomingMessage, ServerResponse } from "node:http";
import type { Rest } from "../rest";
import type { Tokens } from "../tokens";
import { readBody } from "./body";
import { callerOf, requireApiKey } from "./caller";

const MAX_BODY_BYTES = 20 * 1024 * 1024;
const PREFIX = "/rest/v1";
/** Not shown to functions through `request.headers`: who may call is in the claims. */
const SECRET_HEADERS = new Set(["authorization", "apikey", "cookie"]);

export async function handleRest(
  rest: Rest,
  tokens: Tokens,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
) {
  const keyClaims = requireApiKey(req, url, tokens);
  const caller = await callerOf(req, keyClaims, tokens);
  const below = new URL(url);
  below.pathname = url.pathname.slice(PREFIX.length) || "/";
  const hasBody = req.method !== "GET" && req.method !== "HEAD";
  const answer = await rest.answer(
    {
      method: req.method ?? "GET",
      url: below,
      headers: headersOf(req),
      body: hasBody ? await readBody(req, MAX_BODY_BYTES) : "",
    },
    caller,
  );
  const body = Buffer.from(answer.body, "utf8");
  const isBare = answer.status === 204 || req.method === "HEAD";
  res.writeHead(
    answer.status,
    isBare ? answer.headers : { ...answer.headers, "content-length": body.length },
  );
  res.end(isBare ? undefined : body);
}

function headersOf(req: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(req.headers)) {
    if (value === undefined || SECRET_HEADERS.has(name)) continue;
    headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}
