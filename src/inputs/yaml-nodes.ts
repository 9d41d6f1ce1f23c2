import type { Alias, Document, Node, Pair, Scalar as ScalarNode, YAMLMap, YAMLSeq } from "yaml";
import type { OriginFile } from "../text/origin.ts";
import type { ItemPlaces } from "./item.ts";
import type { JsonPath } from "./json-origin.ts";
import { contentOf, locateScalar, type Scalar, type ScalarStyle } from "./yaml-origin.ts";

export type Yaml = typeof import("yaml");

/** A document in a file, and where its text begins there. */
export interface YamlFile {
  readonly yaml: Yaml;
  readonly document: Document.Parsed;
  /** The whole file, as its lines have it. */
  readonly text: string;
  /** Where the YAML begins in it, in UTF-16 units. */
  readonly offset: number;
  readonly lines: OriginFile["lines"];
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_DOUBLE: "double",
  QUOTE_SINGLE: "single",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};
/** Aliases that lead to aliases lead nowhere at last. */
const MOST_STEPS = 10;

/** The node that an alias stands for, or the node itself. */
export function resolved(node: unknown, { yaml, document }: YamlFile): Node | undefined {
  let found = node;
  for (let step = 0; step < MOST_STEPS && isAlias(found, yaml); step++) found = found.resolve(document);
  return yaml.isNode(found) && !yaml.isAlias(found) ? found : undefined;
}

function isAlias(node: unknown, yaml: Yaml): node is Alias {
  return yaml.isAlias(node);
}

/** The value of a map's key (of one that comes twice the last), also of one that is merged into it; of a list's index. */
export function below(node: Node, step: string | number, file: YamlFile): Node | undefined {
  const { yaml } = file;
  if (isSeq(node, yaml)) return resolved(node.items[Number(step)], file);
  if (!isMap(node, yaml)) return undefined;
  const own = node.items.findLast(({ key }) => nameOf(key, yaml) === String(step));
  if (own !== undefined) return resolved(own.value, file);
  for (const pair of node.items.toReversed()) {
    if (nameOf(pair.key, yaml) !== "<<") continue;
    const source = resolved(pair.value, file);
    if (source === undefined) continue;
    const maps = isSeq(source, yaml) ? source.items.map((item) => resolved(item, file)) : [source];
    for (const map of maps) {
      const found = map === undefined || isSeq(map, yaml) ? undefined : below(map, step, file);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Whether a node is a map. */
export function isMap(node: Node, yaml: Yaml): node is YAMLMap<unknown, unknown> {
  return yaml.isMap(node);
}

/** Whether a node is a list. */
export function isSeq(node: Node, yaml: Yaml): node is YAMLSeq {
  return yaml.isSeq(node);
}

function nameOf(key: Pair["key"], yaml: Yaml): string | undefined {
  if (!yaml.isScalar(key)) return undefined;
  // The key of a merge is a symbol.
  return typeof key.value === "symbol" ? key.value.description : String(key.value);
}

/** Where a node stands in its text; all that was read from one stands somewhere. */
export function rangeOf({ range }: Pick<Node, "range">): readonly [number, number, number] {
  return range ?? NOWHERE;
}

const NOWHERE = [0, 0, 0] as const;

/** Where the last words of a node end, without the blanks and comments behind them. */
export function endOf(node: Node, { yaml }: YamlFile): number {
  let last: unknown = node;
  let [, end] = rangeOf(node);
  while (yaml.isNode(last)) {
    end = rangeOf(last)[1];
    if (!yaml.isCollection(last) || last.flow === true || last.items.length === 0) break;
    const item: unknown = last.items[last.items.length - 1];
    if (!yaml.isPair(item)) last = item;
    else last = item.value ?? item.key;
  }
  return end;
}

/** Where the values below a node stand. */
export function yamlPlaces(root: Node, file: YamlFile): ItemPlaces {
  const { text, lines, yaml } = file;
  const nodeAt = (path: JsonPath): Node => {
    let node: Node | undefined = root;
    for (const step of path) node = node === undefined ? undefined : below(node, step, file);
    if (node === undefined) throw new Error(`nothing stands at ${path.join(".")} in this YAML`);
    return node;
  };
  const scalarAt = (path: JsonPath): Scalar => {
    const node = nodeAt(path);
    if (!yaml.isScalar(node)) throw new Error(`no text stands at ${path.join(".")} in this YAML`);
    return scalarOf(node, file.offset);
  };
  return {
    locate: (path, skip) => {
      let found: ReturnType<typeof locateScalar> | undefined;
      return (span) => {
        found ??= locateScalar(text, scalarAt(path), { lines, skip });
        return found(span);
      };
    },
    written: (path) => {
      const { offset, endOffset } = contentOf(text, scalarAt(path));
      return text.slice(offset, endOffset);
    },
    lineOf: (path, skip) => {
      const scalar = scalarAt(path);
      const isSimple = skip === 0 && scalar.style === "plain";
      if (isSimple) return lines().positionOf(scalar.offset).line;
      return locateScalar(text, scalar, { lines, skip })({ start: 0, end: 0 }).line;
    },
  };
}

function scalarOf(node: ScalarNode, offset: number): Scalar {
  const [start, end] = rangeOf(node);
  return {
    value: String(node.value),
    style: STYLES[String(node.type)] ?? "plain",
    offset: start + offset,
    endOffset: end + offset,
  };
}
