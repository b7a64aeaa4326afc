import { setTimeout as wait } from "node:timers/promises";
import type { Layout } from "./layout";
import { removeRecord, writeRecord } from "./record";
import { abandonRuns } from "./run";
import { Service } from "./service";

type Extra = { port?: number; isLoud?: boolean };

/** Owns the services of one state folder: starts, restarts, records and stops them. */
export class Supervisor {
  private readonly services: Service[] = [];
  private readonly pids = new Map<string, number>();
  private readonly starter = process.ppid;
  private stopping: Promise<void> | undefined;

  constructor(private readonly layout: Layout) {
    this.record();
  }

  get isStopping(): boolean {
    return this.stopping !== undefined;
  }

  add(name: string, command: string[], environment: NodeJS.ProcessEnv, extra: Extra = {}): void {
    if (this.isStopping) return;
    const onPid = (service: string, pid: number | undefined) => {
      if (pid) this.pids.set(service, pid);
      else this.pids.delete(service);
      this.record();
    };
    const { dataFolder } = this.layout;
    const service = new Service({ name, command, environment, dataFolder, onPid, ...extra });
    this.services.push(service);
    service.start();
  }

  async untilReady(): Promise<void> {
    await Promise.all(this.services.map((service) => service.untilReady()));
  }

  /** Waits for work that needs a service, but not after that service has failed again and again. */
  async unlessFailing(name: string, work: Promise<void>): Promise<void> {
    const service = this.services.find((candidate) => candidate.name === name);
    const isDone = work.then(() => true);
    while (!(await Promise.race([isDone, wait(250, false)]))) service?.throwIfFailing();
  }

  /** Stops in the reverse order of starting, so that nothing loses what it still needs; Postgres goes last. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    abandonRuns();
    const [first, ...others] = this.services;
    await Promise.all(others.map((service) => service.stop()));
    await first?.stop();
    removeRecord(this.layout.dataFolder);
  }

  private record(): void {
    if (this.isStopping && this.pids.size === 0) return;
    writeRecord(this.layout.dataFolder, {
      supervisor: process.pid,
      starter: this.starter,
      port: this.layout.ports.site,
      services: Object.fromEntries(this.pids),
    });
  }
}
