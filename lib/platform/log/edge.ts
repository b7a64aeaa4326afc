import { logLevel } from "@/lib/platform/env";
import { currentRequest } from "@/lib/platform/log/request";
import { scrub } from "@/lib/platform/log/scrub";
import { CENSORED, SECRET_KEYS } from "@/lib/platform/log/secret-keys";

/** pino's numbers, so that one reader understands both logs. */
const LEVELS = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: 99 } as const;
type Level = Exclude<keyof typeof LEVELS, "silent">;

const secret = new Set(SECRET_KEYS);
type Write = { (msg: string): void; (fields: unknown, msg?: string): void };
export type Log = Record<Level, Write>;

/** Lines as pino writes them, without pino, which wants streams. */
export function createEdgeLog(): Log {
  const least = LEVELS[logLevel()];
  const at =
    (level: Level): Write =>
    (fields: unknown, msg?: string) => {
      if (LEVELS[level] < least) return;
      const said = typeof fields === "string" ? { msg: fields } : { ...Object(fields), msg };
      const line = { level: LEVELS[level], time: Date.now(), ...currentRequest(), ...said };
      console.log(scrub(JSON.stringify(line, cut)));
    };
  return {
    trace: at("trace"),
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    fatal: at("fatal"),
  };
}

function cut(key: string, value: unknown): unknown {
  if (secret.has(key)) return CENSORED;
  if (!(value instanceof Error)) return value;
  return { type: value.name, message: value.message, stack: value.stack };
}
