import { type Locate, type OriginFile, originBuilder } from "../text/origin.ts";
import { isJsonNode, type JsonNode, jsonTree } from "./json-tree.ts";

/** The way to a value in JSON: keys and indices from the outside in. */
export type JsonPath = readonly (string | number)[];

const ESCAPE = /\\(?:r|u000d)(?:\\(?:n|u000a))?|\\(?:u[0-9a-f]{4}|.)/giu;
const CARRIAGE_RETURN = /^\\(?:r|u000d)/iu;

/** Places in JSON that is read only when the first of them is asked for. */
export interface JsonPlaces {
  /** Places in the text of a string, whose first `skip` units are no part of the post. */
  readonly locate: (path: JsonPath, skip: number) => Locate;
  /** The value as written; of a text what stands between its quotes. */
  readonly written: (path: JsonPath) => string;
}

/** The places of a valid JSON text; newlines in its strings are read as LF. */
export function jsonPlaces(text: string, file: OriginFile): JsonPlaces {
  let tree: JsonNode | undefined;
  return placesIn(
    text,
    () => {
      tree ??= validTree(text);
      return tree;
    },
    file,
  );
}

/** The places below a value that was read before. */
export function jsonNodePlaces(
  text: string,
  root: JsonNode,
  file: OriginFile,
): JsonPlaces & { readonly lineOf: (path: JsonPath) => number } {
  return {
    ...placesIn(text, () => root, file),
    lineOf: (path) => file.lines().positionOf(nodeAt(root, path).start).line,
  };
}

function nodeAt(root: JsonNode, path: JsonPath): JsonNode {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    node = typeof step === "number" ? node.items[step] : node.members.get(step);
    if (node === undefined) throw new Error(`nothing stands at ${path.join(".")} in this JSON`);
  }
  return node;
}

function placesIn(text: string, root: () => JsonNode, file: OriginFile): JsonPlaces {
  const locate: JsonPlaces["locate"] = (path, skip) => {
    let found: Locate | undefined;
    return (span) => {
      found ??= locateString(text, nodeAt(root(), path), { file, skip });
      return found(span);
    };
  };
  const written = (path: JsonPath): string => {
    const { kind, start, end } = nodeAt(root(), path);
    return kind === "string" ? text.slice(start + 1, end - 1) : text.slice(start, end);
  };
  return { locate, written };
}

function validTree(text: string): JsonNode {
  const tree = jsonTree(text);
  if (isJsonNode(tree)) return tree;
  throw new Error(`this JSON was read before, and now ${tree.message}`);
}

/** What an escape stands for, where most are line breaks. */
function meantBy(signs: string): string {
  if (signs === "\\n" || CARRIAGE_RETURN.test(signs)) return "\n";
  return String(JSON.parse(`"${signs}"`));
}

function locateString(
  text: string,
  node: JsonNode,
  { file, skip }: { readonly file: OriginFile; readonly skip: number },
): Locate {
  const cell = { offset: node.start + 1, endOffset: node.end - 1 };
  const builder = originBuilder();
  const inner = text.slice(cell.offset, cell.endOffset);
  let from = 0;
  for (const { 0: signs, index } of inner.matchAll(ESCAPE)) {
    builder.add(inner.slice(from, index), cell.offset + from);
    builder.addEscaped(meantBy(signs), cell.offset + index, signs.length);
    from = index + signs.length;
  }
  builder.add(inner.slice(from), cell.offset + from);
  return builder.locate({ ...file, cell }, skip);
}
