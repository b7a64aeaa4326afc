import type { Identity } from "../identity";
import type { Binding } from "../join";
import { type CompiledBinding, compileBinding } from "./bindings";
import { isPattern } from "./condition";
import type { ChangeFeed } from "./feed";

export type IdentifiedBinding = { id: number; binding: Binding };

/** Whoever receives the changes: a channel. */
export type Subscriber = {
  deliverChange(ids: number[], dataJson: string): void;
  system(extension: "postgres_changes", status: "ok" | "error", message: string): void;
  crash(error: unknown): void;
};

/** What one channel wants to hear of, and under whose rights. */
export class Subscription {
  bindings: CompiledBinding[] = [];
  /** The last place in the log up to which this subscriber got what it may see. */
  decidedUpTo = 0;
  private isClosed = false;
  private isRegistered = false;

  constructor(
    private readonly feed: ChangeFeed,
    readonly subscriber: Subscriber,
    public identity: Identity,
    private readonly wanted: IdentifiedBinding[],
  ) {}

  /** Resolves when every later commit will be heard; throws InvalidSubscription for a wish that cannot be met. */
  async establish(): Promise<void> {
    const { role } = this.identity;
    this.bindings = await Promise.all(
      this.wanted.map((binding) => compileBinding(this.feed.database, role, binding)),
    );
    if (this.isClosed) return;
    this.decidedUpTo = this.feed.position;
    this.feed.add(this);
    this.isRegistered = true;
    await this.feed.whenReady();
  }

  /** A pattern may be costly to match, so its subscriber waits for nobody's answers and nobody for its. */
  get isCostly(): boolean {
    return this.bindings.some(({ conditions }) => conditions.some(isPattern));
  }

  changeIdentity(identity: Identity): void {
    if (this.isRegistered) this.feed.move(this, identity);
    else this.identity = identity;
  }

  close(): void {
    this.isClosed = true;
    if (this.isRegistered) this.feed.remove(this);
    this.isRegistered = false;
  }
}
