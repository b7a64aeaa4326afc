import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/platform/log";
import { type CurrentRequest, enterRequest } from "@/lib/platform/log/request";
import { count } from "@/lib/platform/statistics";
import { kindOf } from "@/lib/platform/watch/kinds";
import { bucketOf } from "@/lib/platform/watch/latency";
import { pathOf } from "@/lib/platform/watch/path-of";

type Told = { request: IncomingMessage; response: ServerResponse };

const begun = new WeakMap<IncomingMessage, { at: number; current: CurrentRequest }>();
let isWatching = false;

/**
 * Node itself tells of each request that begins and each answer that has been sent: nothing stands in their way, and
 * nothing that answers can be forgotten.
 */
export function watchRequests(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as Told;
    begun.set(request, { at: performance.now(), current: enterRequest() });
  });
  subscribe("http.server.response.finish", (message) => noteAnswer(message as Told));
}

function noteAnswer({ request, response }: Told): void {
  const start = begun.get(request);
  const method = request.method ?? "";
  const path = pathOf(request.url ?? "");
  const kind = kindOf(method, path);
  // The files of the framework, and pages that the site asks itself for.
  if (!start || kind === null || "x-cineverse-fill" in request.headers) return;
  const milliseconds = performance.now() - start.at;
  const status = response.statusCode;
  count("requests", `${kind}:${Math.floor(status / 100)}`);
  count("requests", `${kind}:le${bucketOf(milliseconds)}`);
  const told = response.getHeader("x-request-id");
  const requestId = typeof told === "string" ? told : start.current.requestId;
  const { userId } = start.current;
  log.info(
    { requestId, userId, method, path, status, kind, ms: Math.round(milliseconds * 10) / 10 },
    "answered",
  );
}
