const isColoured = process.stdout.isTTY === true && !process.env.NO_COLOR;
const paint = (code: number) => (text: string) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);

export const dim = paint(2);
export const bold = paint(1);
const green = paint(32);
const yellow = paint(33);

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What the person at the terminal reads. */
export const say = {
  line: write,
  warn: (text: string) => write(`${yellow("!")} ${text}`),
  from: (name: string, text: string) => {
    for (const line of text.split("\n")) if (line.trim()) write(`${dim(`${name} |`)} ${line}`);
  },
  /** Names a step, repeats it every few seconds while it lasts, and says how long it took. */
  async step<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
    const startedAt = Date.now();
    const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(1);
    const timer = setInterval(() => write(dim(`  ${title} … ${seconds()} s`)), 5000);
    try {
      const result = await work();
      write(`${green("✓")} ${title} ${dim(`${seconds()} s`)}`);
      return result;
    } finally {
      clearInterval(timer);
    }
  },
};
