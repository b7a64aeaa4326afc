import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { z } from "zod";
import type { AudienceContext } from "@/lib/platform/auth/types";
import { AppError, fromPostgrest } from "@/lib/platform/errors";
import { hmac } from "@/lib/platform/hmac";
import { IDEMPOTENCY_HEADER } from "@/lib/platform/http/intent";
import { log } from "@/lib/platform/log";

const KEY = /^[\w-]{16,200}$/;
const KEPT_HEADERS = ["content-type", "location"];
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ANSWER_CHARACTERS = 65_536;
const RETRY_AFTER_SECONDS = "1";

const answerSchema = z.object({
  status: z.number().int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
});

const claimSchema = z.object({
  state: z.enum(["claimed", "answered", "running", "different"]),
  claim: z.uuid().nullable(),
  answer: z.string().nullable(),
});

/**
 * Runs a write once for each key that its sender chose: a repeat gets the first answer, without its cookies. Throws CONFLICT
 * for the same key with another body, and, with Retry-After, while the first request is under way. A refusal is not kept.
 */
export async function answerOnce(
  request: Request,
  { db, user }: AudienceContext,
  input: unknown,
  handle: () => Response | Promise<Response>,
): Promise<Response> {
  const key = request.headers.get(IDEMPOTENCY_HEADER);
  if (key === null || !user) return handle();
  if (!KEY.test(key)) throw new AppError("INVALID", "platform.errors.unreadable");
  const secret = await hmac("idempotency-answer", `${user.id}:${key}`);
  const { data, error } = await db.rpc("claim_idempotency_key", {
    p_route: `${request.method} ${new URL(request.url).pathname}`,
    p_key: await hmac("idempotency-key", `${user.id}:${key}`),
    p_body_hash: await hmac("idempotency-body", JSON.stringify(input)),
  });
  if (error) throw fromPostgrest(error);
  const { state, claim, answer } = claimSchema.parse(data[0]);
  if (state === "answered" && answer !== null) return open(answer, secret);
  if (claim === null) throw taken(state === "running");
  return keepAnswer(db, claim, secret, handle);
}

function taken(isRunning: boolean): AppError {
  return isRunning
    ? new AppError("CONFLICT", "platform.errors.underWay", {
        headers: { "retry-after": RETRY_AFTER_SECONDS },
      })
    : new AppError("CONFLICT", "platform.errors.keyTaken");
}

/** An answer that cannot be kept is given all the same: the write is done, and only a repeat would notice. */
async function keepAnswer(
  db: AudienceContext["db"],
  claim: string,
  secret: string,
  handle: () => Response | Promise<Response>,
): Promise<Response> {
  let response: Response;
  try {
    response = await handle();
  } catch (refusal) {
    note(await db.rpc("release_idempotency_key", { p_claim: claim }));
    throw refusal;
  }
  const sealed = await seal(response.clone(), secret);
  if (sealed.length > ANSWER_CHARACTERS) note({ error: new Error("the answer is too long") });
  else note(await db.rpc("answer_idempotency_key", { p_claim: claim, p_answer: sealed }));
  return response;
}

function note({ error }: { error: unknown }): void {
  if (error) log.warn({ err: error }, "an idempotency key was not settled");
}

/** Only who knows the key and the server together can read it: answers hold recovery codes. */
async function seal(response: Response, secret: string): Promise<string> {
  const headers = [...response.headers].filter(([name]) => KEPT_HEADERS.includes(name));
  const text = JSON.stringify({ status: response.status, headers, body: await response.text() });
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(secret, "hex"), nonce);
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString("base64");
}

function open(answer: string, secret: string): Response {
  const sealed = Buffer.from(answer, "base64");
  const key = Buffer.from(secret, "hex");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  const { status, headers, body } = answerSchema.parse(JSON.parse(text.toString("utf8")));
  return new Response(body, { status, headers: [...headers, ["idempotency-replayed", "true"]] });
}
