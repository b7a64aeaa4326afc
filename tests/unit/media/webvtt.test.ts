import { describe, expect, it } from "vitest";
import { formatVtt, formatVttTime, parseVtt } from "@/lib/media/subtitles/webvtt";

const clean = (text: string) => formatVtt(parseVtt(text));
const cue = (text: string) =>
  clean(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`).split("\n").slice(3).join("\n").trim();

describe("WebVTT", () => {
  it("writes times with hours and three decimals, carrying what rounds up", () => {
    expect(formatVttTime(3661.5)).toBe("01:01:01.500");
    expect(formatVttTime(59.9999)).toBe("00:01:00.000");
    expect(formatVttTime(-1)).toBe("00:00:00.000");
  });

  it("reads cues with names, settings, Windows line ends and a byte order mark", () => {
    const text =
      "\uFEFFWEBVTT - title\r\n\r\nNOTE hello\r\n\r\nfirst\r\n00:01.000 --> 00:02.500 align:start size:50%\r\nHello\r\nthere\r\n";
    expect(clean(text)).toBe("WEBVTT\n\n00:00:01.000 --> 00:00:02.500 align:start size:50%\nHello\nthere\n");
  });

  it("sorts cues and drops those that are empty or end before they begin", () => {
    const text =
      "WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:02.000\nA\n\n00:04.000 --> 00:03.000\nX\n\n00:07.000 --> 00:08.000\n \n";
    expect(clean(text).match(/^[A-Z]$/gm)).toEqual(["A", "B"]);
  });

  it("keeps the tags that exist and drops every other", () => {
    expect(cue("<i>Hi</i> <font color=red>you</font> <script>x</script>")).toBe("<i>Hi</i> you x");
    expect(cue("<v Roger>Hello")).toBe("<v Roger>Hello");
    expect(cue("<c.yellow>Hello</c>")).toBe("<c.yellow>Hello</c>");
  });

  it("escapes what would break the file and leaves references alone", () => {
    expect(cue("Tom & Jerry &amp; 1 < 2")).toBe("Tom &amp; Jerry &amp; 1 &lt; 2");
    expect(cue("a &#39;b&#39; &bogus;")).toBe("a &#39;b&#39; &amp;bogus;");
  });

  it("cleans what other formats leave behind", () => {
    expect(cue("{\\an8}Up\\Nthere\\hnow")).toBe("Up\nthere now");
  });

  it("drops settings that it does not know", () => {
    const text = "WEBVTT\n\n00:01.000 --> 00:02.000 evil:1 position:10%\nHi\n";
    expect(clean(text)).toContain("00:00:02.000 position:10%\n");
  });
});
