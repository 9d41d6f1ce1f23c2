import { listKeys } from "./collection.ts";
import { checkMost } from "./most.ts";

/** A value in JSON: UTF-16 offsets of its text. */
export interface JsonNode {
  readonly kind: "string" | "plain" | "object" | "array";
  readonly start: number;
  readonly end: number;
  /** Values of an object by key: of a key that comes twice the last, as `JSON.parse` has it. */
  readonly members: ReadonlyMap<string, JsonNode>;
  readonly items: readonly JsonNode[];
}

/** The first spot that is no JSON. */
export interface JsonFault {
  readonly offset: number;
  readonly message: string;
  /** What could be read before it: values that are not complete are left out. */
  readonly read?: JsonNode;
}

/** One object or array that is not closed yet. */
interface Open {
  readonly kind: "object" | "array";
  readonly start: number;
  readonly members: Map<string, JsonNode>;
  readonly items: JsonNode[];
  key?: string;
  /** What may come next. */
  awaits: "first" | "value" | "key" | "colon" | "comma";
}

const NONE: ReadonlyMap<string, JsonNode> = new Map();
const NO_ITEMS: readonly JsonNode[] = [];
const BLANK = /[ \t\r\n]+/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/uy;
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/uy;

/** Reads JSON into a tree of places, without recursion; or says where it stops being JSON. Tells where keys stand that their object had before. Throws `TooMany`. */
export function jsonTree(text: string, onRepeatedKey?: (offset: number) => void): JsonNode | JsonFault {
  const open: Open[] = [];
  let at = skipBlank(text, 0);
  for (let values = 0; ; checkMost("values", values)) {
    const top = open.at(-1);
    const step = top === undefined ? valueAt(text, at) : stepIn(top, text, at);
    if ("message" in step) return { ...step, read: readSoFar(open, step.offset) };
    if (step.isRepeated === true) onRepeatedKey?.(at);
    let node = step.node;
    if (step.opens !== undefined) open.push(step.opens);
    if (step.closes === true && top !== undefined) {
      open.pop();
      node = closed(top, step.end);
    }
    at = skipBlank(text, step.end);
    if (node === undefined) continue;
    values++;
    const parent = open.at(-1);
    if (parent === undefined)
      return at < text.length ? fault(at, "the JSON is over here, but the line goes on") : node;
    put(parent, node);
  }
}

/** Whether a tree could be read. */
export function isJsonNode(tree: JsonNode | JsonFault): tree is JsonNode {
  return "kind" in tree;
}

interface Step {
  readonly end: number;
  readonly node?: JsonNode;
  readonly opens?: Open;
  readonly closes?: true;
  /** It is a key that its object has already. */
  readonly isRepeated?: true;
}

function stepIn(top: Open, text: string, at: number): Step | JsonFault {
  if (at >= text.length) return endsEarly(at);
  const sign = text[at];
  const close = top.kind === "object" ? "}" : "]";
  const mayClose = top.awaits === "first" || top.awaits === "comma";
  if (sign === close && mayClose) return { end: at + 1, closes: true };
  if (top.awaits === "comma") {
    if (sign !== ",") return fault(at, `a comma or “${close}” is missing`);
    top.awaits = top.kind === "object" ? "key" : "value";
    return { end: at + 1 };
  }
  if (top.awaits === "colon") {
    if (sign !== ":") return fault(at, "a colon is missing behind this key");
    top.awaits = "value";
    return { end: at + 1 };
  }
  return top.kind === "object" && top.awaits !== "value" ? keyIn(top, text, at) : valueAt(text, at);
}

function keyIn(top: Open, text: string, at: number): Step | JsonFault {
  if (text[at] !== '"') return fault(at, "a key in double quotes is missing");
  const end = stringEnd(text, at);
  if (typeof end !== "number") return end;
  top.key = stringOf(text, at, end);
  top.awaits = "colon";
  return top.members.has(top.key) ? { end, isRepeated: true } : { end };
}

function valueAt(text: string, at: number): Step | JsonFault {
  const sign = text[at];
  if (sign === "{" || sign === "[") {
    const kind = sign === "{" ? "object" : "array";
    return { end: at + 1, opens: { kind, start: at, members: new Map(), items: [], awaits: "first" } };
  }
  if (sign === '"') {
    const end = stringEnd(text, at);
    return typeof end === "number" ? { end, node: leaf("string", at, end) } : end;
  }
  const end = skip(PLAIN, text, at);
  if (end > at) return { end, node: leaf("plain", at, end) };
  return at >= text.length ? endsEarly(at) : fault(at, "a value is missing, or has no double quotes");
}

function leaf(kind: JsonNode["kind"], start: number, end: number): JsonNode {
  return { kind, start, end, members: NONE, items: NO_ITEMS };
}

function closed({ kind, start, members, items }: Open, end: number): JsonNode {
  return { kind, start, end, members, items };
}

/** What is complete in all that is still open: a list has lost items only, anything else a part of its post. */
function readSoFar(open: Open[], end: number): JsonNode | undefined {
  let node: JsonNode | undefined;
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    // What is cut is no item of a list; a list that is cut has its first items.
    if (node !== undefined && top.kind === "object") put(top, node);
    const whole = closed(top, end);
    node = whole.kind === "array" || holdsList(whole) ? whole : undefined;
  }
  return node;
}

/** Whether an object is known to hold a list of posts. */
function holdsList({ members }: JsonNode): boolean {
  return listKeys.some((key) => members.get(key)?.kind === "array");
}

function put(parent: Open, node: JsonNode): void {
  if (parent.kind === "array") parent.items.push(node);
  else if (parent.key !== undefined) parent.members.set(parent.key, node);
  parent.awaits = "comma";
}

/** What a string of JSON at these offsets, with its quotes, says. */
function stringOf(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1);
  return inner.includes("\\") ? String(JSON.parse(text.slice(start, end))) : inner;
}

/** Where the string that begins at `start` ends, behind its quote. */
function stringEnd(text: string, start: number): number | JsonFault {
  let at = start + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit < 0x20)
      return fault(at, "a control character stands in this text; write it as an escape like \\n or \\t");
    if (unit !== 0x5c) {
      at++;
      continue;
    }
    const end = skip(ESCAPE, text, at);
    if (end === at) return fault(at, "this backslash begins no known escape; write \\\\ for a backslash");
    at = end;
  }
  return fault(start, "this text is not closed: a double quote is missing at its end");
}

function endsEarly(at: number): JsonFault {
  return fault(at, "it ends before its JSON does");
}

function fault(offset: number, message: string): JsonFault {
  return { offset, message };
}

/** Between most signs of a line stands no blank. */
function skipBlank(text: string, at: number): number {
  return text.charCodeAt(at) > 0x20 ? at : skip(BLANK, text, at);
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
