type Call = (name: string, args: string[]) => Promise<unknown>;

const MS = 1000;

/** SET with the options that the mock does not know: an end at a point in time, and keeping the end that there is. */
export async function runSet(call: Call, args: string[]): Promise<unknown> {
  const [key = "", value = "", ...options] = args;
  const relative: string[] = [];
  let keptMs = -1;
  for (let index = 0; index < options.length; index += 1) {
    const option = options[index] ?? "";
    if (option === "EXAT" || option === "PXAT") {
      index += 1;
      const end = Number(options[index]) * (option === "EXAT" ? MS : 1);
      relative.push("PX", String(Math.max(1, end - Date.now())));
    } else if (option === "KEEPTTL") {
      keptMs = Number(await call("pttl", [key]));
    } else {
      relative.push(option);
    }
  }
  const reply = await call("set", [key, value, ...relative]);
  if (keptMs > 0) await call("pexpire", [key, String(keptMs)]);
  return reply;
}
