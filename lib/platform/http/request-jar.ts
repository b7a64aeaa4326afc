import { type CookieOptions, parseCookieHeader, serializeCookieHeader } from "@supabase/ssr";
import type { CookieJar } from "@/lib/platform/supabase/cookies";

/** Reads the request's cookies and keeps what is set until there is a response to write it to. */
export class RequestJar implements CookieJar {
  readonly #values = new Map<string, string>();
  readonly #written = new Map<string, string>();

  constructor(request: Request) {
    for (const { name, value } of parseCookieHeader(request.headers.get("cookie") ?? "")) {
      this.#values.set(name, value ?? "");
    }
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  getAll(): { name: string; value: string }[] {
    return [...this.#values].map(([name, value]) => ({ name, value }));
  }

  set(name: string, value: string, options: CookieOptions): void {
    this.#values.set(name, value);
    this.#written.set(name, serializeCookieHeader(name, value, options));
  }

  delete(name: string): void {
    this.#values.delete(name);
    this.#written.set(name, serializeCookieHeader(name, "", { path: "/", maxAge: 0 }));
  }

  writeTo(headers: Headers): void {
    for (const cookie of this.#written.values()) headers.append("set-cookie", cookie);
  }
}
