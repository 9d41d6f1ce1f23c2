import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, decodeBytes } from "../../src/cli/decode.ts";
import type { Problem } from "../../src/types.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...list: readonly number[]): Uint8Array => Uint8Array.from(list);
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le").swap16());
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const TEXT = "Café “naïve” 🚀 日本\r\nשלום\u0000".slice(0, -1);

describe("decodeBytes", () => {
  it.each([
    ["UTF-8", utf8(TEXT), "utf-8", false],
    ["UTF-8 with a BOM", join(bytes(0xef, 0xbb, 0xbf), utf8(TEXT)), "utf-8", true],
    ["UTF-16 little-endian", join(bytes(0xff, 0xfe), utf16le(TEXT)), "utf-16le", true],
    ["UTF-16 big-endian", join(bytes(0xfe, 0xff), utf16be(TEXT)), "utf-16be", true],
  ])("reads %s", (_name, input, encoding, hadBom) => {
    expect(decodeBytes(input)).toEqual({ text: TEXT, encoding, hadBom });
  });

  it.each([
    ["nothing", bytes()],
    ["a BOM of UTF-8", bytes(0xef, 0xbb, 0xbf)],
    ["a BOM of UTF-16", bytes(0xff, 0xfe)],
  ])("reads %s as an empty text", (_name, input) => {
    expect(decodeBytes(input)).toMatchObject({ text: "" });
    expect(decodeBytes(input).problem).toBeUndefined();
  });

  it("drops one BOM only", () => {
    expect(decodeBytes(utf8("\ufeff\ufeffa")).text).toBe("\ufeffa");
  });

  it("reads what is clean Windows-1252 so, with a note", () => {
    const input = bytes(0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x80, 0x94, 0x20, 0x99, 0x9f, 0x0d, 0x0a, 0x09);
    expect(decodeBytes(input)).toMatchObject({
      text: "Café “€” ™Ÿ\r\n\t",
      encoding: "windows-1252",
      problem: { code: "guessed-encoding", level: "note" },
    });
  });

  it("reads lines that are no UTF-8 as Windows-1252 where the others are UTF-8, and says where they begin", () => {
    const input = join(utf8("Café\n日本 “rye”\r\n"), bytes(0x43, 0x61, 0x66, 0xe9, 0x0a), utf8("né"));
    expect(decodeBytes(input)).toMatchObject({
      text: "Café\n日本 “rye”\r\nCafé\nné",
      encoding: "windows-1252",
      problem: { code: "mixed-encodings", level: "note", line: 3 },
    });
    expect(decodeBytes(join(utf8("é\n"), bytes(0x61, 0x81)))).toMatchObject({
      problem: { code: "undecodable" },
    });
  });

  it("knows all of Windows-1252", () => {
    const all = Array.from({ length: 128 }, (_, index) => 128 + index).filter(
      (byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte),
    );
    const expected =
      "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
    expect(decodeBytes(bytes(...all)).text).toBe(expected);
  });

  it("reads long Windows-1252 whole", () => {
    expect(decodeBytes(new Uint8Array(100_000).fill(0xe9)).text).toBe("é".repeat(100_000));
  });

  it.each([
    ["a byte that Windows-1252 doesn't know", bytes(0x61, 0x81, 0xe9)],
    ["a control character", bytes(0x61, 0x07, 0xe9)],
    ["half a UTF-16 unit", join(bytes(0xff, 0xfe), bytes(0x61))],
    ["half a pair", join(bytes(0xff, 0xfe), bytes(0x3d, 0xd8))],
    ["broken UTF-8 behind a BOM", bytes(0xef, 0xbb, 0xbf, 0xe9, 0x20)],
  ])("refuses %s", (_name, input) => {
    const { text, problem } = decodeBytes(input);
    expect(text).toBeUndefined();
    expect(problem).toMatchObject({ code: "undecodable", level: "error" });
  });

  it.each([
    ["UTF-8", utf8("one\ntwo\r\nth\u0000ree"), 3],
    ["UTF-16 without a BOM", utf16le("a\nb"), 1],
    ["UTF-16 with one", join(bytes(0xff, 0xfe), utf16le("one\rtw\u0000o")), 2],
  ])("refuses NUL bytes in %s", (_name, input, line) => {
    const { text, problem } = decodeBytes(input);
    expect(text).toBeUndefined();
    expect(problem).toMatchObject({ code: "nul-bytes", level: "error", line });
  });

  it("gives back every text that was written as UTF-8 or UTF-16", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", "")),
        (text) => {
          if (!text.startsWith("\ufeff")) expect(decodeBytes(utf8(text)).text).toBe(text);
          expect(decodeBytes(join(bytes(0xff, 0xfe), utf16le(text))).text).toBe(text);
          expect(decodeBytes(join(bytes(0xfe, 0xff), utf16be(text))).text).toBe(text);
        },
      ),
    );
  });
});

describe("decode", () => {
  it("tells of notes and errors", () => {
    const told: Omit<Problem, "source">[] = [];
    const report = (problem: Omit<Problem, "source">): void => void told.push(problem);
    expect(decode(utf8("a"), report)).toBe("a");
    expect(decode(bytes(0xe9), report)).toBe("é");
    expect(decode(bytes(0), report)).toBeUndefined();
    expect(told.map(({ code }) => code)).toEqual(["guessed-encoding", "nul-bytes"]);
  });
});
