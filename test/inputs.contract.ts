import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAll } from "../src/inputs/index.ts";
import type { Input, Place, Post, Problem, Span } from "../src/types.ts";
import { runs } from "./runs.ts";

/** How a format is written for the properties of the contract. */
export interface Format {
  /** A file with a post for each of these texts; a format of one post takes the first. */
  readonly write: (texts: readonly string[]) => string;
  /** Whether the file holds these words as they are, so that their place must be exact. */
  readonly isPlain: (words: string) => boolean;
  /** More bits of text that are awkward in this format. */
  readonly bits?: readonly string[];
}

/** What a source gave: its posts, and what was said about it. */
export interface ReadResult {
  readonly posts: readonly Post[];
  readonly problems: readonly Omit<Problem, "source">[];
}

const BITS = [
  "We ",
  "leverage",
  " it",
  "don’t",
  "🚀",
  "👩‍👩‍👧",
  "日本語",
  "שלום",
  "e\u0301",
  "\u00a0",
  "\u2028",
  "\r\n",
  "\n",
  "\r",
  "\n\n",
  "\t",
  "  ",
  '"',
  "\\",
  "\\n",
  "/",
  "#tag",
  "@ana",
  "https://a.example/x?y=1&z",
  "\ufeff",
  "\ud83d",
  "{{x}}",
  ": ",
];

/** What begins, ends or changes something in some format. */
const BREAKERS =
  `" "" ' , ; \t | \n \r\n ---\n &a\\  *a <<:\\  > >-\n \\\\ \\\\R { } [ ] # 1/2 \u0000 \ud800 text posts: social: x: __proto__ voicecheck-ignore`.split(
    " ",
  );

/** Reads a source, with all modules it needs, and collects what is said. */
export async function readSource(
  input: Input,
  text: string,
  name: string = input.names?.[0] ?? `file${input.extensions[0]}`,
): Promise<ReadResult> {
  const problems: Omit<Problem, "source">[] = [];
  const posts = await readAll(input, { name, text, report: (problem) => problems.push(problem) });
  return { posts, problems };
}

/** What holds of every input: places are true, texts are as promised, hidden stretches are in order. */
export function inputContract(input: Input, format: Format): void {
  const bit = fc.constantFrom(...BITS, ...(format.bits ?? []));
  const text = fc.array(bit, { maxLength: 14 }).map((bits) => bits.join(""));

  describe(`the contract of inputs: ${input.name}`, () => {
    it("has a name, files that it reads and one line about itself", () => {
      expect(input.name).toMatch(/^[a-z]+$/u);
      expect(input.summary).toMatch(/^[^\n]{10,100}$/u);
      for (const extension of input.extensions) expect(extension).toMatch(/^\.[a-z]+$/u);
      for (const name of input.names ?? []) expect(name).toMatch(/^[a-z_]+$/u);
      expect([...input.extensions, ...(input.names ?? [])]).not.toEqual([]);
    });

    it("places every span of every post where its words stand", async () => {
      const property = fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (texts) => {
        const file = format.write(texts);
        const { posts } = await readSource(input, file);
        for (const post of posts) {
          checkText(post);
          for (const span of spansOf(post.text)) checkPlace(file, post, span, format);
        }
      });
      await fc.assert(property, { numRuns: runs(200) });
    });

    it("reads nothing out of nothing", async () => {
      for (const empty of ["", "\n", " \r\n\t\n"]) {
        expect(await readSource(input, empty)).toEqual({ posts: [], problems: [] });
      }
    });

    it("gives each post of a file an id of its own", async () => {
      const property = fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (texts) => {
        const { posts } = await readSource(input, format.write(texts));
        expect(new Set(posts.map(({ id }) => String(id))).size).toBe(posts.length);
      });
      await fc.assert(property, { numRuns: runs(50) });
    });

    it("is quick with a megabyte on one line", async () => {
      const { posts } = await readSource(input, format.write(["a".repeat(1_000_000)]));
      expect(posts[0].text.length).toBe(1_000_000);
      expect(posts[0].locate({ start: 999_999, end: 1_000_000 }).exact).toBeUndefined();
    });

    const folder = join(import.meta.dirname, "../fixtures/inputs", input.name);
    it("reads files that are damaged anywhere, and places what is left", async () => {
      const files = readdirSync(folder).map((name) =>
        readFileSync(join(folder, name), "utf8").replace(/^\ufeff/u, ""),
      );
      const damage = fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        // Taken out, or put in.
        size: fc.nat(8),
        bit: fc.constantFrom("", ...BREAKERS),
      });
      const property = fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(damage, { minLength: 1, maxLength: 6 }),
        async (file, list) => {
          const text = list.reduce((whole, { at, size, bit }) => {
            const from = Math.floor(at * whole.length);
            return whole.slice(0, from) + bit + whole.slice(bit === "" ? from + size : from);
          }, file);
          const { posts } = await readSource(input, text);
          for (const post of posts) {
            checkText(post);
            for (const { 0: word, index } of post.text.matchAll(/\S+/gu)) {
              const { offset, endOffset, exact } = post.locate({ start: index, end: index + word.length });
              if (exact === undefined) expect(text.slice(offset, endOffset)).toBe(word);
              expect(endOffset).toBeLessThanOrEqual(text.length);
            }
          }
        },
      );
      await fc.assert(property, { numRuns: runs(200) });
    });

    it.each(readdirSync(folder))("places every word of the fixture %s", async (name) => {
      const file = readFileSync(join(folder, name), "utf8").replace(/^\ufeff/u, "");
      const { posts } = await readSource(input, file, name);
      expect(posts.length).toBeGreaterThan(0);
      for (const post of posts) {
        checkText(post);
        for (const { 0: word, index } of post.text.matchAll(/\S+/gu)) {
          checkPlace(file, post, { start: index, end: index + word.length }, format);
        }
      }
    });
  });
}

function checkText({ text, line, hidden, locate }: Post): void {
  expect(text).not.toBe("");
  expect(text).not.toContain("\r");
  expect(text).toBe(text.trim());
  expect(line).toBe(locate({ start: 0, end: 0 }).line);
  let from = 0;
  for (const { start, end } of hidden) {
    expect(start).toBeGreaterThanOrEqual(from);
    expect(end).toBeGreaterThan(start);
    from = end;
  }
  expect(from).toBeLessThanOrEqual(text.length);
}

function checkPlace(file: string, post: Post, span: Span, format: Format): void {
  const words = post.text.slice(span.start, span.end);
  const place = post.locate(span);
  checkLines(file, place);
  const found = file.slice(place.offset, place.endOffset);
  if (place.exact === undefined) expect(found.replace(/\r\n?/gu, "\n")).toBe(words);
  else {
    expect(place.exact).toBe(false);
    expect(format.isPlain(words) && file.includes(words)).toBe(false);
    const narrow = post.locate({ start: span.start, end: span.start });
    expect(place.offset).toBeLessThanOrEqual(narrow.offset);
    expect(place.endOffset).toBeGreaterThanOrEqual(post.locate({ start: span.end, end: span.end }).offset);
  }
}

/** Lines and columns say the same as the offsets. */
function checkLines(file: string, place: Place): void {
  expect([place.line, place.column]).toEqual(lineAndColumn(file, place.offset));
  expect([place.endLine, place.endColumn]).toEqual(lineAndColumn(file, place.endOffset));
}

function lineAndColumn(file: string, offset: number): readonly [number, number] {
  const breaks = [...file.matchAll(/\r\n|\r|\n/gu)].filter((each) => each.index + each[0].length <= offset);
  const last = breaks.at(-1);
  return [breaks.length + 1, offset - (last === undefined ? 0 : last.index + last[0].length) + 1];
}

/** Some spans of a text: all of it, each unit, and stretches from a third to two thirds. */
function spansOf(text: string): readonly Span[] {
  const spans = [{ start: 0, end: text.length }];
  for (let start = 0; start < text.length; start++) {
    spans.push({ start, end: start + 1 }, { start, end: Math.min(text.length, start + 7) });
  }
  return spans;
}
