import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Engine, Outcome, Reply } from "./engine";
import { commandOfPath, isAuthorized, parseCommand, parseCommands, readBody } from "./request";

function encode(reply: Reply): Reply {
  if (Array.isArray(reply)) return reply.map(encode);
  return typeof reply === "string" ? Buffer.from(reply).toString("base64") : reply;
}

/** A lone OK travels as it is; the SDK looks for it before it decodes. */
function encodeOutcome(outcome: Outcome): Outcome {
  return "error" in outcome || outcome.result === "OK" ? outcome : { result: encode(outcome.result) };
}

async function settle(engine: Engine, command: string[]): Promise<Outcome> {
  try {
    return { result: await engine.run(command) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

async function pipeline(engine: Engine, commands: string[][]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const command of commands) outcomes.push(await settle(engine, command));
  return outcomes;
}

async function answer(engine: Engine, request: IncomingMessage, url: URL): Promise<Outcome | Outcome[]> {
  const body = await readBody(request);
  if (url.pathname === "/pipeline") return pipeline(engine, parseCommands(body));
  if (url.pathname === "/multi-exec") return engine.transaction(parseCommands(body));
  const command = url.pathname === "/" ? parseCommand(body) : commandOfPath(url, body);
  return { result: await engine.run(command) };
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "upstash-sync-token": "" });
  response.end(JSON.stringify(value));
}

async function handle(
  engine: Engine,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = URL.parse(request.url ?? "/", "http://redis.invalid");
  if (!url) {
    send(response, 400, { error: "ERR the address is not valid" });
    return;
  }
  if (!isAuthorized(request, url, token)) {
    send(response, 401, { error: "WRONGPASS invalid or missing auth token" });
    return;
  }
  try {
    const outcome = await answer(engine, request, url);
    const isEncoded = request.headers["upstash-encoding"] === "base64";
    const encoded = Array.isArray(outcome) ? outcome.map(encodeOutcome) : encodeOutcome(outcome);
    send(response, 200, isEncoded ? encoded : outcome);
  } catch (error) {
    send(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

/** Redis over HTTP in the words of Upstash's REST: one command, /pipeline, /multi-exec, or a command as a path. */
export function createRedisServer(engine: Engine, token: string): Server {
  return createServer((request, response) => void handle(engine, token, request, response));
}
