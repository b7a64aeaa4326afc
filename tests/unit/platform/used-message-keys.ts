type Used = {
  /** Keys asked for by their whole name. */
  exact: Set<string>;
  /** What stands before a computed part: every key under it counts as used. */
  prefixes: Set<string>;
  /** Any string of a file joined to any namespace of it: keys that are held in a variable first. */
  loose: Set<string>;
};

const NAMESPACE = /\b(?:useTranslations|getTranslations)\(\s*(?:"([\w.-]+)")?\s*\)/g;
const BOUND =
  /const\s+(?:\[\s*)?(\w+)[^=;]*=\s*(?:await\s+)?(?:Promise\.all\(\[\s*)?(?:useTranslations|getTranslations)\(\s*(?:"([\w.-]+)")?\s*\)/g;
const LITERAL = /["'`]([a-zA-Z][\w-]*(?:\.[\w-]+)*)["'`]/g;
/** `t(`themes.${name}`)`: a computed part needs a fixed one before it. */
const TEMPLATE = /`((?:[\w-]+\.)+)\$\{/g;

/** `MESSAGES[locale].catalogue.genreNames`: a whole part of the texts, looked up by what stands in data. */
const WHOLE_PART = /\bMESSAGES\[\w+\]((?:\.\w+)+)/g;

const join = (namespace: string, key: string) => (namespace ? `${namespace}.${key}` : key);

/** Reads which messages a source file uses, as next-intl's calls are written in this repository. */
export function collectUsedKeys(sources: string[]): Used {
  const used: Used = { exact: new Set(), prefixes: new Set(), loose: new Set() };
  for (const source of sources) collectFrom(source, used);
  return used;
}

function collectFrom(source: string, used: Used): void {
  const namespaces = [...source.matchAll(NAMESPACE)].map(([, namespace]) => namespace ?? "");
  const literals = [...source.matchAll(LITERAL)].map(([, text]) => text ?? "");
  for (const literal of literals) {
    for (const namespace of ["", ...namespaces]) used.loose.add(join(namespace, literal));
  }
  for (const [, before] of source.matchAll(TEMPLATE)) {
    for (const namespace of ["", ...namespaces]) used.prefixes.add(join(namespace, before ?? ""));
  }
  for (const [, part = ""] of source.matchAll(WHOLE_PART)) used.prefixes.add(`${part.slice(1)}.`);
  collectCalls(source, used);
}

/** `t("key")`, where one name in the file is bound to one namespace only. */
function collectCalls(source: string, used: Used): void {
  const bound = new Map<string, Set<string>>();
  for (const [, name = "", namespace = ""] of source.matchAll(BOUND)) {
    bound.set(name, new Set([...(bound.get(name) ?? []), namespace]));
  }
  for (const [name, namespaces] of bound) {
    if (namespaces.size !== 1) continue;
    const [namespace = ""] = namespaces;
    for (const [, key = ""] of source.matchAll(
      new RegExp(`\\b${name}(?:\\.rich)?\\(\\s*"([\\w.-]+)"`, "g"),
    )) {
      used.exact.add(join(namespace, key));
    }
  }
}
