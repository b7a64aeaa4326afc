import process from "node:process";

const LINE_EVERY_MS = 2000;

/** A line that rewrites itself on a terminal, and every two seconds a new one in a log. */
export function createProgress(total: number) {
  const { stdout } = process;
  let done = 0;
  let lastLine = 0;
  return {
    advance(label: string): void {
      done += 1;
      const line = `${String(Math.round((done / total) * 100)).padStart(3)} %  ${label}`;
      if (stdout.isTTY) stdout.write(`\r\u001b[2K${line}`);
      else if (Date.now() - lastLine > LINE_EVERY_MS) {
        lastLine = Date.now();
        stdout.write(`${line}\n`);
      }
    },
    finish(): void {
      if (stdout.isTTY) stdout.write("\r\u001b[2K");
    },
  };
}
