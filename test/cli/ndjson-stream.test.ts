import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ndjsonLines, type StreamLine } from "../../src/cli/ndjson-stream.ts";
import { runs } from "../runs.ts";

async function* streamOf(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield chunk;
}

/** The bytes in chunks of this size. */
function cut(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; from += size) chunks.push(bytes.subarray(from, from + size));
  return chunks;
}

async function linesOf(bytes: Uint8Array, size = 5, longest?: number): Promise<readonly StreamLine[]> {
  const lines: StreamLine[] = [];
  for await (const line of ndjsonLines(streamOf(cut(bytes, size)), longest)) lines.push(line);
  return lines;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("ndjsonLines", () => {
  it("gives every line that is not blank, with its number and its offset in UTF-16 units", async () => {
    const piece = fc.constantFrom("a", "é", "日", "🚀", " ", "\n", "\r", "\r\n", "\n\n", '{"text":"x"}');
    const property = fc.asyncProperty(
      fc.array(piece),
      fc.integer({ min: 1, max: 9 }),
      async (pieces, size) => {
        const text = pieces.join("");
        const expected = [];
        let offset = 0;
        for (const [index, part] of text.split(/(\r\n|\r|\n)/u).entries()) {
          if (index % 2 === 0 && part.trim() !== "")
            expected.push({ text: part, line: index / 2 + 1, offset });
          offset += part.length;
        }
        expect(await linesOf(utf8(text), size)).toEqual(expected);
      },
    );
    await fc.assert(property, { numRuns: runs(500) });
  });

  it.each([1, 2, 3, 4, 100])("leaves a BOM out, in chunks of %i", async (size) => {
    expect(await linesOf(utf8("\ufeffone\ntwo"), size)).toEqual([
      { text: "one", line: 1, offset: 0 },
      { text: "two", line: 2, offset: 4 },
    ]);
    expect(await linesOf(utf8("\ufeff"), size)).toEqual([]);
  });

  it.each([1, 2, 3, 7])("reads UTF-16 by its BOM, in chunks of %i", async (size) => {
    const little = Buffer.from("\ufeffa🚀\r\nb\n", "utf16le");
    const expected = [
      { text: "a🚀", line: 1, offset: 0 },
      { text: "b", line: 2, offset: 5 },
    ];
    expect(await linesOf(new Uint8Array(little), size)).toEqual(expected);
    expect(await linesOf(new Uint8Array(little.swap16()), size)).toEqual(expected);
  });

  it("fails as a whole for UTF-16 that is none", async () => {
    await expect(linesOf(Uint8Array.of(0xff, 0xfe, 0x3d, 0xd8, 0x61, 0x00))).rejects.toThrow(TypeError);
  });

  it("reads lines of Windows-1252 with one note, and leaves out what is neither", async () => {
    const lines = await linesOf(Uint8Array.of(0xe9, 0x0a, 0xe8, 0x0a, 0x81, 0xe9, 0x0a, 0x61));
    expect(lines).toMatchObject([
      { text: "é", line: 1, note: { code: "guessed-encoding", level: "note", line: 1 } },
      { text: "è", line: 2 },
      { line: 3, problem: { code: "undecodable", level: "error", column: 1 } },
      { text: "a", line: 4, offset: 7 },
    ]);
    expect(lines[1].note).toBeUndefined();
  });

  it.each([1, 4, 1000])("doesn't keep a line that is too long, in chunks of %i", async (size) => {
    const lines = await linesOf(utf8(`one\n${"🚀".repeat(10)}\r\ntwo\n12345678\n`), size, 8);
    expect(lines).toMatchObject([
      { text: "one" },
      { line: 2, problem: { code: "line-too-long", level: "error", line: 2 } },
      { text: "two", line: 3, offset: 26 },
      { text: "12345678", line: 4 },
    ]);
  });

  it("asks for more only when the lines so far are taken", async () => {
    let asked = 0;
    async function* source(): AsyncIterable<Uint8Array> {
      for (; asked < 10; ) {
        asked++;
        yield utf8("one\ntwo\n");
      }
    }
    const lines = ndjsonLines(source());
    for (let index = 0; index < 2; index++) await lines.next();
    expect(asked).toBe(1);
    await lines.next();
    expect(asked).toBe(2);
    await lines.return();
    expect(asked).toBe(2);
  });

  it("gives a line as soon as its end is there", async () => {
    async function* source(): AsyncIterable<Uint8Array> {
      yield utf8("1\n");
      await new Promise(() => {});
    }
    expect((await ndjsonLines(source()).next()).value).toEqual({ text: "1", line: 1, offset: 0 });
  });

  it("hands on the failure of its source", async () => {
    async function* source(): AsyncIterable<Uint8Array> {
      yield utf8("one\n");
      throw new Error("broken pipe");
    }
    const lines = ndjsonLines(source());
    expect((await lines.next()).value).toMatchObject({ text: "one" });
    await expect(lines.next()).rejects.toThrow("broken pipe");
  });
});
