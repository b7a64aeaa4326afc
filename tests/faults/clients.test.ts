import { randomInt } from "node:crypto";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { siteUrl } from "@/tests/fixtures/supabase";

/** Sends a body over a line of its own, and reads until it is answered or the line is closed. */
function send(
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port, host, origin } = new URL(siteUrl);
  const socket = connect(Number(port), hostname);
  const all = {
    host,
    origin,
    accept: "application/json",
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "x-forwarded-for": `10.9.${randomInt(255)}.${randomInt(1, 255)}`,
    connection: "close",
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve) => {
    let text = "";
    // Who is still sending when the answer comes has said enough.
    socket.on("data", (chunk) => {
      text += chunk;
      if (text.includes('"requestId"')) socket.destroy();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text }));
    socket.on("connect", () => {
      socket.write(`POST /api/preferences HTTP/1.1\r\n${head.join("")}\r\n`);
      socket.write(body);
    });
  });
}

/** A stack, a statement, or where our files lie. */
const INNER_THINGS = /\n\s+at \S+|node_modules|SyntaxError|JSON\.parse|\/lib\/platform/;

test.each<[string, () => ReturnType<typeof send>, number]>([
  ["too large", () => send(JSON.stringify({ theme: "x".repeat(3_000_000) })), 400],
  ["of the wrong type", () => send("theme: dark", { "content-type": "text/yaml" }), 400],
  ["deeply nested", () => send(`{"theme":${"[".repeat(5_000)}${"]".repeat(5_000)}}`), 400],
  ["with half a letter", () => send(Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])), 400],
  ["cut off in the middle", () => send('{"theme":"da'), 400],
])("a body %s is refused in plain words", async (_, sent, status) => {
  const answer = await sent();
  expect(answer.text, answer.text.slice(0, 400)).toContain('"code":"INVALID"');
  expect(answer.status).toBe(status);
  expect(answer.text).not.toMatch(INNER_THINGS);
});
