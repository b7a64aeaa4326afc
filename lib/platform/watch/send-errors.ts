import { createStackParser, createTransport, Scope } from "@sentry/core";
import { nodeStackLineParser, ServerRuntimeClient } from "@sentry/core/server";
import { runBehind } from "@/lib/platform/cache/behind";
import { deploymentName } from "@/lib/platform/env";
import { currentRequest } from "@/lib/platform/log/request";
import { scrub } from "@/lib/platform/log/scrub";
import { observers } from "@/lib/platform/watch/observers";

const SEND_MS = 5_000;

/** Sentry's own client without what it would hook into: it is told of errors, and knows of nothing else. */
export function sendErrors(dsn: string): void {
  const client = new ServerRuntimeClient({
    dsn,
    environment: deploymentName(),
    platform: "node",
    integrations: [],
    sendClientReports: false,
    stackParser: createStackParser(nodeStackLineParser()),
    transport: (options) =>
      createTransport(options, async ({ body }) => {
        const answer = await fetch(options.url, {
          method: "POST",
          body: body as BodyInit,
          headers: options.headers ?? {},
          signal: AbortSignal.timeout(SEND_MS),
        });
        await answer.body?.cancel();
        return { statusCode: answer.status };
      }),
    beforeSend: (event) => JSON.parse(scrub(JSON.stringify(event))),
  });
  client.init();
  observers().onError = (error, { requestId, userId, cron, path }) => {
    const scope = new Scope();
    const request = currentRequest();
    scope.setTags({ requestId: requestId ?? request?.requestId, cron, path });
    const id = userId ?? request?.userId;
    if (id) scope.setUser({ id });
    client.captureException(toError(error), undefined, scope);
    runBehind(Promise.resolve(client.flush(SEND_MS)));
  };
}

/** Of a service's answer Sentry would say only that it is an object. */
function toError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const { message, code } = Object(thrown) as { message?: unknown; code?: unknown };
  const error = new Error(typeof message === "string" ? message : String(thrown));
  if (typeof code === "string") error.name = code;
  return error;
}
