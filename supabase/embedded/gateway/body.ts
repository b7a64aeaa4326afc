import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal";

/** The whole body as text; more than `limit` bytes are refused before they are held. */
export async function readBody(req: IncomingMessage, limit: number): Promise<string> {
  const announced = Number(req.headers["content-length"] ?? 0);
  if (announced > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += (chunk as Buffer).length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const tooLarge = (limit: number) => new Refusal(413, `The request body is larger than ${limit} bytes`);
