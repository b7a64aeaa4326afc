import type { Field, JsonStep } from "./ast";
import { parseError } from "./errors";

/** Walks over one value of the query string; every parser of this folder shares it. */
export class Scanner {
  at = 0;
  constructor(
    readonly text: string,
    readonly what: string,
  ) {}

  get isDone(): boolean {
    return this.at >= this.text.length;
  }

  fail(): never {
    throw parseError(`${this.what} (${this.text})`, `unexpected input at column ${this.at + 1}`);
  }

  sees(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  eat(token: string): boolean {
    if (!this.sees(token)) return false;
    this.at += token.length;
    return true;
  }

  need(token: string): void {
    if (!this.eat(token)) this.fail();
  }

  match(pattern: RegExp): string | null {
    const sticky = new RegExp(pattern.source, "uy");
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (!found) return null;
    this.at += found[0].length;
    return found[0];
  }

  /** A column, relation, alias or key: quoted, or letters, digits, `_`, `$`, spaces and dashes. */
  name(): string {
    if (this.sees('"')) return this.quoted();
    const found = this.match(/(?:[\p{L}\p{N}_$ ]|-(?!>))+/u)?.trim();
    return found ? found : this.fail();
  }

  quoted(): string {
    this.need('"');
    let value = "";
    while (!this.isDone) {
      const character = this.text[this.at++];
      if (character === '"') return value;
      value += character === "\\" && !this.isDone ? this.text[this.at++] : character;
    }
    return this.fail();
  }

  jsonPath(): JsonStep[] {
    const path: JsonStep[] = [];
    for (;;) {
      const arrow = this.eat("->>") ? "->>" : this.eat("->") ? "->" : null;
      if (!arrow) return path;
      const index = this.match(/-?\d+(?=$|[^\p{L}\p{N}_])/u);
      path.push(
        index === null ? { arrow, key: this.name(), isIndex: false } : { arrow, key: index, isIndex: true },
      );
    }
  }

  field(): Field {
    return { name: this.name(), path: this.jsonPath() };
  }
}
