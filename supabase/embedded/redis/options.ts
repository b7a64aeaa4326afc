/** Where a command's options begin; the mock knows them in capitals only and clients send them as they like. */
const OPTIONS_FROM: Record<string, number> = {
  set: 2,
  getex: 1,
  expire: 2,
  pexpire: 2,
  expireat: 2,
  pexpireat: 2,
  zrange: 3,
  zrevrange: 3,
  zrangebyscore: 3,
  zrevrangebyscore: 3,
  scan: 1,
};
const OPTION =
  /^(ex|px|exat|pxat|nx|xx|gt|lt|ch|incr|keepttl|get|persist|withscores|limit|rev|byscore|match|count)$/i;

export function withCapitalOptions(name: string, args: string[]): string[] {
  if (name === "zadd") {
    const firstScore = args.findIndex((word, index) => index > 0 && !OPTION.test(word));
    return args.map((word, index) => (index > 0 && index < firstScore ? word.toUpperCase() : word));
  }
  const from = OPTIONS_FROM[name];
  if (from === undefined) return args;
  return args.map((word, index) => (index >= from && OPTION.test(word) ? word.toUpperCase() : word));
}
