export type CommandRule = {
  /** As Redis counts: the command's own name included; negative means "at least". */
  arity: number;
  /** The type that the first key must have when it exists. */
  type?: "string" | "hash" | "list" | "set" | "zset" | "stream";
  isIntegerOnly?: boolean;
};

const TABLES: [type: CommandRule["type"], commands: string][] = [
  [
    "string",
    `get:2 set:-3 setnx:3 setex:4 psetex:4 getset:3 getdel:2 getex:-2 append:3 strlen:2 getrange:4 setrange:4
     incr:2 decr:2 incrby:3 decrby:3 incrbyfloat:3 getbit:3 setbit:4 bitcount:-2`,
  ],
  [
    "hash",
    `hset:-4 hsetnx:4 hget:3 hmget:-3 hmset:-4 hgetall:2 hdel:-3 hexists:3 hlen:2 hkeys:2 hvals:2 hincrby:4
     hincrbyfloat:4 hstrlen:3 hscan:-3`,
  ],
  [
    "list",
    `lpush:-3 rpush:-3 lpushx:-3 rpushx:-3 lpop:-2 rpop:-2 lrange:4 llen:2 lindex:3 lset:4 lrem:4 ltrim:4
     linsert:5 lmove:5 rpoplpush:3`,
  ],
  [
    "set",
    `sadd:-3 srem:-3 smembers:2 sismember:3 smismember:-3 scard:2 spop:-2 srandmember:-2 smove:4 sinter:-2
     sunion:-2 sdiff:-2 sscan:-3`,
  ],
  [
    "zset",
    `zadd:-4 zrem:-3 zscore:3 zincrby:4 zcard:2 zcount:4 zrange:-4 zrevrange:-4 zrangebyscore:-4
     zrevrangebyscore:-4 zrank:3 zrevrank:3 zremrangebyrank:4 zremrangebyscore:4 zpopmin:-2 zpopmax:-2 zscan:-3`,
  ],
  ["stream", "xadd:-5 xlen:2 xrange:-4 xrevrange:-4 xdel:-3 xtrim:-4"],
  [
    undefined,
    `del:-2 unlink:-2 exists:-2 expire:-3 pexpire:-3 expireat:-3 pexpireat:-3 ttl:2 pttl:2 persist:2 type:2
     rename:3 renamenx:3 keys:2 scan:-2 randomkey:1 dbsize:1 flushdb:-1 flushall:-1 mget:-2 mset:-3 msetnx:-3
     ping:-1 echo:2 time:1 publish:3`,
  ],
];

const INTEGERS = new Set(["incr", "decr", "incrby", "decrby"]);

/** What the embedded Redis answers, with the checks that the mock beneath does not make itself. */
export const COMMANDS = new Map<string, CommandRule>(
  TABLES.flatMap(([type, list]) =>
    list.split(/\s+/).map((entry): [string, CommandRule] => {
      const [name = "", arity = ""] = entry.split(":");
      return [name, { arity: Number(arity), type, isIntegerOnly: INTEGERS.has(name) }];
    }),
  ),
);
