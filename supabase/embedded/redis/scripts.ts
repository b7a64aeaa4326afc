import { createHash } from "node:crypto";
import { RedisError } from "./redis-error";

export const SCRIPT_COMMANDS = new Set(["eval", "evalsha", "eval_ro", "evalsha_ro", "script"]);

/** Upstash's flags in a script's first line are unknown to every other Redis. */
function withoutFlags(source: string): string {
  return source.replace(/^#!lua[^\n]*\n/, "\n");
}

/** Lua scripts, found by the hash of the text that was sent, which is not the text that runs. */
export class Scripts {
  private readonly sources = new Map<string, string>();

  constructor(private readonly evaluate: (source: string, rest: string[]) => Promise<unknown>) {}

  handles(name: string): boolean {
    return SCRIPT_COMMANDS.has(name);
  }

  async run(name: string, args: string[]): Promise<unknown> {
    const [first = "", ...rest] = args;
    if (name === "script") return this.manage(first.toLowerCase(), rest);
    if (name.startsWith("evalsha")) {
      const source = this.sources.get(first.toLowerCase());
      if (source === undefined) throw new RedisError("NOSCRIPT No matching script. Please use EVAL.");
      return this.evaluate(withoutFlags(source), rest);
    }
    this.load(first);
    return this.evaluate(withoutFlags(first), rest);
  }

  private load(source: string): string {
    const hash = createHash("sha1").update(source).digest("hex");
    this.sources.set(hash, source);
    return hash;
  }

  private manage(action: string, args: string[]): unknown {
    if (action === "load") return this.load(args[0] ?? "");
    if (action === "exists") return args.map((hash) => (this.sources.has(hash.toLowerCase()) ? 1 : 0));
    if (action !== "flush") throw new RedisError(`ERR unknown subcommand '${action}'. Try SCRIPT HELP.`);
    this.sources.clear();
    return "OK";
  }
}
