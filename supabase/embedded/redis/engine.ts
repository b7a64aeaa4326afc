import Redis from "ioredis";
import RedisMock from "ioredis-mock";
import { requireExisting, requireIntegers, requireKnown, requireType } from "./guards";
import { adaptScript, scriptError } from "./lua";
import { withCapitalOptions } from "./options";
import { RedisError } from "./redis-error";
import { Scripts } from "./scripts";
import { runSet } from "./set";

export type Reply = string | number | null | Reply[];
export type Outcome = { result: Reply } | { error: string };

export type Engine = {
  run(command: string[]): Promise<Reply>;
  /** All or, when one command is malformed, nothing; nobody else's command runs in between. */
  transaction(commands: string[][]): Promise<Outcome[]>;
  close(): void;
};

type Caller = (name: string, args: string[]) => Promise<unknown>;

/** The libraries turn some replies into objects and, in scripts, nil into false; the wire knows neither. */
function toReply(value: unknown): Reply {
  if (value === null || value === undefined || value === false) return null;
  if (value === true) return 1;
  if (typeof value === "number" || typeof value === "string") return value;
  if (Buffer.isBuffer(value)) return value.toString();
  if (Array.isArray(value)) return value.map(toReply);
  if (value instanceof Map) return [...value].flat().map(toReply);
  if (typeof value === "object") return Object.entries(value).flat().map(toReply);
  return String(value);
}

async function settle(work: Promise<Reply>): Promise<Outcome> {
  try {
    return { result: await work };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** One after the other, as Redis itself works. */
function createQueue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

type Runner = (command: string[]) => Promise<Reply>;

function createRunner(call: Caller): Runner {
  const scripts = new Scripts((source, rest) => call("eval", [source, ...rest]));
  return async ([word = "", ...args]) => {
    const name = word.toLowerCase();
    return toReply(scripts.handles(name) ? await scripts.run(name, args) : await call(name, args));
  };
}

/** Makes the mock answer as Redis does where it is less strict or knows less. */
function strictCaller(call: Caller): Caller {
  return async (name, words) => {
    if (name === "eval") {
      const [source = "", ...rest] = words;
      return call("eval", [adaptScript(source), ...rest]).catch((error) =>
        Promise.reject(scriptError(error)),
      );
    }
    await requireType(call, name, words);
    await requireIntegers(call, name, words);
    await requireExisting(call, name, words);
    const args = withCapitalOptions(name, words);
    return name === "set" ? runSet(call, args) : call(name, args);
  };
}

/** A real Redis when an address is given, else one in memory: a cache may forget when the stack stops. */
export function createEngine(redisUrl?: string): Engine {
  const client = redisUrl ? new Redis(redisUrl) : new RedisMock();
  const call: Caller = redisUrl
    ? (name, args) => client.call(name, ...args)
    : async (name, args) => Reflect.apply(Reflect.get(client, name), client, args);
  const check = (command: string[]) => (redisUrl ? undefined : requireKnown(command));
  const runNow = createRunner(redisUrl ? call : strictCaller(call));
  const enqueue = createQueue();
  return {
    async run(command) {
      check(command);
      return enqueue(() => runNow(command));
    },
    async transaction(commands) {
      try {
        commands.forEach(check);
      } catch {
        throw new RedisError("EXECABORT Transaction discarded because of previous errors.");
      }
      return enqueue(async () => {
        const outcomes: Outcome[] = [];
        for (const command of commands) outcomes.push(await settle(runNow(command)));
        return outcomes;
      });
    },
    close: () => client.disconnect(),
  };
}
