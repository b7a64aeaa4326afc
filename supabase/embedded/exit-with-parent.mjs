// Preloaded into every service, and inherited by the children of Next.js: each asks itself to end when its parent
// is gone, and ends a moment later in any case.
import process from "node:process";

const GRACE_MS = 3000;

if (process.send) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(0), GRACE_MS);
  });
  process.channel?.unref();
}
