import { onCLS, onFCP, onINP, onLCP, onTTFB } from "web-vitals";
import { MOST_PAGES } from "@/lib/analytics/limits";
import type { PageVisit, VisitReport } from "@/lib/analytics/schema";
import { newId } from "@/lib/platform/new-id";

const PLACE = "/api/analytics/vitals";
/** By then a page stands where at first a shape of it stood. */
const DRAWN_MS = 1_000;

/** A page that the router has shown, and when: milliseconds since the document was asked for. */
export type Move = { path: string; at: number };

/**
 * What one document tells of itself when it is left: how fast its first page was, as the Chrome User Experience Report has
 * it (layout shifts and interactions of the document's whole life count for that page), and of each page how long it was
 * looked at and how deep. Nothing is kept on the device.
 */
export class Visit {
  #documentId = newId();
  #first: PageVisit;
  #current: PageVisit;
  #left: PageVisit[] = [];
  /** Null while it is hidden. */
  #seenSince: number | null = document.visibilityState === "visible" ? 0 : null;

  /** `moves` are the pages so far, the first one first; it begins to measure some time after them. */
  constructor(moves: readonly [Move, ...Move[]]) {
    const [first, ...later] = moves;
    this.#first = { ...newPage(first.path), ...(document.referrer && referrerOf(document.referrer)) };
    this.#current = this.#first;
    for (const move of later) this.move(move);
    const note = (name: "ttfb" | "fcp" | "lcp" | "inp" | "cls") => {
      return ({ value }: { value: number }) => {
        this.#first[name] = value;
      };
    };
    onTTFB(note("ttfb"));
    onFCP(note("fcp"));
    onLCP(note("lcp"));
    onINP(note("inp"), { reportAllChanges: true });
    onCLS(note("cls"), { reportAllChanges: true });
    document.addEventListener("visibilitychange", () => this.#lookAgain());
    window.addEventListener("scroll", () => this.#noteDepth(), { passive: true });
    // What comes back from the browser's own cache is another visit; the library measures it anew.
    window.addEventListener("pageshow", (event) => event.persisted && this.#beginAnew());
    this.#noteDepth();
  }

  move({ path, at }: Move): void {
    if (path === this.#current.path) return;
    this.#noteTime(at);
    this.#left.push(this.#current);
    const page = newPage(path);
    this.#current = page;
    setTimeout(() => page === this.#current && this.#noteDepth(), DRAWN_MS);
    if (this.#left.length >= MOST_PAGES - 1) this.#send();
  }

  #beginAnew(): void {
    this.#documentId = newId();
    this.#left = [];
    this.#current = newPage(this.#current.path);
    this.#first = this.#current;
    this.#noteDepth();
  }

  #lookAgain(): void {
    if (document.visibilityState === "visible") {
      this.#seenSince = performance.now();
      return;
    }
    this.#noteTime(performance.now());
    this.#seenSince = null;
    // After the library, which takes its last figures at the same moment.
    queueMicrotask(() => this.#send());
  }

  #noteTime(at: number): void {
    if (this.#seenSince === null) return;
    this.#current.seconds = Math.min(
      86_400,
      this.#current.seconds + Math.max(0, at - this.#seenSince) / 1000,
    );
    this.#seenSince = at;
  }

  #noteDepth(): void {
    const { scrollHeight } = document.documentElement;
    const seen = scrollHeight > 0 ? (window.scrollY + window.innerHeight) / scrollHeight : 0;
    this.#current.depth = Math.min(1, Math.max(this.#current.depth, seen));
  }

  #send(): void {
    const pages = [...new Set([this.#first, ...this.#left, this.#current])];
    const report: VisitReport = { documentId: this.#documentId, pages };
    this.#left = [];
    const body = new Blob([JSON.stringify(report)], { type: "application/json" });
    if (!navigator.sendBeacon(PLACE, body))
      fetch(PLACE, { method: "POST", body, keepalive: true }).catch(() => undefined);
  }
}

const newPage = (path: string): PageVisit => ({ id: newId(), path, seconds: 0, depth: 0 });

const referrerOf = (address: string) => ({ referrerHost: new URL(address).host.slice(0, 255) });
