import { describe, expect, it } from "vitest";
import { characterEnd, characterWidth, displayWidth } from "../../src/reporters/cells.ts";
import { isPlainPicture } from "../../src/text/pictures.ts";
import { emojiEnd } from "../../src/text/scan-emoji.ts";

const all = Array.from({ length: 0x110000 }, (_, code) => code).filter(isPlainPicture);

describe("isPlainPicture", () => {
  it("knows pictures alone, and many", () => {
    const pictures = all.map((code) => String.fromCodePoint(code));
    expect(pictures.length).toBeGreaterThan(700);
    const others = pictures.filter(
      (sign) => !/^(?!\p{RI}|\p{Emoji_Modifier})\p{Emoji_Presentation}$/u.test(sign),
    );
    expect(others.map((sign) => `${sign} ${sign.codePointAt(0)?.toString(16)}`)).toEqual([]);
  });

  it.each(["😀", "🎉", "🚀", "🥐", "🐈", "💪", "🙏"])("knows %s", (sign) => {
    expect(isPlainPicture(sign.codePointAt(0) ?? 0)).toBe(true);
  });

  it.each(["🇫", "🏽", "☀", "▶", "a", "字", "🌶", "\u{1f774}"])("leaves %s to others", (sign) => {
    expect(isPlainPicture(sign.codePointAt(0) ?? 0)).toBe(false);
  });
});

describe("emojiEnd", () => {
  it.each([
    ["🎉", 2],
    ["🎉🎉", 2],
    ["🎉🇫🇷", 2],
    ["👍🏽!", 4],
    ["👍\ufe0f", 3],
    ["👍\ufe0e", -1],
    ["👩\u200d🍳 ", 5],
    ["🏴\u{e0067}\u{e0062}\u{e007f}", 8],
    ["🎉\u{1f3a0}", 2],
  ])("ends %s at %i", (text, end) => {
    expect(emojiEnd(text, 0)).toBe(end);
  });
});

describe("cells of pictures and signs", () => {
  it.each([
    ["a🎉b", 4],
    ["👍🏽", 2],
    ["…—’“”", 5],
    ["\u200e", 0],
    ["e\u0301", 1],
    ["字", 2],
  ])("draws %j on %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it("bounds no picture by the one before it", () => {
    expect([characterEnd("a🎉", 0), characterEnd("🎉🎉", 0), characterWidth("🎉")]).toEqual([1, 2, 2]);
  });
});
