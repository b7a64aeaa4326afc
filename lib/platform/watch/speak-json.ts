import { format, stripVTControlCharacters } from "node:util";
import { IS_DEVELOPMENT } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

const LEVELS = { log: "info", info: "info", debug: "debug", warn: "warn", error: "error" } as const;
/** How a line of the gate's log begins, which has no other way to standard output than the console. */
const OURS = '{"level":';

/** What Next.js, React and other people's code say to the console becomes lines of our log. */
export function speakJson(): void {
  if (IS_DEVELOPMENT) return;
  for (const [method, level] of Object.entries(LEVELS))
    Object.assign(globalThis.console, {
      [method]: (...words: unknown[]) => {
        const text = stripVTControlCharacters(format(...words)).trim();
        if (text.startsWith(OURS)) globalThis.process.stdout.write(`${text}\n`);
        else if (text) log[level](text);
      },
    });
}
