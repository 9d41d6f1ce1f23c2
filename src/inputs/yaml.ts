import type { Node } from "yaml";
import { type Lazy, lazy } from "../lazy.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Post, Source, Span, Waiver } from "../types.ts";
import { collectionIn, isBesideList } from "./collection.ts";
import { linesOf } from "./file.ts";
import { holdNotes } from "./held-notes.ts";
import { type Ids, uniqueIds } from "./ids.ts";
import { aroundOf, postsOfItem } from "./item.ts";
import type { Item } from "./items.ts";
import { checkMost } from "./most.ts";
import { withThreads } from "./numbered-posts.ts";
import type { StructuredInput } from "./structured-input.ts";
import { unnamedAlone } from "./unnamed.ts";
import { IGNORE, readWaiver } from "./waiver.ts";
import { brokenYaml, documentsOf } from "./yaml-documents.ts";
import {
  below,
  endOf,
  isSeq,
  rangeOf,
  resolved,
  type Yaml,
  type YamlFile,
  yamlPlaces,
} from "./yaml-nodes.ts";
import { lostTags, waiverComments } from "./yaml-waivers.ts";

/** YAML: each item of a list is a post, also of a list under a key like “posts”; so is each document that holds none. */
export const yaml: StructuredInput = {
  read,
  // Other signs mean something in some kinds of texts.
  write: (words) => (/^[\p{L}\p{N} .’-]*$/u.test(words) ? words : undefined),
};

const library: Lazy<Yaml> = lazy(() => import("yaml"));
const MOST_ALIASES = 100;

interface Context {
  readonly source: Source;
  readonly lines: () => LineIndex;
  readonly ids: Ids;
}

/** A value that may be a post, and where it begins and ends in the file. */
interface Found {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
}

function read(asked: Source): readonly Post[] {
  if (asked.text.trim() === "") return [];
  checkMost("characters of YAML", asked.text.length);
  const { source, end } = holdNotes(asked);
  const lines = linesOf(source.text);
  const context = { source, lines, ids: uniqueIds(source) };
  const counter = { items: 0, lost: 0 };
  const { documents, text, lost } = documentsOf({ yaml: library.get(), source, lines });
  const comments = commentsOf(context, text);
  for (const { line, column } of lostTags(library.get(), text, { lines, offset: 0 }))
    source.report({ line, column, ...LOST_TAG });
  const posts = documents.flatMap((document) => {
    const file = { yaml: library.get(), document, text: source.text, offset: 0, lines };
    return postsOfDocument(file, context, { counter, comments, lost });
  });
  for (const { place } of comments.rest())
    source.report({ line: place.line, column: place.column, ...NO_POST });
  end(posts);
  return unnamedAlone(withThreads(posts), source.name);
}

interface Progress {
  /** How many items there were, and how many of the lost ones stand before. */
  readonly counter: { items: number; lost: number };
  readonly comments: Comments;
  readonly lost: readonly Span[];
}

function postsOfDocument(
  file: YamlFile,
  context: Context,
  { counter, comments, lost }: Progress,
): readonly Post[] {
  const { source, lines, ids } = context;
  const { contents } = file.document;
  if (contents === null) return [];
  // An alias that leads nowhere stays one, and that is said where it is read.
  const root = resolved(contents, file) ?? contents;
  const { items, around } = collectionIn<Node>(root, {
    itemsOf: (node) => (isSeq(node, file.yaml) ? node.items.filter(file.yaml.isNode) : undefined),
    below: (node, key) => below(node, key, file),
    aboutOf: (node) => {
      const { line } = lines().positionOf(rangeOf(node)[0]);
      return aroundOf(besideList(node, file, context), source, line);
    },
  });
  checkMost("posts", items.length);
  return items.flatMap((item): readonly Post[] => {
    const node = resolved(item, file) ?? item;
    counter.items++;
    const found = { node, start: rangeOf(item)[0], end: endOf(item, file) };
    const { line } = lines().positionOf(found.start);
    const waivers = comments.of(found);
    while (counter.lost < lost.length && lost[counter.lost].end <= found.start) counter.lost++;
    if (isBroken(found, file) || isIn(found, lost[counter.lost])) return [];
    const value = dataOf(found, file, context);
    if (value === undefined) return [];
    const places = yamlPlaces(node, file);
    return postsOfItem(
      { value, places, source, line, name: `${source.name}#${counter.items}`, around, waivers },
      ids,
    );
  });
}

function isIn({ start }: Found, span: Span | undefined): boolean {
  return span !== undefined && start >= span.start && start < span.end;
}

/** A value as plain data; nothing where it is too large, which is said. */
function dataOf(
  { node, start }: Pick<Found, "node" | "start">,
  { document }: YamlFile,
  { source, lines }: Context,
): unknown {
  try {
    return node.toJS(document, { maxAliasCount: MOST_ALIASES });
  } catch (error) {
    // Of a merge of what is no map, of an alias that leads nowhere, of too many of them.
    const reason = String(error).replace(/^\w+: /u, "");
    const isBomb = reason.includes("Excessive alias count");
    source.report({ ...lines().positionOf(start), ...(isBomb ? TOO_MANY : brokenYaml(reason)) });
    return undefined;
  }
}

/** The values of a map beside its list of posts that may say something of these. */
function besideList(node: Node, file: YamlFile, context: Context): Item {
  const { yaml } = file;
  if (!yaml.isMap(node)) return {};
  const pairs = node.items.flatMap(({ key, value }): [string, unknown][] => {
    if (!yaml.isScalar(key) || !yaml.isNode(value) || !isBesideList(String(key.value))) return [];
    // Such a map is there to be used by posts.
    if (yaml.isMap(value) && value.anchor !== undefined) return [];
    return [[String(key.value), dataOf({ node: value, start: rangeOf(value)[0] }, file, context)]];
  });
  return Object.fromEntries(pairs);
}

/** A value with a mistake inside may have lost a part of its post. */
function isBroken({ start, end }: Found, { document }: YamlFile): boolean {
  return document.errors.some(
    ({ pos, code }) => code !== "DUPLICATE_KEY" && pos[0] >= start && pos[0] <= end,
  );
}

/** Ignore comments that wait for their post. */
interface Comments {
  /** Those before a value's end that are not taken: each holds for the next post behind it, or the one around it. */
  readonly of: (found: Found) => readonly Waiver[];
  readonly rest: () => readonly Waiver[];
}

function commentsOf({ source, lines }: Context, text: string): Comments {
  const waiting = waiverComments(library.get(), text, { lines, offset: 0 }).flatMap(
    (written) => readWaiver(written, source.report) ?? [],
  );
  const column = (offset: number): number => lines().positionOf(offset).column;
  const isOf = ({ place }: Waiver, { start, end }: Found): boolean => {
    if (place.offset <= end) return true;
    // Behind a value on its line, or below it and as far to the right as its keys.
    const last = lines().positionOf(Math.max(start, end - 1)).line;
    const between = source.text.slice(end, place.offset);
    return (
      place.line === last || (between.trim() === "" && place.column >= column(start) && column(start) > 1)
    );
  };
  return {
    of: (found) => {
      const count = waiting.findIndex((waiver) => !isOf(waiver, found));
      return waiting.splice(0, count < 0 ? waiting.length : count);
    },
    rest: () => waiting,
  };
}

const LOST_TAG = {
  code: "lost-tag",
  message:
    "to YAML this tag begins a comment, so it and what follows are no part of the post; put quotes around the text",
  level: "note",
} as const;

const NO_POST = {
  code: "waiver-without-post",
  message: `this ignore comment stands behind the last post, so it holds for nothing; put # ${IGNORE} RULE before or into its post`,
  level: "note",
} as const;

const TOO_MANY = {
  code: "bad-yaml",
  message: `more than ${MOST_ALIASES} aliases are in this, so it was not checked; write its texts out`,
  level: "error",
} as const;
