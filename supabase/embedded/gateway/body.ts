import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal";

/** How much of a refused body is still read: who is cut off while sending never sees why. */
const DISCARDED_BYTES = 64 * 1024 * 1024;

/** The whole body as text; of one with more than `limit` bytes nothing is held. */
export async function readBody(req: IncomingMessage, limit: number): Promise<string> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += (chunk as Buffer).length;
    if (size <= limit) chunks.push(chunk as Buffer);
    else chunks = [];
    if (size > limit + DISCARDED_BYTES) break;
  }
  if (size > limit) throw new Refusal(413, `The request body is larger than ${limit} bytes`);
  return Buffer.concat(chunks).toString("utf8");
}
