// The embedded Realtime: what a hosted project's Realtime does, over one Postgres, for an unmodified realtime-js.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Tokens } from "../tokens";
import { ChangeFeed } from "./changes/feed";
import { Connection } from "./connection";
import { openDatabase } from "./database";
import { handleHttp } from "./http";
import { createIdentify } from "./identity";
import { MAX_EVENTS_PER_SECOND, MAX_FRAME_BYTES, MAX_SOCKETS } from "./limits";
import { broadcastOf, deleteOldMessages } from "./messages";
import { isVersion } from "./protocol";
import { RateLimits } from "./rate";
import { Topics } from "./topics";

export type Realtime = {
  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Everything under /realtime/v1 that is not a socket. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  close(): Promise<void>;
};

const SOCKET_PATH = "/realtime/v1/websocket";
const CONNECTIONS = 4;
const SWEEP_MS = 15_000;
const CLEAN_UP_MS = 3_600_000;
const SERVICE_RESTART = 1012;

export async function createRealtime(options: {
  connectionString: string;
  tokens: Tokens;
}): Promise<Realtime> {
  const { connectionString, tokens } = options;
  const database = openDatabase(connectionString, CONNECTIONS);
  const topics = new Topics();
  const changes = new ChangeFeed(database, connectionString, (row) => {
    const sent = broadcastOf(row);
    if (sent) topics.broadcast(sent.key, sent.message);
  });
  const identify = createIdentify(tokens, database);
  const services = {
    database,
    identify,
    topics,
    changes,
    httpMessages: new RateLimits(MAX_EVENTS_PER_SECOND),
  };
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const connections = new Set<Connection>();

  const cleanUp = () => {
    deleteOldMessages(database).catch((error) => console.error("realtime: old messages remain", error));
  };
  const sweep = setInterval(() => {
    for (const connection of connections) if (connection.isSilent) connection.terminate();
  }, SWEEP_MS);
  const cleaning = setInterval(cleanUp, CLEAN_UP_MS);
  cleanUp();

  async function upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = new URL(req.url ?? "/", "http://localhost");
    const header = req.headers["x-api-key"] ?? req.headers.apikey;
    const apiKey = url.searchParams.get("apikey") ?? (typeof header === "string" ? header : "");
    const version = url.searchParams.get("vsn") ?? "1.0.0";
    if (url.pathname !== SOCKET_PATH) return refuse(socket, "404 Not Found");
    if (!isVersion(version)) return refuse(socket, "400 Bad Request");
    if (!(await tokens.verify(apiKey))) return refuse(socket, "403 Forbidden");
    if (connections.size >= MAX_SOCKETS) return refuse(socket, "429 Too Many Requests");
    server.handleUpgrade(req, socket, head, (webSocket) => {
      const connection = new Connection(webSocket, version, apiKey, services);
      connections.add(connection);
      webSocket.on("close", () => connections.delete(connection));
    });
  }

  return {
    handleUpgrade(req, socket, head) {
      // A socket that breaks before it is upgraded would otherwise end the process.
      const onError = () => socket.destroy();
      socket.on("error", onError);
      upgrade(req, socket, head).catch((error) => {
        console.error("realtime: a connection failed", error);
        refuse(socket, "500 Internal Server Error");
      });
    },
    handle: (req, res) => handleHttp(services, req, res),
    async close() {
      clearInterval(sweep);
      clearInterval(cleaning);
      for (const connection of [...connections]) connection.close(SERVICE_RESTART, "Service restart");
      server.close();
      await changes.close();
      await database.end({ timeout: 1 });
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
