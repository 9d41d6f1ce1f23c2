import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Code, Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

export const root: string = join(import.meta.dirname, "../..");

/** A block of code on a page. */
export interface Block {
  readonly lang: string;
  readonly value: string;
  readonly line: number;
}

/** What tests look at of a page. */
export interface Page {
  /** From the root, with slashes. */
  readonly path: string;
  readonly blocks: readonly Block[];
  /** Code inside of lines. */
  readonly codes: readonly string[];
  readonly links: readonly string[];
  /** What links to its headings end with. */
  readonly anchors: ReadonlySet<string>;
}

/** All pages that people read. */
export const pages: readonly Page[] = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => `docs/${path.replaceAll("\\", "/")}`)
    .sort(),
].map(readPage);

/** Those that no generator wrote whole. */
export const written: readonly Page[] = pages.filter(({ path }) => !/^docs\/(?:rules|types)\//u.test(path));

function readPage(path: string): Page {
  const tree = fromMarkdown(readFileSync(join(root, path), "utf8"), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const nodes = [...all(tree)];
  return {
    path,
    blocks: nodes.filter((node) => node.type === "code").map(blockOf),
    codes: nodes.flatMap((node) => (node.type === "inlineCode" ? [node.value] : [])),
    links: nodes.flatMap((node) =>
      node.type === "link" || node.type === "image" || node.type === "definition" ? [node.url] : [],
    ),
    anchors: anchorsOf(nodes.filter((node) => node.type === "heading").map(textOf)),
  };
}

function* all(node: Nodes): Iterable<Nodes> {
  yield node;
  if ("children" in node) for (const child of node.children) yield* all(child);
}

function blockOf({ lang, value, position }: Code): Block {
  return { lang: lang ?? "", value, line: position?.start.line ?? 0 };
}

function textOf(node: Nodes): string {
  if ("children" in node) return node.children.map(textOf).join("");
  return "value" in node ? node.value : "";
}

/** As GitHub makes them: small letters, hyphens for blanks, a number for the second of a kind. */
function anchorsOf(headings: readonly string[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const heading of headings) {
    const plain = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-");
    let anchor = plain;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${plain}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}
