import { randomInt } from "node:crypto";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { DEADLINES } from "@/lib/platform/deadlines";
import { whilePaused } from "@/tests/fixtures/faults/services";
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

/** One byte at a time until it is answered; how long that took, in milliseconds. */
async function trickle(path: string, language: string, { method = "POST", before = "" } = {}) {
  const { hostname, port, host, origin } = new URL(siteUrl);
  const socket = connect(Number(port), hostname);
  const head = [
    `${method} ${path} HTTP/1.1`,
    `host: ${host}`,
    `origin: ${origin}`,
    "content-type: application/json",
    "content-length: 1000",
    `accept-language: ${language}`,
    `x-forwarded-for: 10.9.${randomInt(255)}.${randomInt(1, 255)}`,
  ];
  const began = performance.now();
  let text = "";
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.on("data", (chunk) => {
    text += chunk;
  });
  socket.on("error", () => undefined);
  socket.on("close", () => resolve());
  socket.write(`${before}${head.join("\r\n")}\r\n\r\n{"theme":"`);
  const timer = setInterval(() => socket.write("x"), 200);
  await promise;
  clearInterval(timer);
  return { text, milliseconds: performance.now() - began };
}

test("a body that trickles in is given up at its deadline, and everybody else is served meanwhile", async () => {
  const slow = Promise.all([
    trickle("/api/preferences", "en"),
    trickle("/api/auth/sign-in", "vi"),
    ...Array.from({ length: 20 }, () => trickle("/api/library", "en")),
  ]);
  let isOver = false;
  void slow.finally(() => {
    isOver = true;
  });
  let served = 0;
  while (!isOver) {
    expect((await fetch(`${siteUrl}/api/health/live`)).status).toBe(200);
    served += 1;
  }
  expect(served).toBeGreaterThan(20);
  const answers = await slow;
  for (const { text, milliseconds } of answers) {
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain('"code":"INVALID"');
    expect(milliseconds).toBeLessThan(DEADLINES.write.bodyMs + 3_000);
  }
  expect(answers[0]?.text).toContain("took too long to arrive");
  expect(answers[1]?.text).toContain("quá chậm");
});

const answersIn = (text: string) =>
  [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));

test("whoever is answered before their body has come gets that one answer, and the line is closed", async () => {
  const told = await Promise.all([
    trickle("/robots.txt", "en", { method: "GET" }),
    trickle("/_next/static/nothing.js", "en", { method: "GET" }),
    trickle("/artwork/nobody/poster.avif", "en"),
  ]);
  expect(told.map(({ text }) => answersIn(text))).toEqual([[200], [404], [405]]);
  for (const { milliseconds } of told) expect(milliseconds).toBeLessThan(DEADLINES.write.bodyMs + 3_000);
});

test("who waits behind another answer on the same line is not answered in its place", async () => {
  const before = `GET /api/catalogue/surprise HTTP/1.1\r\nhost: ${new URL(siteUrl).host}\r\n\r\n`;
  const { text } = await whilePaused("gateway", () => trickle("/api/preferences", "en", { before }));
  expect(text).not.toContain("took too long to arrive");
});

test("a body that takes its time within the deadline is taken", async () => {
  const { hostname, port, host, origin } = new URL(siteUrl);
  const socket = connect(Number(port), hostname);
  const body = '{"theme":"light"}';
  const address = `10.9.${randomInt(255)}.${randomInt(1, 255)}`;
  socket.write(
    `POST /api/preferences HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\ncontent-type: application/json\r\n` +
      `content-length: ${body.length}\r\nx-forwarded-for: ${address}\r\nconnection: close\r\n\r\n`,
  );
  for (const letter of body) {
    socket.write(letter);
    await wait(100);
  }
  const chunks = await socket.toArray();
  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 200 /);
});
