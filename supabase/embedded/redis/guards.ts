import { COMMANDS } from "./commands";
import { RedisError } from "./redis-error";
import { SCRIPT_COMMANDS } from "./scripts";

type Call = (name: string, args: string[]) => Promise<unknown>;

const INTEGER = /^-?\d{1,19}$/;

/** Throws for a command that does not exist or has too few or too many words. */
export function requireKnown([word = "", ...args]: string[]): void {
  const name = word.toLowerCase();
  if (SCRIPT_COMMANDS.has(name)) return;
  const rule = COMMANDS.get(name);
  if (!rule)
    throw new RedisError(
      `ERR unknown command '${word}', with args beginning with: ${args.slice(0, 2).join(" ")}`,
    );
  const count = args.length + 1;
  if (rule.arity < 0 ? count < -rule.arity : count !== rule.arity) {
    throw new RedisError(`ERR wrong number of arguments for '${name}' command`);
  }
}

/** Throws when the key holds another type; only a plain SET may replace whatever is there. */
export async function requireType(call: Call, name: string, args: string[]): Promise<void> {
  const wanted = COMMANDS.get(name)?.type;
  const isPlainSet =
    ["set", "setex", "psetex", "setnx"].includes(name) && !args.some((word) => /^get$/i.test(word));
  if (!wanted || isPlainSet || !args[0]) return;
  const found = await call("type", [args[0]]);
  if (found !== "none" && found !== wanted) {
    throw new RedisError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}

/** Throws when what is to be renamed is not there; the mock would make something that is of no type. */
export async function requireExisting(call: Call, name: string, [key = ""]: string[]): Promise<void> {
  if (name !== "rename" && name !== "renamenx") return;
  if ((await call("exists", [key])) === 0) throw new RedisError("ERR no such key");
}

/** Throws when counting is asked of something that is not a whole number. */
export async function requireIntegers(call: Call, name: string, [key = "", step]: string[]): Promise<void> {
  if (!COMMANDS.get(name)?.isIntegerOnly) return;
  const value = await call("get", [key]);
  const isCountable = value === null || INTEGER.test(String(value));
  if (!isCountable || (step !== undefined && !INTEGER.test(step))) {
    throw new RedisError("ERR value is not an integer or out of range");
  }
}
