import { ServerClock } from "@/lib/platform/server-clock";

const KEY = "cineverse-clock";

let clock: ServerClock | undefined;

/** How far this device's clock was off when the server was last heard; kept, so that it is known offline too. */
function knownOffsetMs(): number {
  try {
    return Number(localStorage.getItem(KEY) ?? 0) || 0;
  } catch {
    return 0;
  }
}

/** The moment of a write, in the server's time: a device whose clock is wrong neither wins nor loses. */
export function nextMoment(): number {
  clock ??= new ServerClock(Date.now() + knownOffsetMs());
  return clock.next();
}

/** The answer was on its way for half of the time that was waited for it. */
export function hearServerTime(serverTime: number, askedAt: number): void {
  const time = serverTime + (Date.now() - askedAt) / 2;
  clock ??= new ServerClock(time);
  clock.sync(time);
  try {
    localStorage.setItem(KEY, String(Math.round(time - Date.now())));
  } catch {
    // Without storage this tab knows it all the same.
  }
}
