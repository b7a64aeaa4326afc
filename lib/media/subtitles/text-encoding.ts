/** What subtitle files of a language were written in before UTF-8; Windows-1252 covers Western Europe. */
const LEGACY: Record<string, string> = {
  ar: "windows-1256",
  be: "windows-1251",
  bg: "windows-1251",
  cs: "windows-1250",
  el: "windows-1253",
  et: "windows-1257",
  fa: "windows-1256",
  he: "windows-1255",
  hr: "windows-1250",
  hu: "windows-1250",
  ja: "shift_jis",
  ko: "euc-kr",
  lt: "windows-1257",
  lv: "windows-1257",
  mk: "windows-1251",
  pl: "windows-1250",
  ro: "windows-1250",
  ru: "windows-1251",
  sk: "windows-1250",
  sl: "windows-1250",
  sr: "windows-1251",
  th: "windows-874",
  tr: "windows-1254",
  uk: "windows-1251",
  vi: "windows-1258",
  zh: "gb18030",
};

/** Decodes a text file: byte order mark, then UTF-16 by its zero bytes, then UTF-8, then what its language used. */
export function decodeText(bytes: Uint8Array, language: string): string {
  const encoding = detectEncoding(bytes, language);
  return new TextDecoder(encoding).decode(bytes).normalize("NFC");
}

export function detectEncoding(bytes: Uint8Array, language: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 4096);
  const zerosAt = (parity: number) =>
    sample.filter((byte, position) => byte === 0 && position % 2 === parity).length;
  if (zerosAt(1) > sample.length / 4) return "utf-16le";
  if (zerosAt(0) > sample.length / 4) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return LEGACY[language.split("-")[0] ?? ""] ?? "windows-1252";
  }
}
