import type { Database } from "../database";
import type { Identity } from "../identity";
import { CHANGES_PER_BATCH, MAX_LANE_BACKLOG } from "../limits";
import type { CompiledBinding } from "./bindings";
import { type Condition, decide } from "./condition";
import type { PreparedChange } from "./payload";
import type { Subscription } from "./subscription";
import type { Table } from "./tables";
import { decideInDatabase, tupleOf, type Verdicts } from "./visibility";

/** How the conditions that only the database can decide are found again in its answer. */
type Questions = { conditions: Condition[]; indexOf: Map<Condition, number> };
type Group = { table: Table; changes: PreparedChange[] };

/**
 * Subscriptions that share a role and claims, and so share every answer. A lane takes up what has gathered while it
 * waited for the last answer; it keeps the order of the log, and waits for no other lane.
 */
export class Lane {
  readonly subscriptions = new Set<Subscription>();
  private backlog: PreparedChange[] = [];
  private inWork: PreparedChange[] = [];
  private isRunning = false;

  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
  ) {}

  push(change: PreparedChange): void {
    if (!this.hears(change)) return;
    this.backlog.push(change);
    this.start();
  }

  undecided(): PreparedChange[] {
    return [...this.inWork, ...this.backlog];
  }

  /** Takes changes along with a subscription that moves here; the others here have had theirs or wait for them. */
  takeOver(changes: PreparedChange[]): void {
    const all = new Set([...changes, ...this.backlog]);
    this.backlog = [...all].toSorted((one, other) => one.change.position - other.change.position);
    this.start();
  }

  private start(): void {
    if (this.backlog.length > MAX_LANE_BACKLOG) this.giveUp(new Error("The subscriber is too slow"));
    else if (!this.isRunning) void this.run();
  }

  private hears({ change }: PreparedChange): boolean {
    for (const { bindings } of this.subscriptions) {
      if (bindings.some((binding) => covers(binding, change))) return true;
    }
    return false;
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    try {
      while (this.backlog.length > 0) {
        this.inWork = this.backlog.splice(0, CHANGES_PER_BATCH);
        await this.handle(this.inWork, [...this.subscriptions]);
        this.inWork = [];
      }
    } catch (error) {
      this.giveUp(error);
    } finally {
      this.isRunning = false;
    }
  }

  /** Delivers to those who were here when the batch began; who came since brought its own undecided changes. */
  private async handle(batch: PreparedChange[], members: Subscription[]): Promise<void> {
    const groups = new Map<number, Group>();
    for (const change of batch) {
      const group = groups.get(change.table.oid) ?? { table: change.table, changes: [] };
      group.table = change.table;
      group.changes.push(change);
      groups.set(change.table.oid, group);
    }
    const questions = new Map<number, Questions>();
    const answers = await Promise.all(
      [...groups.values()].map((group) => {
        const asked = this.questionsOn(group);
        questions.set(group.table.oid, asked);
        return this.decide(group, asked);
      }),
    );
    const verdicts: Verdicts = new Map(answers.flatMap((answer) => [...answer]));
    for (const change of batch) {
      const holds = verdicts.get(change);
      const asked = questions.get(change.table.oid);
      if (holds && asked) this.deliver(change, members, holds, asked);
      for (const member of members) this.markDecided(member, change);
    }
  }

  private questionsOn({ changes: [first] }: Group): Questions {
    const questions: Questions = { conditions: [], indexOf: new Map() };
    const bindings = [...this.subscriptions].flatMap((subscription) => subscription.bindings);
    for (const binding of bindings) {
      if (!first || !isOnTable(binding, first.change)) continue;
      for (const condition of binding.conditions.filter(
        ({ exact, operator }) => !exact && operator !== "is",
      )) {
        questions.indexOf.set(condition, questions.conditions.push(condition) - 1);
      }
    }
    return questions;
  }

  /** Only what somebody may get is put to the database, and nothing where no policy and no condition needs it. */
  private async decide({ table, changes }: Group, { conditions }: Questions): Promise<Verdicts> {
    const access = table.access.get(this.identity.role);
    if (!access) return new Map();
    const wanted = changes.filter((change) => this.mightDeliver(change));
    const isFree = access.isOpen || access.policy === "true";
    if (conditions.length === 0 && isFree) return new Map(wanted.map((change) => [change, []]));
    const [free, guarded] = conditions.length > 0 ? [[], wanted] : split(wanted);
    const refused = guarded.filter((change) => change.refusal(access));
    const asked = guarded.filter((change) => !change.refusal(access));
    const known: Verdicts = new Map(
      [...free, ...refused].map((change) => [change, conditions.map(() => true)]),
    );
    if (asked.length === 0) return known;
    try {
      const found = await decideInDatabase(this.database, this.identity, table, asked, conditions);
      return new Map([...known, ...found]);
    } catch (error) {
      if (!isStatementError(error)) throw error;
      console.error(
        `realtime: ${table.schema}.${table.name} could not be checked for ${this.identity.role}`,
        error,
      );
      if ([...this.subscriptions].some(({ isCostly }) => isCostly)) throw error;
      return known;
    }
  }

  private mightDeliver(change: PreparedChange): boolean {
    for (const { bindings } of this.subscriptions) {
      if (bindings.some((binding) => covers(binding, change.change) && mayHold(binding, change))) return true;
    }
    return false;
  }

  private markDecided(member: Subscription, { change }: PreparedChange): void {
    if (this.subscriptions.has(member)) member.decidedUpTo = Math.max(member.decidedUpTo, change.position);
  }

  private deliver(
    change: PreparedChange,
    members: Subscription[],
    holds: boolean[],
    { indexOf }: Questions,
  ): void {
    const { role } = this.identity;
    const access = change.table.access.get(role);
    if (!access) return;
    if (change.isEmptyFor(access)) return;
    const isRefused = change.refusal(access) !== null;
    const isMet = (condition: Condition) =>
      access.selectable.has(condition.column) &&
      (decide(condition, tupleOf(change)) ?? holds[indexOf.get(condition) ?? -1] ?? false);
    for (const member of members) {
      const { bindings, subscriber, decidedUpTo } = member;
      if (!this.subscriptions.has(member) || change.change.position <= decidedUpTo) continue;
      const idsBySelect = new Map<string, { select: string[] | null; ids: number[] }>();
      for (const { id, select, ...binding } of bindings) {
        if (!covers(binding, change.change) || !(isRefused || binding.conditions.every(isMet))) continue;
        const key = JSON.stringify(select);
        const group = idsBySelect.get(key) ?? { select, ids: [] };
        group.ids.push(id);
        idsBySelect.set(key, group);
      }
      for (const { select, ids } of idsBySelect.values()) {
        subscriber.deliverChange(ids, change.message(role, access, select));
      }
    }
  }

  private giveUp(error: unknown): void {
    this.backlog = [];
    this.inWork = [];
    for (const { subscriber } of [...this.subscriptions]) subscriber.crash(error);
  }
}

type Reach = Pick<CompiledBinding, "schema" | "table" | "event">;

export function isOnTable(
  { schema, table }: Pick<Reach, "schema" | "table">,
  on: { schema: string; table: string },
) {
  return (schema === "*" || schema === on.schema) && (table === "*" || table === on.table);
}

function covers(binding: Reach, change: PreparedChange["change"]): boolean {
  return isOnTable(binding, change) && (binding.event === "*" || binding.event === change.action);
}

function mayHold({ conditions }: CompiledBinding, change: PreparedChange): boolean {
  return conditions.every((condition) => decide(condition, tupleOf(change)) !== false);
}

/** Deletions are open to all who listen; everything else is for the policies. */
function split(changes: PreparedChange[]): [PreparedChange[], PreparedChange[]] {
  const isFree = ({ change }: PreparedChange) => change.action === "DELETE";
  return [changes.filter(isFree), changes.filter((change) => !isFree(change))];
}

/** The query failed, not the connection: a code of five characters comes from Postgres itself. */
function isStatementError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" && code.length === 5 && !code.startsWith("57P") && !code.startsWith("08");
}
