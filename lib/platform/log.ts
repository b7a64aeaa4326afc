import process from "node:process";
import pino from "pino";
import { logLevel } from "@/lib/platform/env";

const SECRET_KEYS = [
  "password",
  "currentPassword",
  "newPassword",
  "pin",
  "token",
  "token_hash",
  "access_token",
  "refresh_token",
  "authorization",
  "cookie",
  "set-cookie",
  "apikey",
  "email",
];

/** Whoever read what is said here is gone: no reason to stop, nor to wait for them. */
const ignore = () => undefined;
if (process.stdout.listenerCount("error") === 0) process.stdout.on("error", ignore);

/** Not pino's own writer, which tries its last words again for ever when nobody reads them any more. */
const output = { write: (line: string) => void process.stdout.write(line) };

/** JSON lines to standard output. Secrets and addresses are cut out even two levels deep. */
export const log = pino(
  {
    level: logLevel(),
    base: null,
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]),
      censor: "[redacted]",
    },
  },
  output,
);
