import { type AddressInfo, connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { createGateway } from "@/supabase/embedded/gateway/server";

const UPGRADE = "GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
const TRIES = 200;

const server = createGateway([]);
afterAll(() => server.close());

/** Asks for a WebSocket and breaks off, sooner or later than the answer. */
function breakOff(port: number, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(UPGRADE);
      setTimeout(() => {
        socket.resetAndDestroy();
        resolve();
      }, patience);
    });
    socket.on("error", () => resolve());
  });
}

// Vitest fails on an error that nobody caught, which is what ended the process.
test("a connection that breaks off while it is refused a WebSocket ends nothing else", async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  for (let count = 0; count < TRIES; count += 1) await breakOff(port, count % 4);
  const answer = await fetch(`http://127.0.0.1:${port}/nowhere`);
  expect(answer.status).toBe(404);
});
