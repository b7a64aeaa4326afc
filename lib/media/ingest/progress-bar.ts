import process from "node:process";
import { SingleBar } from "cli-progress";

const FORMAT = "{stage} [{bar}] {percentage}%  {left}";
const LINE_EVERY_PERCENT = 25;

/** One bar per stage with the time left; plain lines where there is no terminal. */
export class ProgressBar {
  private bar: SingleBar | null = null;
  private stage = "";
  private startedAt = 0;
  private printed = 0;

  show(stage: string, percent: number): void {
    if (stage !== this.stage) this.begin(stage);
    const whole = Math.floor(percent);
    if (this.bar) this.bar.update(percent, { stage: stage.padEnd(11), left: this.timeLeft(percent) });
    else if (whole >= this.printed + LINE_EVERY_PERCENT) {
      this.printed = whole - (whole % LINE_EVERY_PERCENT);
      process.stdout.write(`${stage} ${this.printed}%\n`);
    }
  }

  /** Clears the line, so that what is printed next stands alone. */
  stop(): void {
    this.bar?.stop();
    this.bar = null;
    this.stage = "";
  }

  private begin(stage: string): void {
    this.stop();
    this.stage = stage;
    this.startedAt = Date.now();
    this.printed = 0;
    if (!process.stdout.isTTY) return;
    this.bar = new SingleBar({
      format: FORMAT,
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: false,
      fps: 5,
    });
    this.bar.start(100, 0, { stage: stage.padEnd(11), left: "" });
  }

  private timeLeft(percent: number): string {
    const elapsed = (Date.now() - this.startedAt) / 1000;
    if (percent < 4 || elapsed < 2) return "";
    const seconds = Math.round((elapsed * (100 - percent)) / percent);
    if (seconds < 60) return `${seconds} s left`;
    const minutes = Math.round(seconds / 60);
    return minutes < 60 ? `${minutes} min left` : `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
  }
}
