import { log } from "@/lib/platform/log";
import { currentRequest } from "@/lib/platform/log/request";
import { reportError } from "@/lib/platform/watch/observers";
import { pathOf } from "@/lib/platform/watch/path-of";

type Asked = { path: string; method: string };
type Where = { routePath: string; routeType: string };

/** What a page or handler threw at Next.js itself; our own routes answer for theirs (errors.ts). */
export function tellOfError(err: unknown, { path, method }: Asked, { routePath, routeType }: Where): void {
  const facts = { method, path: pathOf(path), route: routePath, kind: routeType };
  log.error({ err, ...facts }, "rendering failed");
  reportError(err, { ...currentRequest(), path: routePath });
}
