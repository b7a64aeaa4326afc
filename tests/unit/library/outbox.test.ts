import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const VIEWER = "7c6b1a52-0000-4000-8000-000000000001";
const MOVIE = "7c6b1a52-0000-4000-8000-00000000000a";

class Storage {
  [key: string]: unknown;
  getItem(key: string) {
    return (this[key] as string | undefined) ?? null;
  }
  setItem(key: string, value: string) {
    this[key] = value;
  }
  removeItem(key: string) {
    delete this[key];
  }
}

/** A tab: its modules are its own, the storage is the browser's. */
async function openTab() {
  vi.resetModules();
  const [outbox, send] = await Promise.all([
    import("@/lib/library/client/outbox"),
    import("@/lib/library/client/send"),
  ]);
  const events: string[] = [];
  send.listen((event) => events.push(event.type));
  const press = (isListed: boolean, movieId = MOVIE) =>
    outbox.add(VIEWER, "Film", { kind: "watchlist", movieId, isListed });
  return { ...outbox, ...send, events, press };
}

type Body = { writes: { id: string; movieId: string; isListed: boolean; madeAt: number }[] };
let server: (body: Body) => Response | Promise<Response>;
let heard: Body[] = [];

const takes = ({ writes }: Body) =>
  Response.json({ answers: writes.map(({ id }) => ({ id, outcome: "done" })), serverTime: Date.now() });
const refuses = (status: number) => () => Response.json({ error: { message: "No." } }, { status });

beforeEach(() => {
  heard = [];
  server = takes;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("localStorage", new Storage());
  vi.stubGlobal("window", { addEventListener: () => undefined });
  vi.stubGlobal("fetch", async (_path: string, { body }: { body: string }) => {
    const parsed = JSON.parse(body) as Body;
    heard.push(parsed);
    return server(parsed);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const offline = () => Promise.reject(new TypeError("Failed to fetch"));

describe("what somebody does", () => {
  test("is sent and forgotten", async () => {
    const tab = await openTab();
    tab.press(true);
    await tab.sendAll(VIEWER);
    expect(heard[0]?.writes).toMatchObject([{ movieId: MOVIE, isListed: true }]);
    expect([tab.snapshot(), Object.keys(localStorage)]).toEqual([[], ["cineverse-clock"]]);
    expect(tab.events).toEqual(["settled"]);
  });

  test("offline is kept, survives the tab, and goes in the order in which it was done", async () => {
    const tab = await openTab();
    server = offline;
    tab.press(true);
    tab.press(true, VIEWER);
    await tab.sendAll(VIEWER);
    expect(tab.events).toEqual(["kept"]);
    server = takes;
    const later = await openTab();
    await later.sendAll(VIEWER);
    const { writes } = heard.at(-1) ?? { writes: [] };
    expect(writes.map(({ movieId }) => movieId)).toEqual([MOVIE, VIEWER]);
    expect(writes[0]?.madeAt).toBeLessThan(writes[1]?.madeAt ?? 0);
  });

  test("and undone before it was sent is one write, not two", async () => {
    const tab = await openTab();
    tab.press(true);
    tab.press(false);
    await tab.sendAll(VIEWER);
    expect(heard[0]?.writes.map(({ isListed }) => isListed)).toEqual([false]);
  });

  test("is tried again by itself after a while", async () => {
    const tab = await openTab();
    server = offline;
    tab.press(true);
    await tab.sendAll(VIEWER);
    server = takes;
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.waitFor(() => expect(tab.events).toEqual(["kept", "settled", "sent"]));
  });

  test("waits when there was too much of it", async () => {
    const tab = await openTab();
    server = refuses(429);
    tab.press(true);
    await tab.sendAll(VIEWER);
    expect([tab.events, tab.snapshot()]).toMatchObject([[], [{ title: "Film" }]]);
  });

  test("that the server cannot take is taken back, and takes no other with it", async () => {
    const tab = await openTab();
    server = (body) => (body.writes.some(({ movieId }) => movieId === MOVIE) ? refuses(400)() : takes(body));
    tab.press(true);
    tab.press(true, VIEWER);
    await tab.sendAll(VIEWER);
    expect(tab.events.toSorted()).toEqual(["refused", "settled"]);
    expect(tab.snapshot()).toEqual([]);
  });

  test("is taken back when the server fails three times", async () => {
    const tab = await openTab();
    server = refuses(500);
    tab.press(true);
    await tab.sendAll(VIEWER);
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.advanceTimersByTimeAsync(4_000);
    await vi.waitFor(() => expect(tab.events).toEqual(["refused"]));
    expect(heard).toHaveLength(3);
  });

  test("while somebody else is watching stays for whoever did it", async () => {
    const tab = await openTab();
    server = refuses(409);
    tab.press(true);
    await tab.sendAll(VIEWER);
    expect(tab.events).toEqual(["stopped"]);
    expect(tab.unsent(VIEWER)).toHaveLength(1);
    expect(tab.unsent(MOVIE)).toEqual([]);
  });

  test("a month ago is not done today, and what is no write of ours is swept away", async () => {
    const tab = await openTab();
    const item = tab.press(true);
    const [key = ""] = Object.keys(localStorage);
    const old = { ...item, write: { ...item.write, madeAt: Date.now() - 40 * 86_400_000 } };
    localStorage.setItem(key, JSON.stringify(old));
    localStorage.setItem("cineverse-outbox:nonsense", "{");
    const later = await openTab();
    expect(later.unsent(VIEWER)).toEqual([]);
    expect(Object.keys(localStorage)).toEqual([]);
  });
});
