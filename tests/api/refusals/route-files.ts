import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Method } from "./entries";

const APP = path.resolve(import.meta.dirname, "../../../app");
const METHOD = /^export (?:const|async function|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm;

export type Handler = (
  request: Request,
  segment: { params: Promise<Record<string, string | string[]>> },
) => Response | Promise<Response>;

const fileOf = (route: string) => path.join(APP, ...route.split("/"), "route.ts");

/** Every folder of `app` that holds a route, as its address. */
export function listRoutes(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((name) => /^route\.(ts|tsx|js|mjs)$/.test(path.basename(name)))
    .map((name) => path.dirname(name).replaceAll(path.sep, "/"))
    .sort();
}

/** What the file of a route exports, as its text says. */
export function methodsOf(route: string): Method[] {
  return [...readFileSync(fileOf(route), "utf8").matchAll(METHOD)].map(([, method]) => method as Method);
}

export async function handlersOf(route: string): Promise<Partial<Record<string, Handler>>> {
  return import(pathToFileURL(fileOf(route)).href);
}
