import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from "yaml";
import type { Mistake } from "../errors.ts";
import { mistakeAt, type PackFile, placeName, type Stretch } from "./mistakes.ts";
import type { Pair, TextNode, Tree } from "./tree.ts";
import { wordsOfYaml } from "./yaml-words.ts";

const MOST_ALIASES = 100;

/** Reads YAML (or JSON, which is YAML) with every scalar kept as text as written; PACK-FORMAT section 7. All mistakes are reported. */
export function readYaml(file: PackFile, report: (mistake: Mistake) => void): Tree | undefined {
  const document = parseDocument(file.text, {
    schema: "failsafe",
    lineCounter: new LineCounter(),
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
    keepSourceTokens: true,
  });
  const say = (stretch: Stretch, code: string, message: string): void =>
    report(mistakeAt(file, stretch, code, message));
  const problems = [...document.errors, ...document.warnings];
  for (const { pos, message, code } of problems) {
    const [start, end] = pos;
    say({ start, end }, "yaml", wordsOfYaml(file.text, start, code) ?? message);
  }
  if (problems.length > 0 || document.contents === null) return undefined;
  return treeOf(document, file, say);
}

type Say = (stretch: Stretch, code: string, message: string) => void;

function treeOf(document: Document.Parsed, file: PackFile, say: Say): Tree {
  let aliases = 0;
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.tag !== undefined && node.range)
        say(stretchOf(node), "tag", "a pack has no tags (!…); write the value alone");
    },
  });
  return convert(document.contents);

  function convert(node: Node | null | undefined): Tree {
    if (isAlias(node)) {
      aliases++;
      const target = node.resolve(document);
      if (aliases <= MOST_ALIASES && target !== undefined) return convert(target);
      if (aliases === MOST_ALIASES + 1)
        say(stretchOf(node), "aliases", `more than ${MOST_ALIASES} aliases; write the values out`);
      return { kind: "nothing", ...stretchOf(node) };
    }
    if (isSeq<Node>(node)) return { kind: "list", ...stretchOf(node), items: node.items.map(convert) };
    if (isMap<Node, Node | null>(node)) {
      const pairs = node.items.map(({ key, value }) => ({
        key: keyOf(key),
        value: value === null ? emptyAfter(key) : convert(value),
      }));
      checkKeys(pairs, file, say);
      return { kind: "map", ...stretchOf(node), pairs };
    }
    if (isScalar(node)) return scalar(node);
    return { kind: "nothing", start: 0, end: 0 };
  }

  function keyOf(node: Node): TextNode {
    const tree = convert(node);
    if (tree.kind === "text") return tree;
    if (tree.kind === "nothing")
      return { kind: "text", text: "~", isPlain: true, start: tree.start, end: tree.end };
    say(tree, "key", "a key is a text; quote it if it holds [ ] { }");
    return { kind: "text", text: "", isPlain: false, start: tree.start, end: tree.end };
  }

  function scalar(node: Scalar): Tree {
    const stretch = stretchOf(node);
    const text = String(node.value ?? "");
    const isQuoted = node.type !== "PLAIN";
    const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
    if (isBlock && text.trim() === "")
      say(stretch, "empty-block", "this block holds no text; write it below, indented, or “~” for nothing");
    if (!isQuoted) checkComment(node, stretch);
    if (!isQuoted && (text === "" || text === "~")) return { kind: "nothing", ...stretch };
    const isPlain = !isQuoted && !text.includes("\n") && file.text.startsWith(text, stretch.start);
    return { kind: "text", text, isPlain, ...stretch };
  }

  /** `- We love it #ad`: YAML drops the rest of the line without a word. */
  function checkComment(node: Scalar, { end }: Stretch): void {
    const rest = /^[^\S\r\n]+#(?=[^\s#])[^\r\n]*/u.exec(file.text.slice(end, end + 200));
    if (rest === null) return;
    const shown = `${String(node.value ?? "")}`;
    say(
      { start: end + rest[0].indexOf("#"), end: end + rest[0].length },
      "comment",
      `YAML drops what follows “${shown}” here: quote it; a comment starts with # and a blank`,
    );
  }
}

function stretchOf(node: { readonly range?: readonly [number, number, number] | null }): Stretch {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

function emptyAfter(key: Node): Tree {
  const { end } = stretchOf(key);
  return { kind: "nothing", start: end, end };
}

function checkKeys(pairs: readonly Pair[], file: PackFile, say: Say): void {
  const seen = new Map<string, TextNode>();
  for (const { key } of pairs) {
    if (key.text === "<<")
      say(key, "merge-key", "“<<” is not merged here; use “extends”, or write the keys out");
    const before = seen.get(key.text);
    if (before !== undefined)
      say(
        key,
        "twice",
        `“${key.text}” stands twice in this map; it stands first at ${placeName(file, before.start)}`,
      );
    seen.set(key.text, before ?? key);
  }
}
