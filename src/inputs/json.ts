import type { LineIndex } from "../text/lines.ts";
import type { Post, Source } from "../types.ts";
import { collectionIn, isBesideList } from "./collection.ts";
import { linesOf } from "./file.ts";
import { holdNotes } from "./held-notes.ts";
import { uniqueIds } from "./ids.ts";
import { aroundOf, postsOfItem } from "./item.ts";
import type { Item } from "./items.ts";
import { jsonNodePlaces } from "./json-origin.ts";
import { isJsonNode, type JsonNode, jsonTree } from "./json-tree.ts";
import { checkMost } from "./most.ts";
import { withThreads } from "./numbered-posts.ts";
import type { StructuredInput } from "./structured-input.ts";
import { unnamedAlone } from "./unnamed.ts";

/** JSON: each item of a list is a post, also of a list under a key like “posts”; an object or a text alone is one, too. */
export const json: StructuredInput = {
  read,
  write: (words) => JSON.stringify(words).slice(1, -1),
};

function read(asked: Source): readonly Post[] {
  if (asked.text.trim() === "") return [];
  const { source, end } = holdNotes(asked);
  const lines = linesOf(source.text);
  const tree = jsonTree(source.text, (offset) => source.report({ ...lines().positionOf(offset), ...TWICE }));
  const root = isJsonNode(tree) ? tree : tree.read;
  if (!isJsonNode(tree)) {
    const message = `this is no JSON: ${tree.message}${root === undefined ? "" : "; what stands before it was checked"}`;
    source.report({ ...lines().positionOf(tree.offset), code: "bad-json", message, level: "error" });
  }
  const posts = root === undefined ? [] : postsIn(root, { source, lines });
  end(posts);
  return posts;
}

const TWICE = {
  code: "bad-json",
  message: "this key stands here a second time, so only what follows it was used; leave one of them",
  level: "error",
} as const;

interface Context {
  readonly source: Source;
  readonly lines: () => LineIndex;
}

function postsIn(root: JsonNode, { source, lines }: Context): readonly Post[] {
  const ids = uniqueIds(source);
  const { items, around } = collectionIn<JsonNode>(root, {
    itemsOf: ({ kind, items: list }) => (kind === "array" ? list : undefined),
    below: ({ members }, key) => members.get(key),
    aboutOf: (node) => {
      const { line } = lines().positionOf(node.start);
      return aroundOf(besideList(node, source.text), source, line);
    },
  });
  checkMost("posts", items.length);
  const posts = items.flatMap((node, index) => {
    const places = jsonNodePlaces(source.text, node, { lines });
    const { line } = lines().positionOf(node.start);
    const value: unknown = JSON.parse(source.text.slice(node.start, node.end));
    return postsOfItem({ value, places, source, line, name: `${source.name}#${index + 1}`, around }, ids);
  });
  return unnamedAlone(withThreads(posts), source.name);
}

/** The values of an object beside its list of posts that may say something of these. */
function besideList({ members }: JsonNode, text: string): Item {
  return Object.fromEntries(
    [...members]
      .filter(([key]) => isBesideList(key))
      .map(([key, { start, end }]): [string, unknown] => [key, JSON.parse(text.slice(start, end))]),
  );
}
