import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { bucket, put, raw, rows, secretKey, signedUrl, storageUrl } from "./storage-fixture";

describe("an upload that is too large", () => {
  it("is cut off long before all of it has been sent, and leaves nothing", async () => {
    const name = await bucket({ public: false, fileSizeLimit: 100_000 });
    const total = 512 * 1024 * 1024;
    const sent = await pour(name, total);
    expect(sent).toBeLessThan(total / 4);
    expect(await rows(name)).toEqual([]);
  });
});

describe("an upload that breaks off or is malformed", () => {
  const BOUNDARY = "frontier";
  const part = `--${BOUNDARY}\r\nContent-Disposition: form-data; name=""; filename="a"\r\nContent-Type: text/plain\r\n\r\nhalf`;
  const field = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="metadata"\r\n\r\n{broken\r\n`;
  const badMetadata = `${field}${part}\r\n--${BOUNDARY}--\r\n`;
  const cases: [string, string, string, number][] = [
    ["in a raw body", "text/plain", "half", 1000],
    ["in a form", `multipart/form-data; boundary=${BOUNDARY}`, part, 1000],
    ["as a form without its end", `multipart/form-data; boundary=${BOUNDARY}`, part, part.length],
    [
      "as a form without a file",
      `multipart/form-data; boundary=${BOUNDARY}`,
      `--${BOUNDARY}--\r\n`,
      BOUNDARY.length + 6,
    ],
    [
      "as a form with broken metadata",
      `multipart/form-data; boundary=${BOUNDARY}`,
      badMetadata,
      badMetadata.length,
    ],
    ["as a form without a boundary", "multipart/form-data", part, part.length],
  ];

  it.each(cases)("%s leaves nothing and holds nothing up", async (_where, type, body, length) => {
    const name = await bucket();
    // The other uploads mark the time: one while the body is awaited, one after the connection is gone.
    await half(name, type, body, length, () => put(name, "during.txt", "during"));
    await put(name, "next.txt", "next");
    expect((await rows(name)).map((row) => row.name)).toEqual(["during.txt", "next.txt"]);
  });
});

describe("the service", () => {
  it("goes on when connections are reset at any moment", async () => {
    const name = await bucket();
    await put(name, "film.mp4", randomBytes(3_000_000));
    const link = new URL(await signedUrl(name, "film.mp4"));
    const body = randomBytes(400_000);
    const form = `multipart/form-data; boundary=x\r\nContent-Length: 500000\r\n\r\n--x\r\nContent-Disposition: form-data; name=""; filename="a"\r\n\r\n`;
    const requests = [
      `GET ${link.pathname}${link.search} HTTP/1.1\r\nHost: ${link.host}\r\n\r\n`,
      `${head(name, "video/mp4")}Content-Length: 500000\r\n\r\n`,
      head(name, form).trimEnd(),
      `${head("no-such-bucket", "video/mp4")}Content-Length: 500000\r\n\r\n`,
      `${head(name, "application/json").replace(`${name}/big`, `list/${name}`)}Content-Length: 500000\r\n\r\n{`,
    ];
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => reset(requests[index % 5] ?? "", body, index)),
    );
    expect((await raw(link.href, { method: "HEAD" })).status).toBe(200);
    expect((await rows(name)).map((row) => row.name)).toEqual(["film.mp4"]);
  });
});

/** Sends a request and resets the connection after so many milliseconds. */
function reset(request: string, body: Buffer, milliseconds: number): Promise<void> {
  const { hostname, port } = new URL(storageUrl);
  const socket = connect(Number(port) || 80, hostname);
  socket.on("error", () => {});
  socket.write(request);
  socket.write(body);
  setTimeout(() => socket.resetAndDestroy(), milliseconds);
  return new Promise((resolve) => socket.once("close", () => resolve()));
}

function head(name: string, type: string): string {
  const { host } = new URL(storageUrl);
  const lines = [
    `POST /storage/v1/object/${name}/big HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${secretKey}`,
  ];
  return [...lines, `apikey: ${secretKey}`, `Content-Type: ${type}`, ""].join("\r\n");
}

/** Announces `length` bytes, sends `body` and hangs up after `pause`; resolves when the server has closed too. */
async function half(name: string, type: string, body: string, length: number, pause: () => Promise<unknown>) {
  const { hostname, port } = new URL(storageUrl);
  const socket = connect(Number(port) || 80, hostname);
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => {});
  socket.resume();
  socket.write(`${head(name, type)}Connection: close\r\nContent-Length: ${length}\r\n\r\n${body}`);
  await pause();
  socket.end();
  await closed;
}

/** Sends a chunked body until the server stops taking it; answers how many bytes it took. */
function pour(name: string, total: number): Promise<number> {
  const { hostname, port } = new URL(storageUrl);
  const socket = connect(Number(port) || 80, hostname);
  const chunk = Buffer.alloc(64 * 1024);
  socket.write(`${head(name, "text/plain")}Transfer-Encoding: chunked\r\n\r\n`);
  return new Promise((resolve) => {
    let sent = 0;
    const next = () => {
      if (socket.destroyed || sent >= total) return;
      sent += chunk.length;
      socket.write(`${chunk.length.toString(16)}\r\n`);
      socket.write(chunk);
      socket.write("\r\n", () => setImmediate(next));
    };
    socket.on("error", () => {});
    socket.once("close", () => resolve(sent));
    next();
  });
}
