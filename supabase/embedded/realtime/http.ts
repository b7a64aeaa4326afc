// Broadcasts over HTTP (the gateway answers for other origins): several messages in one body, or one whose topic and event are in the path.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { mayWrite } from "./authorization";
import type { Services } from "./channel";
import type { Identity } from "./identity";
import { MAX_BATCH_MESSAGES, MAX_FRAME_BYTES, MAX_MESSAGE_BYTES } from "./limits";
import { keepMessage, type Persist, parsePersist } from "./messages";
import type { Broadcast } from "./protocol";
import type { TopicKey } from "./topics";

const BATCH_PATH = "/realtime/v1/api/broadcast";
const SINGLE_PATH = /^\/realtime\/v1\/api\/broadcast\/([^/]+)\/events\/([^/]+)$/;

const topicSchema = z.string().min(1).max(255);
const batchSchema = z.object({
  messages: z
    .array(
      z.object({
        topic: topicSchema,
        event: z.string().min(1),
        payload: z.unknown(),
        private: z.boolean().nullish(),
      }),
    )
    .max(MAX_BATCH_MESSAGES),
});

class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export async function handleHttp(
  services: Services,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  try {
    const status = await answer(services, req);
    res.writeHead(status).end();
  } catch (error) {
    if (!(error instanceof HttpRefusal)) console.error("realtime: a broadcast over HTTP failed", error);
    const { status, message } =
      error instanceof HttpRefusal ? error : new HttpRefusal(500, "The broadcast could not be sent");
    if (res.headersSent) return void res.end();
    res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ message }));
  }
}

async function answer(services: Services, req: IncomingMessage): Promise<number> {
  const url = new URL(req.url ?? "/", "http://localhost");
  const isBatch = url.pathname === BATCH_PATH;
  const single = SINGLE_PATH.exec(url.pathname);
  if (!isBatch && !single) throw new HttpRefusal(404, "Not found");
  if (req.method !== "POST") throw new HttpRefusal(405, "Use POST");
  const identity = await identityOf(services, req);
  takeTurns(services, identity, 1);
  const body = await readBody(req);
  if (single) await sendOne(services, identity, single.slice(1), url.searchParams, req, body);
  else await sendBatch(services, identity, body);
  return 202;
}

async function identityOf(services: Services, req: IncomingMessage): Promise<Identity> {
  const bearer = /^Bearer (.+)$/i.exec(req.headers.authorization ?? "")?.[1];
  const key = req.headers.apikey;
  const token = bearer ?? (typeof key === "string" ? key : undefined);
  if (!token) throw new HttpRefusal(401, "Unauthorized");
  return services.identify(token).catch((error: Error) => {
    throw new HttpRefusal(401, error.message);
  });
}

function takeTurns(services: Services, { claims, role }: Identity, count: number): void {
  const isAllowed = services.httpMessages.take(claims.sub ?? role, count);
  if (!isAllowed) throw new HttpRefusal(429, "You have exceeded your rate limit");
}

async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > MAX_FRAME_BYTES) throw new HttpRefusal(413, "The body is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new HttpRefusal(400, "The body is not JSON");
  }
}

async function sendOne(
  services: Services,
  identity: Identity,
  [rawTopic = "", rawEvent = ""]: string[],
  search: URLSearchParams,
  req: IncomingMessage,
  body: Buffer,
): Promise<void> {
  const key = { name: decode(rawTopic), isPrivate: search.get("private") === "true" };
  const isBinary = req.headers["content-type"]?.startsWith("application/octet-stream") ?? false;
  if (!isBinary) parseJson(body);
  const message: Broadcast = { event: decode(rawEvent), encoding: isBinary ? "binary" : "json", body };
  if (body.length > MAX_MESSAGE_BYTES) throw new HttpRefusal(422, "Payload size exceeds tenant limit");
  const persist = parsePersist(search.get("persist") ?? { ttl: search.get("persist[ttl]") ?? undefined });
  if (persist && !key.isPrivate) throw new HttpRefusal(422, "persist can only be used on private channels");
  if (!(await isAllowed(services, identity, key))) throw new HttpRefusal(403, "Unauthorized");
  if (persist) await keep(services, identity, key, message, persist);
  services.topics.broadcast(key, message);
}

/** As on a hosted project, who may send but not store has sent. */
async function keep(
  services: Services,
  identity: Identity,
  key: TopicKey,
  message: Broadcast,
  persist: Persist,
): Promise<void> {
  if (!(await mayWrite(services.database, identity, key.name, "persistence"))) return;
  message.meta = { id: randomUUID() };
  await keepMessage(services.database, key.name, message, persist);
}

/** As on a hosted project, messages that the sender may not send are left out and the others sent. */
async function sendBatch(services: Services, identity: Identity, body: Buffer): Promise<void> {
  const request = batchSchema.safeParse(parseJson(body));
  if (!request.success) throw new HttpRefusal(422, z.prettifyError(request.error));
  takeTurns(services, identity, request.data.messages.length);
  const allowed = new Map<string, boolean>();
  for (const { topic, event, payload, private: isPrivate } of request.data.messages) {
    const key = { name: topic, isPrivate: isPrivate === true };
    const known = allowed.get(`${key.isPrivate}:${topic}`) ?? (await isAllowed(services, identity, key));
    allowed.set(`${key.isPrivate}:${topic}`, known);
    const message: Broadcast = { event, encoding: "json", body: Buffer.from(JSON.stringify(payload ?? {})) };
    if (known) services.topics.broadcast(key, message);
  }
}

async function isAllowed(services: Services, identity: Identity, key: TopicKey): Promise<boolean> {
  return !key.isPrivate || mayWrite(services.database, identity, key.name, "broadcast");
}

function decode(part: string): string {
  try {
    return topicSchema.parse(decodeURIComponent(part));
  } catch {
    throw new HttpRefusal(422, "The topic or the event is not valid");
  }
}
