import type { Mistake } from "../errors.ts";
import { checkLayer } from "./check-layer.ts";
import { ENTRY_TYPES } from "./entry-state.ts";
import { isMap } from "./lists.ts";
import { mistakeAt, type PackFile, packFile } from "./mistakes.ts";
import { nodeAt, type Path, type Plain, type PlainMap, plainOf, type Tree } from "./tree.ts";
import { type SayAt, validateShape } from "./validate.ts";
import { readYaml } from "./yaml.ts";

/** One file of a pack, read. */
export interface Layer {
  readonly file: PackFile;
  readonly tree: Tree;
  /** What is of the right shape; the rest has been reported. */
  readonly plain: PlainMap;
  /** Rules and keys that were left out since they are not of the right shape. */
  readonly broken: ReadonlySet<string>;
}

/** Reads one layer alone (PACK-FORMAT section 6.1). Nothing comes back where its mistakes leave nothing to go on with. */
export function readLayer(
  name: string,
  text: string,
  types: readonly string[],
  report: (mistake: Mistake) => void,
): Layer | undefined {
  const file = packFile(name, text);
  let isTold = false;
  const tree = readYaml(file, (mistake) => {
    isTold = true;
    report(mistake);
  });
  if (tree === undefined) {
    const start = { start: 0, end: 0 };
    const message = "this pack is empty; a pack starts with “voicecheck: 1”";
    if (!isTold) report(mistakeAt(file, start, "empty", message));
    return undefined;
  }
  const plain = plainOf(tree);
  if (!isMap(plain)) {
    report(mistakeAt(file, tree, "shape", "a pack is a map that starts with “voicecheck: 1”"));
    return undefined;
  }
  const paths: Path[] = [];
  const say: SayAt = (path, code, message, key) => {
    paths.push(path);
    report(mistakeAt(file, nodeAt(tree, path, key), code, message));
  };
  validateShape(tree, plain, say);
  checkLayer({ file, tree, plain, types, say });
  return { file, tree, ...withoutBroken(plainOf(tree, ENTRY_TYPES), paths) };
}

/** Leaves out what is not of the right shape: a rule, an override, or a key of the top. */
function withoutBroken(value: Plain, paths: readonly Path[]): Pick<Layer, "plain" | "broken"> {
  const broken = new Set<string>();
  const plain: Record<string, Plain> = { ...(isMap(value) ? value : {}) };
  for (const [top, inner] of paths) {
    const rules = plain.rules;
    if (top === "rules" && typeof inner === "string" && isMap(rules)) {
      const { [inner]: _, ...others } = rules;
      plain.rules = others;
      broken.add(inner);
    } else if (top === "overrides" && typeof inner === "number" && Array.isArray(plain.overrides)) {
      plain.overrides = plain.overrides.map((each, index) => (index === inner ? {} : each));
    } else if (typeof top === "string") {
      delete plain[top];
      broken.add(top);
    }
  }
  return { plain, broken };
}
