import { nextMoment } from "@/lib/library/client/clock";
import type { LibraryWrite } from "@/lib/library/writes";
import { newId } from "@/lib/platform/new-id";

/** A write that the server has not answered yet. `title` is what a toast calls it by. */
export type Pending = { viewerId: string; title: string | null; write: LibraryWrite };

type DistributiveOmit<Type, Keys extends PropertyKey> = Type extends unknown ? Omit<Type, Keys> : never;
/** A write as a button makes it: its name and its moment are given here. */
export type NewWrite = DistributiveOmit<LibraryWrite, "id" | "madeAt">;

const PREFIX = "cineverse-outbox:";
/** Whoever comes back after this long has changed their mind in some other way. */
const KEPT_MS = 30 * 86_400_000;
const NOTHING: readonly Pending[] = [];

// One entry of localStorage each, so that tabs do not overwrite each other's and a tab that is killed loses nothing.
let pending: readonly Pending[] = NOTHING;
let isOpen = false;
const listeners = new Set<() => void>();
const keyOf = ({ viewerId, write }: Pending) => `${PREFIX}${viewerId}:${write.id}`;

export function subscribe(listener: () => void): () => void {
  open();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const snapshot = (): readonly Pending[] => pending;
export const serverSnapshot = (): readonly Pending[] => NOTHING;

/** Keeps a write until it is answered; an older one about the same thing that was not sent yet is not needed any more. */
export function add(viewerId: string, title: string | null, input: NewWrite): Pending {
  open();
  const write = { ...input, id: newId(), madeAt: nextMoment() } as LibraryWrite;
  const item = { viewerId, title, write };
  for (const older of pending)
    if (older.viewerId === viewerId && isAboutTheSame(older.write, write)) discard(older);
  try {
    localStorage.setItem(keyOf(item), JSON.stringify(item));
  } catch {
    // Full or forbidden: it lives as long as this tab.
  }
  change([...pending, item]);
  return item;
}

export function discard(item: Pending): void {
  try {
    localStorage.removeItem(keyOf(item));
  } catch {
    // It was never written there.
  }
  change(pending.filter(({ write }) => write.id !== item.write.id));
}

/** What is still to be sent, oldest first: also what other tabs left, without what they have sent meanwhile. */
export function unsent(viewerId: string): Pending[] {
  open();
  return pending
    .filter((item) => item.viewerId === viewerId && isStillThere(item))
    .toSorted((one, other) => one.write.madeAt - other.write.madeAt);
}

function isStillThere(item: Pending): boolean {
  try {
    return localStorage.getItem(keyOf(item)) !== null;
  } catch {
    return true;
  }
}

function isAboutTheSame(one: LibraryWrite, other: LibraryWrite): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === "watched" || one.kind === "removed") return false;
  return !("movieId" in one) || ("movieId" in other && one.movieId === other.movieId);
}

function open(): void {
  if (isOpen || typeof window === "undefined") return;
  isOpen = true;
  pending = readAll();
  window.addEventListener("storage", ({ key }) => {
    if (key === null || key.startsWith(PREFIX)) change(readAll());
  });
}

function readAll(): Pending[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return keys
      .flatMap((key) => parse(key) ?? [])
      .toSorted((one, other) => one.write.madeAt - other.write.madeAt);
  } catch {
    return [...pending];
  }
}

function parse(key: string): Pending | null {
  try {
    const item = JSON.parse(localStorage.getItem(key) ?? "") as Pending;
    if (keyOf(item) === key && item.write.madeAt > Date.now() - KEPT_MS) return item;
  } catch {
    // Not ours, or of an older release.
  }
  localStorage.removeItem(key);
  return null;
}

function change(next: readonly Pending[]): void {
  pending = next;
  for (const listener of listeners) listener();
}
