import { type BaseIssue, safeParse } from "valibot";
import type { Mistake } from "../errors.ts";
import { isMap } from "./lists.ts";
import { mistakeAt, type PackFile } from "./mistakes.ts";
import { didYouMean } from "./nearest.ts";
import { knownKeys } from "./schema/keys.ts";
import { packSchema } from "./schema/pack.ts";
import { nodeAt, type Path, type Plain, type Tree } from "./tree.ts";

/** One complaint of the schema with its whole path. */
interface Complaint {
  readonly path: Path;
  readonly type: string;
  readonly message: string;
}

/** Checks one layer's shape: keys, levels, texts and lists where they belong. Everything is reported, each at its place. */
export function validateShape(
  tree: Tree,
  plain: Plain,
  file: PackFile,
  report: (mistake: Mistake) => void,
): void {
  const parsed = safeParse(packSchema, withoutSuffixes(plain, []));
  if (parsed.success) return;
  for (const issue of parsed.issues) {
    const { path, type, message } = complaintOf(issue, []);
    const isKey = type === "strict_object";
    const key = String(path[path.length - 1] ?? "");
    const said = isKey ? unknownKey(key, path.slice(0, -1)) : message;
    report(mistakeAt(file, nodeAt(tree, path, isKey), isKey ? "unknown-key" : "shape", said));
  }
}

/** Of a union's complaints the one that got furthest: it tells what its author meant. */
function complaintOf(issue: BaseIssue<unknown>, before: Path): Complaint {
  const path = [...before, ...(issue.path ?? []).map(({ key }) => stepOf(key))];
  const own: Complaint = { path, type: issue.type, message: issue.message };
  if (issue.type !== "union" || issue.issues === undefined) return own;
  const nested = issue.issues.map((each) => complaintOf(each, path));
  const best = nested.reduce((one, other) => (other.path.length > one.path.length ? other : one), own);
  // What the schema library says by itself is no language for people.
  const isOurs = best.type === "strict_object" || !best.message.startsWith("Invalid ");
  return isOurs ? best : { ...best, message: own.message };
}

function stepOf(key: unknown): string | number {
  return typeof key === "number" ? key : String(key);
}

function unknownKey(key: string, path: Path): string {
  const known = knownKeys(packSchema, path);
  const where = path.length === 0 ? "a pack" : `“${path[path.length - 1]}”`;
  if (key.endsWith("+") || key.endsWith("-"))
    return `“${key}” is unknown in ${where}; “key+” and “key-” change lists${didYouMean(key.slice(0, -1), known)}`;
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
  "forms",
]);

/** `key+` and `key-` are checked as the list that they change. */
function withoutSuffixes(plain: Plain, path: Path): Plain {
  if (Array.isArray(plain)) return plain.map((item, index) => withoutSuffixes(item, [...path, index]));
  if (!isMap(plain)) return plain;
  const isFree = FREE.has(String(path[path.length - 1]));
  const map: Record<string, Plain> = {};
  for (const [key, value] of Object.entries(plain)) {
    const changed = !isFree && /[+-]$/u.test(key) ? key.slice(0, -1) : undefined;
    // That a list is written anew beside its change is told elsewhere.
    if (changed !== undefined && plain[changed] !== undefined) continue;
    map[changed ?? key] = withoutSuffixes(value, [...path, key]);
  }
  return map;
}
