import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";

const PLACES = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx", "/usr/bin/nginx"];

export type Nginx = { url: string; close: () => Promise<void> };

/** NGINX_PATH, else where packages put it; Debian's is nginx-light. */
export const nginxPath = (): string | undefined =>
  process.env.NGINX_PATH || PLACES.find((file) => existsSync(file));

/** Serves a folder as nginx does best: sendfile, no log, a worker for each core. Null where there is none. */
export async function startNginx(folder: string): Promise<Nginx | null> {
  const program = nginxPath();
  if (!program) return null;
  const port = await freePort();
  const own = await mkdtemp(path.join(os.tmpdir(), "cineverse-bench-nginx-"));
  await writeFile(
    path.join(own, "nginx.conf"),
    `worker_processes auto; pid ${own}/pid; error_log ${own}/error.log; daemon off;
     ${process.getuid?.() === 0 ? "user root;" : ""}
     events { worker_connections 512; }
     http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; types { video/mp4 mp4; }
       client_body_temp_path ${own}/body; proxy_temp_path ${own}/proxy; fastcgi_temp_path ${own}/fastcgi;
       uwsgi_temp_path ${own}/uwsgi; scgi_temp_path ${own}/scgi;
       server { listen 127.0.0.1:${port}; root ${folder}; } }`,
  );
  const child = spawn(program, ["-p", own, "-c", path.join(own, "nginx.conf")], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 5_000; ; await wait(50)) {
    if (await fetch(url).catch(() => null)) break;
    if (Date.now() > end || child.exitCode !== null) throw new Error("nginx did not start");
  }
  return { url, close: () => stop(child, own) };
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  await rm(folder, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
