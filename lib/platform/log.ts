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

/** JSON lines to standard output. Secrets and addresses are cut out even two levels deep. */
export const log = pino({
  level: logLevel(),
  base: null,
  redact: {
    paths: SECRET_KEYS.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]),
    censor: "[redacted]",
  },
});
