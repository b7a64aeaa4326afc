export type Cue = { start: number; end: number; settings: string; text: string };

const TIMING =
  /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t]+(.*))?$/;
const ALLOWED_TAG = /^<(?:\/?(?:b|i|u|ruby|rt)|\/?(?:c|v|lang)(?:\.[\w.-]+)?(?: [^<>&]{1,80})?)>$/;
const SETTING =
  /^(?:vertical:(?:rl|lr)|line:-?\d+(?:\.\d+)?%?(?:,\w+)?|position:\d+(?:\.\d+)?%(?:,[\w-]+)?|size:\d+(?:\.\d+)?%|align:(?:start|center|end|left|right))$/;

/** Seconds as WebVTT writes them, hours always. */
export function formatVttTime(seconds: number): string {
  const milliseconds = Math.max(0, Math.round(seconds * 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = [Math.floor(milliseconds / 3_600_000), Math.floor(milliseconds / 60_000) % 60];
  const rest = milliseconds % 60_000;
  return `${clock.map(two).join(":")}:${two(Math.floor(rest / 1000))}.${String(rest % 1000).padStart(3, "0")}`;
}

function parseTime(text: string): number {
  return text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Reads the cues of a WebVTT file, leniently: what is not a cue (notes, styles, regions, rubbish) is left out. */
export function parseVtt(text: string): Cue[] {
  const blocks = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "")
    .split(/\n{2,}/);
  return blocks.flatMap((block) => {
    const lines = block.split("\n");
    const at = lines.findIndex((line) => line.includes("-->"));
    const timing = at < 0 || at > 1 ? null : TIMING.exec((lines[at] ?? "").trim());
    if (!timing?.[1] || !timing[2]) return [];
    const content = lines.slice(at + 1).join("\n");
    return [
      { start: parseTime(timing[1]), end: parseTime(timing[2]), settings: timing[3] ?? "", text: content },
    ];
  });
}

/** A well-formed file: cues in order, none empty or backwards, only the tags and settings that WebVTT knows. */
export function formatVtt(cues: Cue[]): string {
  const blocks = cues
    .map((cue) => ({ ...cue, text: cleanText(cue.text) }))
    .filter((cue) => cue.text !== "" && cue.end > cue.start)
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map((cue) => {
      const settings = cue.settings.split(/\s+/).filter((setting) => SETTING.test(setting));
      const timing = `${formatVttTime(cue.start)} --> ${formatVttTime(cue.end)}`;
      return `${[timing, ...settings].join(" ")}\n${cue.text}`;
    });
  return `${["WEBVTT", ...blocks].join("\n\n")}\n`;
}

function cleanText(text: string): string {
  const lines = text
    .replace(/\{\\[^}]*\}/g, "")
    .replace(/\\[Nn]/g, "\n")
    .replaceAll("\\h", " ")
    .replaceAll("-->", "→")
    .split("\n")
    .map((line) => cleanMarkup(line).trim());
  return lines.filter((line) => line !== "").join("\n");
}

/** Keeps known tags and references; drops other tags whole; escapes what is left of `<`, `>` and `&`. */
function cleanMarkup(line: string): string {
  return line
    .split(/(<[^<>]*>)/)
    .map((part, position) => {
      if (position % 2 === 1) return ALLOWED_TAG.test(part) ? part : "";
      const escaped = part.replace(/&(?!(?:amp|lt|gt|nbsp|lrm|rlm|#\d{1,6}|#x[\da-f]{1,6});)/gi, "&amp;");
      return escaped.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    })
    .join("");
}
