// The embedded Redis: in memory, or REDIS_URL's, spoken to as Upstash is.
import { createEngine } from "./engine";
import { createRedisServer } from "./server";

const SWEEP_MS = 30_000;

const { PORT = "3000", UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL: redisUrl } = process.env;
if (!token) throw new Error("UPSTASH_REDIS_REST_TOKEN is not set");

const engine = createEngine(redisUrl);
const server = createRedisServer(engine, token);
server.listen(Number(PORT) + 3, "127.0.0.1");

async function sweep(): Promise<void> {
  // The mock forgets an expired key only when somebody asks for it.
  const keys = await engine.run(["keys", "*"]);
  for (const key of Array.isArray(keys) ? keys : []) await engine.run(["exists", String(key)]);
}

if (!redisUrl) setInterval(() => void sweep(), SWEEP_MS).unref();

function stop(): void {
  server.close();
  server.closeAllConnections();
  engine.close();
  process.exit(0);
}

process.on("SIGTERM", stop);
process.on("disconnect", stop);
