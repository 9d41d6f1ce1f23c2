import {
  type FileSpan,
  type Locate,
  type OriginBuilder,
  type OriginFile,
  originBuilder,
} from "../text/origin.ts";

/** How a text is written in YAML. */
export type ScalarStyle = "plain" | "single" | "double" | "block";

/** A text in YAML: what it says, and where it stands in the file, with its quotes or the line of its `|` or `>`. */
export interface Scalar {
  readonly value: string;
  readonly style: ScalarStyle;
  readonly offset: number;
  readonly endOffset: number;
}

const BLANKS = /[ \t\r\n]+/uy;
const BLANKS_AT_END = /(?<![ \t\r\n])[ \t\r\n]+$/u;
const WORDS = /[^ \t\r\n]+/uy;
/** An escape, an escaped line break with the blanks behind it, a fold, or neither. */
const DOUBLE =
  /\\(?:\r?\n[ \t]*|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[^\r\n])|[ \t]*(?:\r?\n[ \t]*)+|[^\\ \t\r\n]+|[ \t]+|\r/giu;
const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};

/** The stretch of a text without its quotes, its first line and the line breaks at its end. */
export function contentOf(file: string, { style, offset, endOffset }: Scalar): FileSpan {
  if (style === "single" || style === "double") return { offset: offset + 1, endOffset: endOffset - 1 };
  if (style === "plain") return { offset, endOffset };
  const from = file.indexOf("\n", offset) + 1;
  const inner = file.slice(from, endOffset);
  const start = from + take(BLANKS, inner, 0).length;
  return { offset: start, endOffset: Math.max(start, from + inner.replace(BLANKS_AT_END, "").length) };
}

/** The places of a text in YAML, whose first `skip` units are no part of the post. Folds and escapes inside a span make it the whole text. */
export function locateScalar(
  file: string,
  scalar: Scalar,
  { lines, skip }: { readonly lines: OriginFile["lines"]; readonly skip: number },
): Locate {
  const cell = contentOf(file, scalar);
  const builder = scalar.style === "double" ? doubleQuoted(file, cell) : unescaped(file, scalar, cell);
  const said = scalar.value.replace(/\r\n?/gu, "\n");
  if (builder?.text() === said) return builder.locate({ lines, cell }, skip);
  const whole = originBuilder();
  whole.addEscaped(said, cell.offset, cell.endOffset - cell.offset);
  return whole.locate({ lines, cell }, skip);
}

/** Plain, single-quoted and block texts: their words stand there as they are, and blanks between them may be folded or indented. */
function unescaped(
  file: string,
  { value, style, endOffset }: Scalar,
  cell: FileSpan,
): OriginBuilder | undefined {
  const builder = originBuilder();
  let at = cell.offset;
  for (let from = 0; from < value.length; ) {
    const blanks = take(BLANKS, value, from);
    const written = take(BLANKS, file, at).slice(0, Math.max(0, endOffset - at));
    if (from > 0 && blanks === written) builder.add(blanks, at);
    else builder.addEscaped(blanks.replace(/\r\n?/gu, "\n"), at, written.length);
    from += blanks.length;
    at += written.length;
    const words = take(WORDS, value, from);
    const doubled = style === "single" ? words.replaceAll("'", "''") : words;
    if (!file.startsWith(doubled, at)) return undefined;
    addWords(builder, words, at, style === "single");
    from += words.length;
    at += doubled.length;
  }
  return builder;
}

function addWords(builder: OriginBuilder, words: string, offset: number, isQuoted: boolean): void {
  if (!isQuoted || !words.includes("'")) {
    builder.add(words, offset);
    return;
  }
  let at = offset;
  for (const [index, part] of words.split("'").entries()) {
    if (index > 0) {
      builder.addEscaped("'", at, 2);
      at += 2;
    }
    builder.add(part, at);
    at += part.length;
  }
}

function doubleQuoted(file: string, { offset, endOffset }: FileSpan): OriginBuilder {
  const builder = originBuilder();
  let before = "";
  for (const { 0: written, index } of file.slice(offset, endOffset).matchAll(DOUBLE)) {
    const said = meant(written);
    // A carriage return and a line break are one break, however each is written.
    const own = before.endsWith("\r") && said.startsWith("\n") ? said.slice(1) : said;
    if (own === written) builder.add(written, offset + index);
    else if (own !== "") builder.addEscaped(own.replace(/\r\n?/gu, "\n"), offset + index, written.length);
    if (said !== "") before = said;
  }
  return builder;
}

/** What a piece of a double-quoted text says. */
function meant(written: string): string {
  if (written.startsWith("\\")) return escaped(written);
  const breaks = written.split("\n").length - 1;
  if (breaks === 0) return written;
  return breaks === 1 ? " " : "\n".repeat(breaks - 1);
}

function escaped(written: string): string {
  const sign = written[1];
  if (sign === "\n" || sign === "\r") return "";
  if (written.length === 2) return ESCAPES[sign] ?? sign;
  const code = Number.parseInt(written.slice(2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

function take(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
