import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import { renderBody, renderList, renderPage } from "./page";
import type { MailStore, Message } from "./store";

type Answer = { status?: number; type: string; body: string | Buffer; policy?: string };

const FOLDER = path.join(import.meta.dirname, "page");
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Whatever a mail contains, it runs no script, sends no form and reads nothing of this page. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data: http://localhost:* http://127.0.0.1:*; form-action 'none'; frame-ancestors 'self'";
const NOT_FOUND: Answer = { status: 404, type: "text/plain", body: "Not found" };

const json = (value: unknown): Answer => ({ type: "application/json", body: JSON.stringify(value) });
const html = (body: string, policy = PAGE_POLICY): Answer => ({
  type: "text/html; charset=utf-8",
  body,
  policy,
});

function asset(name: string, type: string): Answer {
  return { type, body: readFileSync(path.join(FOLDER, name)) };
}

function answerMessage(store: MailStore, message: Message, part: string | undefined): Answer {
  if (part === "source") return { type: "text/plain; charset=utf-8", body: store.source(message.id) ?? "" };
  return part ? NOT_FOUND : html(renderBody(message), MAIL_POLICY);
}

function answerPage(store: MailStore, url: URL): Answer {
  const id = url.searchParams.get("message") ?? "";
  if (url.pathname === "/list") return html(renderList(store.list(), id));
  return html(renderPage(store.list(), store.find(id)));
}

async function answer(store: MailStore, method: string, url: URL): Promise<Answer> {
  const [root = "", id = "", part] = url.pathname.slice(1).split("/");
  const to = url.searchParams.get("to");
  if (url.pathname === "/api/messages" && method === "DELETE") {
    await store.remove(to);
    return json({ removed: true });
  }
  if (method !== "GET") return { ...NOT_FOUND, status: 405 };
  if (url.pathname === "/api/messages") return json(store.list(to));
  if (url.pathname === "/" || url.pathname === "/list") return answerPage(store, url);
  if (url.pathname === "/style.css") return asset("style.css", "text/css");
  if (url.pathname === "/live.js") return asset("live.js", "text/javascript");
  const message = root === "messages" ? store.find(id) : undefined;
  return message ? answerMessage(store, message, part) : NOT_FOUND;
}

/** Another site's name pointed at this machine must not read the mail. */
function isOwnHost(request: IncomingMessage): boolean {
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? "");
}

async function handle(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://mail.invalid");
  const {
    status = 200,
    type,
    body,
    policy,
  } = isOwnHost(request) ? await answer(store, request.method ?? "GET", url) : { ...NOT_FOUND, status: 403 };
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    ...(policy && { "content-security-policy": policy }),
  });
  response.end(body);
}

/** The page where a person reads the caught mail and the JSON where a test does. */
export function createMailPage(store: MailStore): Server {
  return createServer((request, response) => {
    handle(store, request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
}
