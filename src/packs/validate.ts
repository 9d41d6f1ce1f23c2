import { type BaseIssue, safeParse } from "valibot";
import { isMap } from "./lists.ts";
import { didYouMean } from "./nearest.ts";
import { knownKeys, takesList, takesMapOnly, wholeLists } from "./schema/keys.ts";
import { packSchema } from "./schema/pack.ts";
import { follow, type Path, type Plain, type PlainMap, type Tree } from "./tree.ts";
import { quoteColon } from "./yaml-words.ts";

/** Reports a mistake at a path of the file. */
export type SayAt = (path: Path, code: string, message: string, key?: boolean) => void;

/** One complaint of the schema with its whole path. */
interface Complaint {
  readonly path: Path;
  readonly kind: "unknown-key" | "missing-key" | "shape";
  readonly message: string;
}

/** Checks one layer's shape: keys, levels, texts and lists where they belong. Everything is reported, each at its place. */
export function validateShape(tree: Tree, plain: Plain, say: SayAt): void {
  const parsed = safeParse(packSchema, withoutSuffixes(plain, [], say), { abortPipeEarly: true });
  if (parsed.success) return;
  for (const issue of parsed.issues) report(complaintOf(issue, []), tree, say);
}

function report({ path, kind, message }: Complaint, tree: Tree, say: SayAt): void {
  const above = path.slice(0, -1);
  if (kind === "shape") {
    const { node, depth } = follow(tree, path);
    const isEmpty = node.kind === "nothing" && depth === path.length;
    if (isEmpty) say(path, "empty", "nothing stands here; write a value, or leave it out", true);
    else if (colonKey(node) !== undefined) say(path, "unquoted", quoteColon);
    else say(path, "shape", message);
    return;
  }
  const key = String(path[path.length - 1]);
  const words = colonKey(follow(tree, above).node);
  if (words !== undefined && !/^[a-z_]+[+-]?$/u.test(words)) say(above, "unquoted", quoteColon);
  else if (kind === "unknown-key") say(path, "unknown-key", unknownKey(key, above), true);
  else
    say(above, "missing-key", key === "voicecheck" ? message : `“${key}” is missing here; write “${key}: …”`);
}

/** The key of a map that may be meant as a text: `Rule one: talk`. */
function colonKey(node: Tree): string | undefined {
  if (node.kind !== "map" || node.pairs.length !== 1) return undefined;
  const [{ key }] = node.pairs;
  return key.isPlain && key.start === node.start ? key.text : undefined;
}

/** Of a union's complaints the one that got furthest: it tells what its author meant. */
function complaintOf(issue: BaseIssue<unknown>, before: Path): Complaint {
  const path = [...before, ...(issue.path ?? []).map(({ key }) => stepOf(key))];
  const own: Complaint = { path, kind: kindOf(issue), message: issue.message };
  if (issue.type !== "union" || issue.issues === undefined) return own;
  const nested = issue.issues.filter((each) => isNear(each, issue)).map((each) => complaintOf(each, path));
  return nested.reduce((one, other) => (other.path.length >= one.path.length ? other : one), own);
}

/** Whether a side of a union was of the right kind, so that its complaint is the one that helps. */
function isNear(issue: BaseIssue<unknown>, { input }: BaseIssue<unknown>): boolean {
  if ((issue.path ?? []).length > 0 || issue.kind === "validation" || issue.type === "union") return true;
  return issue.type === "picklist" && typeof input === "string";
}

function kindOf({ type, received, expected }: BaseIssue<unknown>): Complaint["kind"] {
  if (type !== "strict_object") return "shape";
  if (expected === "never") return "unknown-key";
  return received === "undefined" ? "missing-key" : "shape";
}

/** A step of a path from what valibot says of it: a number stays one, since it leads into a list. */
export function stepOf(key: unknown): string | number {
  return typeof key === "number" ? key : String(key);
}

function unknownKey(key: string, path: Path): string {
  const known = knownKeys(packSchema, path).filter((each) => each !== "$schema");
  const name = path.findLast((step) => typeof step === "string");
  const where = name === undefined ? "a pack" : `“${name}”`;
  return `“${key}” is unknown in ${where}${didYouMean(key, known)}`;
}

/** Below these keys names are free, so a sign at their end is part of the name. */
const FREE: ReadonlySet<string> = new Set([
  "rules",
  "terms",
  "patterns",
  "regex",
  "spelling",
  "consistent",
  "allow",
  "files",
  "forms",
  "fields",
]);

/** `key+` and `key-` are checked as the list that they change. */
function withoutSuffixes(plain: Plain, path: Path, say: SayAt): Plain {
  if (Array.isArray(plain)) {
    if (!takesMapOnly(packSchema, path))
      return plain.map((item, index) => withoutSuffixes(item, [...path, index], say));
    say(path, "shape", "a list stands here, and a map is expected: write “name: …” instead of each “- …”");
    return {};
  }
  if (!isMap(plain)) return plain;
  const isFree = FREE.has(String(path[path.length - 1]));
  const map: Record<string, Plain> = Object.create(null);
  for (const [key, value] of Object.entries(plain)) {
    const base = isFree ? key : baseOf(key, plain, path, say);
    map[base] = withoutSuffixes(value, [...path, base], say);
  }
  return map;
}

function baseOf(key: string, map: PlainMap, path: Path, say: SayAt): string {
  const base = key.slice(0, -1);
  if (!/[+-]$/u.test(key)) return key;
  if (map[base] !== undefined) {
    say(
      [...path, key],
      "list-twice",
      `“${key}” changes a list that is written anew as “${base}”; keep one of the two`,
      true,
    );
  } else if (wholeLists.has(base) && knownKeys(packSchema, path).includes(base)) {
    say(
      [...path, key],
      "key-sign",
      `“${base}” takes no ${key.slice(-1)}; what a later layer writes is added by itself`,
      true,
    );
  } else if (!takesList(packSchema, [...path, base]) && knownKeys(packSchema, path).includes(base)) {
    say(
      [...path, key],
      "key-sign",
      `“${base}” is no list, and only lists take ${key.slice(-1)}; write “${base}”`,
      true,
    );
  }
  return base;
}
