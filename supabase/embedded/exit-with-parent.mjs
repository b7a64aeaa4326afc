// Preloaded into programs that are not ours, and inherited by their own children: each ends with its parent.
import process from "node:process";

const GRACE_MS = 1500;

if (process.send) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(0), GRACE_MS);
  });
  process.channel?.unref();
}
