// Preloaded into the site. With a middleware Next.js waits for a body as a whole before it calls the handler that would give
// it up (lib/platform/deadlines.ts), for up to Node's five minutes. Whoever sends too slowly is told so by the server itself,
// in the words of the handler, and the line is closed.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Server } from "node:http";
import path from "node:path";

const UPLOAD = { path: /^\/api\/(?:account|viewers\/[^/]+)\/avatar$/, milliseconds: 25_000 };
const OTHER_MS = 5_000;
/** What has been said is read before the line is closed. */
const CLOSE_MS = 1_000;

const { emit } = Server.prototype;

Server.prototype.emit = function emitBounded(event, request, response, ...rest) {
  if (event === "request" && hasBody(request)) bound(request, response);
  return emit.call(this, event, request, response, ...rest);
};

const hasBody = ({ headers }) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

function bound(request, response) {
  const timer = setTimeout(() => giveUp(request, response), bodyMilliseconds(request.url));
  timer.unref();
  request.once("close", () => clearTimeout(timer));
  request.once("end", () => clearTimeout(timer));
}

/** Past the response, which Next.js may still write to: of a line that is closed it takes no notice. */
function giveUp(request, response) {
  const { socket } = request;
  if (request.complete || socket.destroyed) return;
  // Whoever has an answer, or waits in line behind another, would take a second one for somebody else's.
  const isTheirTurn = response.socket === socket && !response.headersSent;
  socket.end(isTheirTurn ? refusal(request.headers) : undefined);
  setTimeout(() => socket.destroy(), CLOSE_MS).unref();
}

/** As long as a body of this route's class may take to arrive. */
function bodyMilliseconds(url) {
  const [pathname = ""] = url.split("?", 1);
  return UPLOAD.path.test(pathname) ? UPLOAD.milliseconds : OTHER_MS;
}

function refusal(headers) {
  const isVietnamese =
    /\bcineverse-locale=vi\b/.test(headers.cookie ?? "") ||
    (!/\bcineverse-locale=/.test(headers.cookie ?? "") && /^vi\b/i.test(headers["accept-language"] ?? ""));
  const requestId = randomUUID();
  const message = wordsOf(isVietnamese ? "vi" : "en");
  const body = JSON.stringify({ error: { code: "INVALID", message, requestId } });
  const lines = [
    "HTTP/1.1 400 Bad Request",
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    "cache-control: private, no-store",
    `x-request-id: ${requestId}`,
    "connection: close",
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

function wordsOf(locale) {
  const file = path.resolve(import.meta.dirname, "../../../lib/i18n/messages", locale, "platform.json");
  return JSON.parse(readFileSync(file, "utf8")).errors.bodyTooSlow;
}
