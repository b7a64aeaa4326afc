/** The newest signed address of each object, so that a playlist that was read once plays on for hours. */
export class SignedUrls {
  readonly #byPath = new Map<string, string>();

  add(urls: string[]): void {
    for (const url of urls) this.#byPath.set(new URL(url).pathname, url);
  }

  newest(url: string): string {
    return this.#byPath.get(new URL(url, globalThis.location?.href).pathname) ?? url;
  }
}
