import { type Extension, mayWrite, readAccess } from "./authorization";
import type { Database } from "./database";
import type { Identify, Identity } from "./identity";
import type { TopicKey } from "./topics";

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The client's own doing, told to it in full. */
export class Refused extends Error {}

/** What the holder of a token may do on one topic, for as long as the token lives. */
export class Rights {
  identity?: Identity;
  mayRead = { broadcast: true, presence: true };
  private readonly mayWriteTo = new Map<Extension, boolean>();
  private expiry?: NodeJS.Timeout;
  private isEnded = false;

  constructor(
    private readonly database: Database,
    private readonly identify: Identify,
    private readonly key: TopicKey,
    private readonly onExpired: () => void,
  ) {}

  /** Replaces the token and with it every right; throws when the new one may not listen here. */
  async take(token: string): Promise<Identity> {
    const identity = await this.identify(token);
    if (this.key.isPrivate) {
      this.mayRead = await readAccess(this.database, identity, this.key.name);
      if (!this.mayRead.broadcast) {
        throw new Refused(
          `Unauthorized: You do not have permissions to read from this Channel topic: ${this.key.name}`,
        );
      }
    }
    this.identity = identity;
    this.mayWriteTo.clear();
    this.awaitExpiry(identity);
    return identity;
  }

  async mayWrite(extension: Extension): Promise<boolean> {
    if (!this.key.isPrivate) return true;
    const known = this.mayWriteTo.get(extension);
    if (known !== undefined) return known;
    if (!this.identity) return false;
    const allowed = await mayWrite(this.database, this.identity, this.key.name, extension);
    this.mayWriteTo.set(extension, allowed);
    return allowed;
  }

  end(): void {
    this.isEnded = true;
    clearTimeout(this.expiry);
  }

  private awaitExpiry(identity: Identity): void {
    clearTimeout(this.expiry);
    if (this.isEnded) return;
    const remaining = Number(identity.claims.exp) * 1000 - Date.now();
    const isNear = remaining <= LONGEST_TIMER_MS;
    const next = isNear ? this.onExpired : () => this.awaitExpiry(identity);
    this.expiry = setTimeout(next, isNear ? remaining : LONGEST_TIMER_MS);
  }
}
