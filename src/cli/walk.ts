import { closeSync, type Dirent, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../types.ts";
import { reasonOf } from "./errors.ts";
import { ignoredUnder } from "./ignored.ts";
import { gitRootOf, isWithin } from "./parents.ts";

/** What a folder holds. */
export interface Found {
  /** Paths below the folder, with forward slashes, sorted. */
  readonly files: readonly string[];
  /** Without a source: it is the folder. */
  readonly problems: readonly Omit<Problem, "source">[];
}

/** Formats that hold posts. */
const POST_FILE = /\.(?:txt|text|tweet|md|markdown|csv|tsv|json|ndjson|jsonl|ya?ml)$/iu;
const DATA_FILE = /\.(?:json|ya?ml)$/iu;
const LINES_FILE = /\.(?:ndjson|jsonl)$/iu;
/** A baseline begins with an entry; posts have no fingerprints. */
const BASELINE_LINE =
  /^\ufeff?\s*\{"source":"(?:[^"\\]|\\.)*","rule":"(?:[^"\\]|\\.)*","fingerprint":"[\da-f]{16}"/u;
const FIRST_BYTES = 4096;
const NO_POSTS: ReadonlySet<string> = new Set([
  "voicecheck.yaml",
  "voicecheck.yml",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "jsconfig.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
]);
const SKIPPED_FOLDER = "node_modules";
/** The version of the format tells a pack from posts with ignore comments under the same key. */
const PACK_KEY = /^[ \t\ufeff]*(?:\{\s*)?["']?voicecheck["']?\s*:\s*["']?1["']?\s*(?:$|[,#}])/mu;

/**
 * Lists the files of a folder that may hold posts. Hidden and ignored ones, packs and lock files are no posts. Nobody who adds a link
 * to a repository is to have files read, or mended, that stand outside.
 */
export function walk(root: string): Found {
  const found = {
    files: [] as string[],
    problems: [] as Found["problems"][number][],
  };
  const isIgnored = ignoredUnder(root);
  const home = gitRootOf(root) ?? root;
  const open = [""];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    try {
      for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
        const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (isOpen(entry.name) && !isIgnored(`${path}/`)) open.push(path);
        } else if (isPostFile(entry, join(root, path)) && !isIgnored(path)) {
          if (entry.isSymbolicLink() && !isWithin(home, join(root, path)))
            found.problems.push(leadsOut(path));
          else found.files.push(path);
        }
      }
    } catch (error) {
      found.problems.push({
        code: "unreadable",
        message: `the folder ${folder} ${reasonOf(error)}`,
        level: "error",
      });
    }
  }
  return { files: found.files.sort(), problems: found.problems };
}

function leadsOut(path: string): Found["problems"][number] {
  return {
    code: "link-out",
    message: `the link ${path} leads out of the folder, so it was not checked; name it, to have it checked`,
    level: "note",
  };
}

function isOpen(folder: string): boolean {
  return !folder.startsWith(".") && folder !== SKIPPED_FOLDER;
}

function isPostFile({ name }: Dirent, path: string): boolean {
  if (name.startsWith(".") || NO_POSTS.has(name) || !POST_FILE.test(name)) return false;
  // A link counts as what it leads to; a link to a folder could lead in a circle.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  return !isOwnFile(path);
}

/** Whether a file is a pack or a baseline, and so holds no posts; `bytes` are what is in it where that isn't what stands on the disk. */
export function isOwnFile(path: string, bytes?: Uint8Array): boolean {
  try {
    const isData = DATA_FILE.test(path);
    if (!isData && !LINES_FILE.test(path)) return false;
    const start = bytes ?? (isData ? readFileSync(path) : firstBytes(path));
    const text = Buffer.from(isData ? start : start.subarray(0, FIRST_BYTES)).toString();
    return BASELINE_LINE.test(text) || (isData && PACK_KEY.test(text));
  } catch {
    return false;
  }
}

/** The files of lines may be long. */
function firstBytes(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(FIRST_BYTES);
    return bytes.subarray(0, readSync(file, bytes, 0, FIRST_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

/** Whether a walk through a folder would come to a file below it and take it for one with posts, by its name alone. */
export function isPostPath(path: string): boolean {
  const parts = path.split("/");
  const name = parts[parts.length - 1];
  const isHidden = parts.some((part) => part.startsWith(".") || part === SKIPPED_FOLDER);
  return !isHidden && !NO_POSTS.has(name) && POST_FILE.test(name);
}
