// The one address of the embedded Supabase: REST, Auth, Storage and Realtime behind PORT + 1.
import path from "node:path";
import postgres from "postgres";
import { createAuth } from "../auth";
import { readAuthSettings } from "../auth/settings";
import { createRealtime } from "../realtime";
import { createRest } from "../rest";
import { createStorage } from "../storage";
import { createTokens } from "../tokens";
import { handleRest } from "./rest-route";
import { createGateway } from "./server";

const CLOSE_MS = 3_000;
const STORAGE_CONNECTIONS = 10;

const { CINEVERSE_DATA: dataFolder = ".data", DATABASE_URL: connectionString = "" } = process.env;
const port = Number(process.env.PORT ?? 3000) + 1;
const tokens = await createTokens(dataFolder);
const sql = postgres(connectionString, { max: STORAGE_CONNECTIONS, onnotice: () => {}, idle_timeout: 60 });
const rest = createRest({ connectionString });
const auth = createAuth({ connectionString, tokens, settings: readAuthSettings(process.env) });
const storage = createStorage({ sql, folder: path.join(dataFolder, "storage"), tokens });
const realtime = await createRealtime({ connectionString, tokens });

const server = createGateway([
  { prefix: "/rest/v1", handle: (req, res, url) => handleRest(rest, tokens, req, res, url) },
  { prefix: "/auth/v1", handle: (req, res, url) => auth.handle(req, res, url) },
  { prefix: "/storage/v1", handle: (req, res) => storage.handle(req, res), ownsOrigins: true },
  {
    prefix: "/realtime/v1",
    handle: (req, res) => realtime.handle(req, res),
    upgrade: (req, socket, head) => realtime.handleUpgrade(req, socket, head),
  },
  {
    prefix: "/health",
    handle: async (_req, res) => {
      await sql`select 1`;
      res.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ status: "ok" }));
    },
  },
]);

let isClosing = false;

async function close(): Promise<void> {
  if (isClosing) return;
  isClosing = true;
  // Whoever still holds a connection after this is cut off: the supervisor waits for us.
  setTimeout(() => process.exit(0), CLOSE_MS).unref();
  server.close();
  server.closeIdleConnections();
  await Promise.allSettled([realtime.close(), storage.close()]);
  server.closeAllConnections();
  await Promise.allSettled([rest.close(), auth.close(), sql.end({ timeout: 1 })]);
  process.exit(0);
}

process.on("SIGTERM", close);
process.on("SIGINT", close);
process.on("disconnect", close);
server.on("error", (error) => {
  console.error(`The gateway could not listen on port ${port}: ${error.message}`);
  process.exit(1);
});
server.listen(port, "127.0.0.1");
