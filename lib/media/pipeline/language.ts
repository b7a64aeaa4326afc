/** The BCP 47 form of a container's or a file name's language ("eng", "pt_BR"); "und" when it says nothing usable. */
export function toLanguage(tag: string | undefined): string {
  const text = (tag ?? "").trim().replaceAll("_", "-");
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)) return "und";
  try {
    return Intl.getCanonicalLocales(text)[0] ?? "und";
  } catch {
    return "und";
  }
}

/** The language's own name, as a menu shows it; null for one that nobody knows. */
export function languageName(language: string): string | null {
  if (language === "und") return null;
  const name = new Intl.DisplayNames([language], { type: "language", fallback: "none" }).of(language);
  return name ? name.charAt(0).toLocaleUpperCase(language) + name.slice(1) : null;
}

/** A label for a menu: the language, with the track's own title beside it where that says more. */
export function trackLabel(language: string, title: string | undefined, fallback: string): string {
  const name = languageName(language);
  const own = printable(title);
  if (!own) return name ?? fallback;
  if (!name || own.toLowerCase().includes(name.toLowerCase())) return own;
  return `${name} (${own})`.slice(0, 100);
}

/** Text from a file's metadata without control characters, at most 80 long. */
export function printable(text: string | undefined): string {
  return (text ?? "")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 80);
}
