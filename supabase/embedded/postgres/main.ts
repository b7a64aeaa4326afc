// Keeps the database server: it lives as long as this process and this process as long as the supervisor.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createCluster, startServer } from "./cluster";
import { stopLeftoverServer } from "./leftover";
import { findPlace } from "./place";

const STOP_MS = 4_000;

const { CINEVERSE_DATA: dataFolder = ".data", POSTGRES_PORT = "5432", POSTGRES_PASSWORD = "" } = process.env;
const logFolder = path.join(dataFolder, "logs");
mkdirSync(logFolder, { recursive: true, mode: 0o700 });

const place = await findPlace(dataFolder);
await createCluster(place, POSTGRES_PASSWORD);
await stopLeftoverServer(dataFolder);

const server = startServer(place, Number(POSTGRES_PORT), path.join(logFolder, "postgres.log"));
server.on("error", (error) => {
  console.error(`Postgres could not be started: ${error.message}`);
  process.exit(1);
});
server.on("exit", (code, signal) => {
  if (code !== 0)
    console.error(`Postgres ended (${signal ?? code}); see ${path.join(logFolder, "postgres.log")}`);
  process.exit(code ?? 1);
});

async function stop(): Promise<void> {
  server.kill("SIGINT");
  await wait(STOP_MS);
  server.kill("SIGQUIT");
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("disconnect", stop);
if (process.send && !process.connected) await stop();
