import { randomUUID } from "node:crypto";

export type Member = {
  readonly presenceKey: string;
  readonly seesPresence: boolean;
  push(event: string, payload: unknown): void;
};

type Meta = Record<string, unknown> & { phx_ref: string };
type State = Record<string, { metas: Meta[] }>;

/** Who is present on one topic: each member tracks at most one entry, several members may share a key. */
export class Presence {
  private readonly entries = new Map<Member, Meta>();

  state(): State {
    const metas = new Map<string, Meta[]>();
    for (const [member, meta] of this.entries) {
      metas.set(member.presenceKey, [...(metas.get(member.presenceKey) ?? []), meta]);
    }
    return Object.fromEntries([...metas].map(([key, list]) => [key, { metas: list }]));
  }

  track(member: Member, payload: Record<string, unknown>, audience: Iterable<Member>): void {
    const before = this.entries.get(member);
    const meta: Meta = { ...payload, phx_ref: randomUUID() };
    if (before) meta.phx_ref_prev = before.phx_ref;
    this.entries.set(member, meta);
    announce(audience, stateOf(member, meta), before ? stateOf(member, before) : {});
  }

  untrack(member: Member, audience: Iterable<Member>): void {
    const meta = this.entries.get(member);
    if (!meta) return;
    this.entries.delete(member);
    announce(audience, {}, stateOf(member, meta));
  }
}

function stateOf(member: Member, meta: Meta): State {
  return Object.fromEntries([[member.presenceKey, { metas: [meta] }]]);
}

function announce(audience: Iterable<Member>, joins: State, leaves: State): void {
  for (const member of audience) {
    if (member.seesPresence) member.push("presence_diff", { joins, leaves });
  }
}
