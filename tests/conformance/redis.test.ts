import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { Redis } from "@upstash/redis";
import { describe, expect, test } from "vitest";

const { UPSTASH_REDIS_REST_URL: url = "", UPSTASH_REDIS_REST_TOKEN: token = "" } = process.env;
const redis = new Redis({ url, token, enableTelemetry: false });
const key = (name = "key") => `test:${name}:${randomUUID()}`;

describe("values", () => {
  test("a string that was set is read back, accents, emoji and line ends included", async () => {
    const name = key();
    const value = 'Đêm Trắng · "élan" 🎬\r\nend';
    expect(await redis.set(name, value)).toBe("OK");
    expect(await redis.get(name)).toBe(value);
  });

  test("an object travels as JSON and a value that is the word OK stays that word", async () => {
    const name = key();
    await redis.set(name, { title: "Paper Moons", year: 1999, tags: ["a", null] });
    expect(await redis.get(name)).toEqual({ title: "Paper Moons", year: 1999, tags: ["a", null] });
    await redis.set(name, "OK");
    expect(await redis.get(name)).toBe("OK");
    expect(await redis.mget(name, key())).toEqual(["OK", null]);
  });

  test("what is absent cannot be renamed, and nothing comes of it", async () => {
    const [absent, name] = [key(), key()];
    await expect(redis.rename(absent, name)).rejects.toThrow("no such key");
    await expect(redis.renamenx(absent, name)).rejects.toThrow("no such key");
    expect(await redis.exists(absent, name)).toBe(0);
  });

  test("what is absent is null", async () => {
    expect(await redis.get(key())).toBeNull();
    expect(await redis.hgetall(key())).toBeNull();
    expect(await redis.hget(key(), "field")).toBeNull();
  });

  test("set with nx keeps the first value, with xx needs one, and with get answers the old one", async () => {
    const name = key();
    expect(await redis.set(name, "new", { xx: true })).toBeNull();
    expect(await redis.set(name, "first", { nx: true })).toBe("OK");
    expect(await redis.set(name, "second", { nx: true })).toBeNull();
    expect(await redis.set(name, "third", { get: true })).toBe("first");
    expect(await redis.getdel(name)).toBe("third");
    expect(await redis.exists(name)).toBe(0);
  });

  test("the encoding is the client's choice", async () => {
    const plain = new Redis({ url, token, responseEncoding: false, enableTelemetry: false });
    const name = key();
    await plain.set(name, "Cơn Mưa");
    expect(await plain.get(name)).toBe("Cơn Mưa");
    expect(await redis.get(name)).toBe("Cơn Mưa");
  });

  test("many small commands sent at once each get their own answer", async () => {
    const names = Array.from({ length: 200 }, (_, index) => key(String(index)));
    await Promise.all(names.map((name, index) => redis.set(name, index, { ex: 60 })));
    const values = await Promise.all(names.map((name) => redis.get<number>(name)));
    expect(values).toEqual(names.map((_, index) => index));
  });

  test("a hundred increments at once count to a hundred", async () => {
    const name = key();
    const answers = await Promise.all(Array.from({ length: 100 }, () => redis.incr(name)));
    expect(new Set(answers).size).toBe(100);
    expect(await redis.get(name)).toBe(100);
  });
});

describe("time to live", () => {
  test("a key says how long it lives and disappears when it is over", async () => {
    const name = key();
    await redis.set(name, "soon gone", { px: 120 });
    expect(await redis.pttl(name)).toBeGreaterThan(0);
    await expect.poll(() => redis.get(name)).toBeNull();
    expect(await redis.ttl(name)).toBe(-2);
  });

  test("expire, persist and a key without an end", async () => {
    const name = key();
    await redis.set(name, 1);
    expect(await redis.ttl(name)).toBe(-1);
    expect(await redis.expire(name, 300)).toBe(1);
    expect(await redis.ttl(name)).toBeGreaterThan(298);
    expect(await redis.persist(name)).toBe(1);
    expect(await redis.ttl(name)).toBe(-1);
  });

  test("setting again forgets the old end unless it is kept", async () => {
    const name = key();
    await redis.set(name, 1, { ex: 300 });
    await redis.set(name, 2, { keepTtl: true });
    expect(await redis.ttl(name)).toBeGreaterThan(298);
    await redis.set(name, 3);
    expect(await redis.ttl(name)).toBe(-1);
  });
});

describe("collections", () => {
  test("hashes", async () => {
    const name = key();
    expect(await redis.hset(name, { a: 1, b: "two" })).toBe(2);
    expect(await redis.hgetall(name)).toEqual({ a: 1, b: "two" });
    expect(await redis.hincrby(name, "a", 4)).toBe(5);
    expect(await redis.hdel(name, "a")).toBe(1);
  });

  test("sorted sets", async () => {
    const name = key();
    await redis.zadd(name, { score: 2, member: "b" }, { score: 1, member: "a" });
    expect(await redis.zrange(name, 0, -1, { withScores: true })).toEqual(["a", 1, "b", 2]);
    expect(await redis.zscore(name, "b")).toBe(2);
    expect(await redis.zremrangebyscore(name, 0, 1)).toBe(1);
  });

  test("lists and sets", async () => {
    const [list, set] = [key(), key()];
    await redis.rpush(list, "a", "b");
    expect(await redis.lrange(list, 0, -1)).toEqual(["a", "b"]);
    await redis.sadd(set, "x", "y", "x");
    expect((await redis.smembers(set)).sort()).toEqual(["x", "y"]);
  });

  test("a scan finds what matches and nothing else", async () => {
    const prefix = key("scan");
    await redis.mset({ [`${prefix}:1`]: 1, [`${prefix}:2`]: 2 });
    const found: string[] = [];
    let cursor = "0";
    do {
      const [next, names] = await redis.scan(cursor, { match: `${prefix}:*`, count: 100 });
      found.push(...names);
      cursor = String(next);
    } while (cursor !== "0");
    expect(found.sort()).toEqual([`${prefix}:1`, `${prefix}:2`]);
  });
});

describe("several commands in one request", () => {
  test("a pipeline answers each command in order", async () => {
    const name = key();
    const answers = await redis.pipeline().set(name, "x").get(name).incr(key()).del(name).exec();
    expect(answers).toEqual(["OK", "x", 1, 1]);
  });

  test("in a pipeline the command that fails is the only one that fails", async () => {
    const name = key();
    const pipeline = redis.pipeline().set(name, "text").incr(name).get(name);
    const answers = await pipeline.exec({ keepErrors: true });
    expect(answers[0]).toMatchObject({ result: "OK" });
    expect(answers[1]?.error).toContain("ERR value is not an integer");
    expect(answers[2]).toMatchObject({ result: "text" });
  });

  test("a transaction is not interrupted by anybody else's command", async () => {
    const name = key();
    const transaction = () => redis.multi().incr(name).incr(name).incr(name).exec<number[]>();
    const all = await Promise.all(Array.from({ length: 20 }, transaction));
    for (const [first = 0, second, third] of all) expect([second, third]).toEqual([first + 1, first + 2]);
    expect(await redis.get(name)).toBe(60);
  });

  test("a transaction with a malformed command changes nothing", async () => {
    const name = key();
    const response = await fetch(`${url}/multi-exec`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify([["SET", name, "1"], ["GET"]]),
    });
    expect(response.status).toBe(400);
    expect((await response.json()).error).toContain("EXECABORT");
    expect(await redis.get(name)).toBeNull();
  });
});

describe("errors", () => {
  test("the wrong kind of value is refused and left as it was", async () => {
    const name = key();
    await redis.hset(name, { a: 1 });
    await expect(redis.incr(name)).rejects.toThrow("WRONGTYPE");
    await expect(redis.lpush(name, "x")).rejects.toThrow("WRONGTYPE");
    expect(await redis.hgetall(name)).toEqual({ a: 1 });
  });

  test("counting on a text is refused", async () => {
    const name = key();
    await redis.set(name, "text");
    await expect(redis.incrby(name, 2)).rejects.toThrow("ERR value is not an integer");
  });

  test("an unknown command and too few words are refused", async () => {
    await expect(redis.exec(["NONSENSE", "a"])).rejects.toThrow("ERR unknown command");
    await expect(redis.exec(["GET"])).rejects.toThrow("ERR wrong number of arguments");
  });

  test("a body that is no command gets an error and not a broken connection", async () => {
    const headers = { authorization: `Bearer ${token}` };
    for (const body of ["", "{", "[]", '"GET"']) {
      const response = await fetch(url, { method: "POST", headers, body });
      expect(response.status).toBe(400);
      expect(await response.json()).toHaveProperty("error");
    }
  });

  test("nobody gets in without the token", async () => {
    const stranger = new Redis({ url, token: `${token}x`, retry: false, enableTelemetry: false });
    await expect(stranger.get(key())).rejects.toThrow(/WRONGPASS|Unauthorized/i);
    expect((await fetch(`${url}/get/a`)).status).toBe(401);
  });
});

describe("scripts", () => {
  test("a script is run by its text, then by its hash", async () => {
    const name = key();
    const script = redis.createScript<number>(`return redis.call("INCRBY", KEYS[1], ARGV[1]) -- ${name}`);
    expect(await script.exec([name], ["2"])).toBe(2);
    expect(await script.exec([name], ["3"])).toBe(5);
  });

  test("an unknown hash says so in the word that clients wait for", async () => {
    await expect(redis.evalsha("0".repeat(40), [], [])).rejects.toThrow("NOSCRIPT");
  });

  test("a loaded script is known until it is flushed", async () => {
    const hash = await redis.scriptLoad(`return {1, "a", false, {2}} -- ${randomUUID()}`);
    expect(await redis.scriptExists(hash)).toEqual([1]);
    expect(await redis.evalsha(hash, [], [])).toEqual([1, "a", null, [2]]);
  });
});

test("a command may be written as an address", async () => {
  const name = key();
  const headers = { authorization: `Bearer ${token}` };
  await fetch(`${url}/set/${name}/a%20b?EX=100`, { headers });
  const response = await fetch(`${url}/get/${name}`, { headers });
  expect(await response.json()).toEqual({ result: "a b" });
  expect(await redis.ttl(name)).toBeGreaterThan(90);
});

test("an address that is none is refused, and the server goes on", async () => {
  const { hostname, port } = new URL(url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.end("GET // HTTP/1.1\r\nHost: redis\r\n\r\n"),
    );
    socket.once("data", (chunk) => resolve(chunk.toString()));
    socket.once("error", reject).once("close", () => resolve("closed"));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400/);
  expect(await redis.ping()).toBe("PONG");
});
