import pino from "pino";
import { logLevel } from "@/lib/platform/env";
import { currentRequest } from "@/lib/platform/log/request";
import { scrub } from "@/lib/platform/log/scrub";
import { CENSORED, SECRET_KEYS } from "@/lib/platform/log/secret-keys";

/** Whoever read what is said here is gone: no reason to stop, nor to wait for them. */
const ignore = () => undefined;

/** Secrets and addresses are cut out even two levels deep. */
export function createNodeLog() {
  // The global, because the edge's bundle, which never calls this, cannot import it.
  const { stdout } = globalThis.process;
  if (stdout.listenerCount("error") === 0) stdout.on("error", ignore);
  // Not pino's own writer, which tries its last words again for ever when nobody reads them any more.
  const output = { write: (line: string) => void stdout.write(scrub(line)) };
  return pino(
    {
      level: logLevel(),
      base: null,
      mixin: () => ({ ...currentRequest() }),
      // Whoever names a request knows better.
      mixinMergeStrategy: (said, request) => ({ ...request, ...said }),
      redact: {
        paths: SECRET_KEYS.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]),
        censor: CENSORED,
      },
    },
    output,
  );
}
