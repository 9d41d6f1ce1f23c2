import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from "yaml";
import { type PackFile, placeName, type Stretch } from "./mistakes.ts";
import type { Pair, TextNode, Tree } from "./tree.ts";
import { quoteWhole, TOO_DEEP } from "./yaml-words.ts";

/** Reports a mistake at a stretch of the file. */
export type Say = (stretch: Stretch, code: string, message: string) => void;

const MOST_ALIASES = 100;
const DEEPEST = 60;

/** Where a document comes from, and who is told of its mistakes. */
export interface TreeContext {
  readonly file: PackFile;
  readonly say: Say;
}

interface Reading extends TreeContext {
  readonly document: Document.Parsed;
  /** `null` is nothing in JSON, and the text “null” in YAML. */
  readonly isJson: boolean;
  /** Anchors with the place of their `&`. */
  readonly anchors: Map<string, Stretch>;
  /** Anchors that an alias names. */
  readonly named: Set<string>;
  aliases: number;
}

/** A document's contents as a tree of texts. Tags, aliases and keys that a pack can't have are reported. */
export function treeOf(document: Document.Parsed, contents: Node, context: TreeContext): Tree {
  const isJson = context.file.name.endsWith(".json");
  const reading: Reading = { ...context, document, isJson, anchors: new Map(), named: new Set(), aliases: 0 };
  const tree = convert(contents, 0, reading);
  for (const [anchor, stretch] of reading.anchors) {
    if (!reading.named.has(anchor)) reading.say(stretch, "unquoted", quoteWhole("&"));
  }
  return tree;
}

function convert(node: Node, depth: number, reading: Reading): Tree {
  const stretch = stretchOf(node);
  if (depth > DEEPEST) {
    reading.say(stretch, "too-deep", TOO_DEEP);
    return { kind: "nothing", ...stretch };
  }
  if (isAlias(node)) return target(node, depth, reading);
  checkProperties(node, reading);
  if (isSeq<Node>(node)) {
    return { kind: "list", ...stretch, items: node.items.map((item) => convert(item, depth + 1, reading)) };
  }
  if (isMap<Node, Node | null>(node)) {
    const pairs = node.items.map(({ key, value }) => pairOf(key, value, depth, reading));
    checkKeys(pairs, reading);
    return { kind: "map", ...stretch, pairs };
  }
  return isScalar(node) ? scalar(node, reading) : { kind: "nothing", ...stretch };
}

function target(node: Alias, depth: number, reading: Reading): Tree {
  const { document, say, named } = reading;
  const stretch = stretchOf(node);
  reading.aliases++;
  if (reading.aliases === MOST_ALIASES + 1) {
    say(stretch, "aliases", `more than ${MOST_ALIASES} aliases; write the values out`);
  }
  const found = reading.aliases > MOST_ALIASES ? undefined : node.resolve(document);
  named.add(node.source);
  if (found !== undefined) return convert(found, depth + 1, reading);
  if (reading.aliases <= MOST_ALIASES) say(stretch, "unquoted", quoteWhole("*"));
  return { kind: "nothing", ...stretch };
}

function checkProperties(node: Node, { file, say, anchors }: Reading): void {
  const stretch = stretchOf(node);
  if (node.tag !== undefined) say(stretch, "tag", "a pack has no tags (!…); write the value alone");
  const { anchor } = isAlias(node) ? {} : node;
  if (anchor === undefined || anchors.has(anchor)) return;
  const start = file.text.lastIndexOf(`&${anchor}`, stretch.start);
  anchors.set(anchor, { start, end: start + anchor.length + 1 });
}

function pairOf(key: Node, value: Node | null, depth: number, reading: Reading): Pair {
  const { end } = stretchOf(key);
  const tree: Tree =
    value === null ? { kind: "nothing", start: end, end } : convert(value, depth + 1, reading);
  return { key: keyOf(convert(key, depth + 1, reading), reading), value: tree };
}

function keyOf(tree: Tree, { say }: Reading): TextNode {
  if (tree.kind === "text") return tree;
  const { start, end } = tree;
  if (tree.kind === "nothing") return { kind: "text", text: "~", isPlain: true, start, end };
  say(tree, "key", "a key is a text; quote it if it holds [ ] { }");
  return { kind: "text", text: "", isPlain: false, start, end };
}

function scalar(node: Scalar, { file, isJson, say }: Reading): Tree {
  const stretch = stretchOf(node);
  const text = String(node.value ?? "");
  if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") {
    const message = "this block holds no text; write it below, indented, or “~” for nothing";
    if (text.trim() === "") say(stretch, "empty-block", message);
    return { kind: "text", text, isPlain: false, ...stretch };
  }
  if (node.type !== "PLAIN") return { kind: "text", text, isPlain: false, ...stretch };
  if (text === "" || text === "~" || (isJson && text === "null")) return { kind: "nothing", ...stretch };
  const isPlain = !text.includes("\n") && file.text.startsWith(text, stretch.start);
  return { kind: "text", text, isPlain, ...stretch };
}

function stretchOf(node: { readonly range?: readonly [number, number, number] | null }): Stretch {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

function checkKeys(pairs: readonly Pair[], { file, say }: Reading): void {
  const seen = new Map<string, TextNode>();
  for (const { key } of pairs) {
    const message = "“<<” is not merged here; use “extends”, or write the keys out";
    if (key.text === "<<") say(key, "merge-key", message);
    const before = seen.get(key.text);
    if (before === undefined) seen.set(key.text, key);
    else {
      const first = placeName(file, before.start);
      say(key, "twice", `“${key.text}” stands twice in this map; it stands first at ${first}`);
    }
  }
}
