import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { allowAnyOrigin } from "./cors";
import { Refusal } from "./refusal";

export type Handler = (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<void> | void;
export type Upgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;
/** A service answers everything under its prefix; `ownsOrigins` leaves CORS to it. */
export type Service = { prefix: string; handle: Handler; upgrade?: Upgrade; ownsOrigins?: boolean };

const REQUEST_ID = /^[\w-]{8,64}$/;

export function createGateway(services: Service[]): Server {
  const server = createServer((req, res) => {
    answer(services, req, res).catch((error: unknown) => refuse(req, res, error));
  });
  server.on("upgrade", (req, socket, head) => {
    // Node no longer listens for them here: a caller who breaks off would end the process.
    socket.on("error", () => socket.destroy());
    const service = services.find(({ prefix, upgrade }) => upgrade && isBelow(pathOf(req), prefix));
    if (service?.upgrade) service.upgrade(req, socket, head);
    else socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
  });
  // Large uploads over a slow line take longer than Node's five minutes; headers still have to come at once.
  server.requestTimeout = 0;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  return server;
}

async function answer(services: Service[], req: IncomingMessage, res: ServerResponse): Promise<void> {
  const given = req.headers["x-request-id"];
  res.setHeader("x-request-id", typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID());
  const path = pathOf(req);
  const service = services.find(({ prefix }) => isBelow(path, prefix));
  if (!service?.ownsOrigins) allowAnyOrigin(req, res);
  if (!service) throw new Refusal(404, "no Route matched with those values");
  if (req.method === "OPTIONS" && !service.ownsOrigins) return void res.writeHead(204).end();
  await service.handle(req, res, urlOf(req));
}

const pathOf = (req: IncomingMessage): string => (req.url ?? "/").split("?", 1)[0] ?? "/";
const isBelow = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`);

function urlOf(req: IncomingMessage): URL {
  try {
    return new URL(req.url ?? "/", "http://gateway");
  } catch {
    throw new Refusal(400, "The request's address is not valid");
  }
}

function refuse(req: IncomingMessage, res: ServerResponse, error: unknown): void {
  if (!(error instanceof Refusal)) console.error("gateway:", req.method, pathOf(req), error);
  if (res.headersSent) return void res.destroy();
  const refusal = error instanceof Refusal ? error : new Refusal(500, "Internal server error");
  const { status, message, hint = null, code = null } = refusal;
  const body = JSON.stringify(code ? { code, details: null, hint, message } : { message, hint });
  res.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
    // What is left of a body that was refused is not read: the connection ends with the answer.
    ...(status === 413 ? { connection: "close" } : {}),
  });
  res.end(body);
}
