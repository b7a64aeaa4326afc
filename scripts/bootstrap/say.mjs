import process from "node:process";

const isColoured = process.stdout.isTTY === true && !process.env.NO_COLOR;
const paint = (code, text) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = (text) => paint(1, text);
const dim = (text) => paint(2, text);

export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Names a step, says every few seconds that it still lasts, and how long it took. */
export async function step(title, work) {
  const startedAt = Date.now();
  const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(1);
  const timer = setInterval(() => say(dim(`  ${title} … ${seconds()} s`)), 5000);
  try {
    const result = await work();
    say(`${paint(32, "✓")} ${title} ${dim(`${seconds()} s`)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
