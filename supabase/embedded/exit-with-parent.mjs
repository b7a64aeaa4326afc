// Preloaded into every service, and inherited by the children of Next.js: each asks itself to end when its parent
// is gone, and ends a moment later in any case.
import process from "node:process";

const GRACE_MS = 3000;

function leave() {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(0), GRACE_MS);
}

if (process.send) {
  // A parent that was killed while this process was starting is gone already, and its event with it.
  if (!process.connected) process.exit(0);
  process.on("disconnect", leave);
  // Our own listener holds nothing open; whoever waits for a message, as the children of `next dev` do, still does.
  process.channel?.unref();
  process.on("newListener", (event) => event === "message" && process.channel?.ref());
}
