// Preloaded into the site. Next.js compresses its scripts and styles anew for every browser that asks, which on a small machine
// takes the processor from the very page that waits for them; the build has left them compressed, as a CDN would keep them.
import { Server } from "node:http";
import path from "node:path";
import process from "node:process";
import sirv from "sirv";
import { SECURITY_HEADERS } from "../../../lib/platform/security-headers.ts";

const PREFIX = "/_next/static";

const files = sirv(path.join(process.cwd(), ".next", "static"), {
  brotli: true,
  gzip: true,
  maxAge: 365 * 24 * 60 * 60,
  // Their names say what is in them.
  immutable: true,
  setHeaders: (response) => {
    for (const { key, value } of SECURITY_HEADERS) response.setHeader(key, value);
  },
});

const { emit } = Server.prototype;

Server.prototype.emit = function emitPastAssets(event, request, response, ...rest) {
  const pass = () => emit.call(this, event, request, response, ...rest);
  if (event !== "request" || !request.url.startsWith(`${PREFIX}/`)) return pass();
  const { url } = request;
  request.url = url.slice(PREFIX.length);
  files(request, response, () => {
    request.url = url;
    pass();
  });
  return true;
};
