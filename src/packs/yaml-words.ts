/** The YAML parser's complaints in words that say what to write. */

const CLOSED: Readonly<Record<string, string>> = { "]": "[", "}": "{", '"': '"', "'": "'" };

/** What is said of a pack that no stack could hold. */
export const TOO_DEEP = "this nests too deep for a pack; write it flatter";

const COLON = "a text with a colon and a blank inside means a map in YAML: quote the whole text";
const INDENT =
  "this line is indented otherwise than those it belongs to; begin the keys of one map in one column";

/** What is said of a text that YAML reads as a map. */
export const quoteColon: string = COLON;

/** What is said of a text that begins with a sign of YAML's own. */
export function quoteWhole(sign: string): string {
  return `a text that starts with ${sign} means something else in YAML: quote the whole text`;
}

/** A complaint of the parser. */
export interface Complaint {
  readonly code: string;
  readonly message: string;
  /** Offsets of what it complains about. */
  readonly pos: readonly [number, number];
}

/** What to say of a complaint. */
export function wordsOfYaml(text: string, { code, message, pos: [at] }: Complaint): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "a tab stands at the line's start; indent with blanks";
    case "MULTIPLE_DOCS":
      return "a pack is one document; leave out the line “---”, or make two files of it";
    case "BAD_SCALAR_START":
    case "BAD_DIRECTIVE":
    case "TAG_RESOLVE_FAILED":
      return quoteWhole(text[at]);
    case "BAD_ALIAS":
      return quoteWhole(text[at - 1] === "*" || text[at - 1] === "&" ? text[at - 1] : "* or &");
    case "BAD_DQ_ESCAPE":
      return "in double quotes \\ begins an escape; write \\\\, or use single quotes";
    case "BLOCK_IN_FLOW":
      return COLON;
    case "BLOCK_AS_IMPLICIT_KEY":
      return /:(?:\s|$)/u.test(restOfLine(text, at)) ? COLON : INDENT;
    case "MULTILINE_IMPLICIT_KEY":
      return INDENT;
    case "UNEXPECTED_TOKEN":
      return wordsOfToken(text, at);
    case "BAD_INDENT":
      return message.startsWith("Flow")
        ? "a […] or {…} that opens before this is never closed, or its further lines are not indented"
        : INDENT;
    case "MISSING_CHAR":
      return wordsOfMissing(message);
    default:
      return message.includes("call stack") ? TOO_DEEP : message;
  }
}

function wordsOfToken(text: string, at: number): string {
  const before = text.slice(0, at).trimEnd().at(-1) ?? "";
  if (before === ">" || before === "|") return quoteWhole(before);
  if (Object.hasOwn(CLOSED, before)) return quoteWhole(CLOSED[before]);
  if (text[at] === ",") return "a comma parts values here; quote a text that holds one";
  if ("]}".includes(text[at])) return `“${text[at]}” closes nothing here; quote a text that holds it`;
  return "something stands behind the value here; quote the whole text, or begin a new line";
}

function wordsOfMissing(message: string): string {
  if (message.startsWith("Missing closing")) return "a quote that opens before this is never closed";
  if (message.startsWith("Missing ,")) return "a comma is missing here, or a text with brackets needs quotes";
  if (message.startsWith("Comments")) return "quote it; a comment starts with # and a blank";
  if (message.startsWith("Sequence"))
    return "this line belongs to the list above: begin it with “- ”, or indent it otherwise";
  return "a key needs a colon and a value: write “key: value”";
}

function restOfLine(text: string, at: number): string {
  return /^[^\r\n]*/u.exec(text.slice(at, at + 500))?.[0] ?? "";
}
