import { describe, expect, it } from "vitest";
import { decodeText, detectEncoding } from "@/lib/media/subtitles/text-encoding";

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("the encoding of a subtitle file", () => {
  it("is UTF-8 when it can be", () => {
    expect(detectEncoding(Buffer.from("Xin chào thế giới"), "vi")).toBe("utf-8");
    expect(decodeText(Buffer.from("\uFEFFXin chào"), "vi")).toBe("Xin chào");
  });

  it("is UTF-16 with its mark, and without it by its zeros", () => {
    expect(decodeText(Buffer.from("\uFEFFChào", "utf16le"), "vi")).toBe("Chào");
    expect(decodeText(utf16be("\uFEFFChào"), "vi")).toBe("Chào");
    expect(decodeText(Buffer.from("Hello there", "utf16le"), "en")).toBe("Hello there");
    expect(decodeText(utf16be("Hello there"), "en")).toBe("Hello there");
  });

  it("is what its language used before, otherwise", () => {
    expect(decodeText(Buffer.from([0x43, 0x61, 0x66, 0xe9]), "fr")).toBe("Café");
    expect(decodeText(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), "ru")).toBe("Привет");
    expect(decodeText(Buffer.from([0xb5, 0xd8]), "zh-CN")).toBe("地");
  });
});
