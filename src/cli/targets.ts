import { realpathSync, statSync } from "node:fs";
import { normalize, resolve } from "node:path";
import { nearest } from "../packs/nearest.ts";
import type { Problem } from "../types.ts";
import { COMMAND_NAMES } from "./command-names.ts";
import { reasonOf } from "./errors.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";

/** Something to be checked, not read yet. */
export interface Target {
  /** As reports show it: with forward slashes, relative where the user wrote it so. */
  readonly name: string;
  /** Where it stands, or is said to stand: absolute. Picks the pack. */
  readonly path: string;
  readonly content: Content;
  /** The file as it was, where only posts that are not in it are reported. */
  readonly before?: Uint8Array;
  /** The folders of the command line that it was found in. */
  readonly foundIn: Set<string>;
}

/** Where the bytes of a target are. */
export type Content =
  | { readonly kind: "file" }
  | { readonly kind: "stdin" }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "text"; readonly text: string };

/** All that a command line names. */
export interface Targets {
  readonly list: readonly Target[];
  /** The folders that were walked, as written. */
  readonly folders: readonly string[];
  readonly problems: readonly Problem[];
  /** Present where only posts that changed are reported. */
  readonly others?: OtherFiles;
}

/** Files beside those that changed. */
export interface OtherFiles {
  /** Those that are gone, as they were. */
  readonly gone: readonly Target[];
  /** Those that are as they were, which only rules over many posts need to know. */
  readonly same: () => readonly Target[];
}

const STDIN = "-";

/** Whether the command line names nothing and nothing is piped in. */
export function isNothing({ list, folders, problems }: Targets): boolean {
  return list.length + folders.length + problems.length === 0;
}

/** Finds what the command line names, each file once, in a stable order. A missing path is a problem and stops nothing. */
export async function findTargets(paths: readonly string[], options: Options, io: Io): Promise<Targets> {
  const finder = createFinder(ownFiles(options, io));
  if (options.text !== undefined) finder.list.push(textTarget(options.text, io));
  if (paths.includes(STDIN) || readsPipe(paths, options, io)) finder.list.push(stdinTarget(options, io));
  for (const path of paths) {
    if (path === STDIN) continue;
    try {
      await findPath(path, resolve(io.cwd, path), finder);
    } catch (error) {
      const message = `this path ${reasonOf(error)}`;
      finder.problems.push({ source: path, code: "unreadable", message, level: "error" });
    }
  }
  return finder;
}

/** The files that this run writes: they hold no posts, unless they are named. */
export function ownFiles(
  { outputs, baseline }: Pick<Options, "outputs" | "baseline">,
  { cwd }: Pick<Io, "cwd">,
): ReadonlySet<string> {
  const files = [...outputs.map(({ file }) => file), baseline?.file];
  return new Set(files.flatMap((file) => (file === undefined ? [] : [resolve(cwd, file)])));
}

interface Finder {
  readonly list: Target[];
  readonly folders: string[];
  readonly problems: Problem[];
  /** Adds a file, unless it is there already under some name. */
  readonly add: (name: string, path: string, folder?: string) => void;
}

function createFinder(own: ReadonlySet<string>): Finder {
  const list: Target[] = [];
  const byPath = new Map<string, Target>();
  const add: Finder["add"] = (name, path, folder) => {
    if (folder !== undefined && own.has(path)) return;
    const key = realpathSync(path);
    const known = byPath.get(key);
    const target = known ?? fileTarget(shownName(name), path);
    if (folder !== undefined) target.foundIn.add(folder);
    if (known !== undefined) return;
    byPath.set(key, target);
    list.push(target);
  };
  return { list, folders: [], problems: [], add };
}

async function findPath(path: string, full: string, { folders, problems, add }: Finder): Promise<void> {
  const stat = statSync(full, { throwIfNoEntry: false });
  if (stat === undefined) problems.push(missing(path));
  else if (!stat.isDirectory()) add(path, full);
  else {
    folders.push(path);
    const { walk } = await import("./walk.ts");
    const found = walk(full);
    for (const below of found.files) add(`${path}/${below}`, resolve(full, below), path);
    for (const problem of found.problems) problems.push({ source: shownName(path), ...problem });
  }
}

/** Whether no path is named but something is piped in. */
function readsPipe(paths: readonly string[], options: Options, io: Io): boolean {
  return paths.length === 0 && options.text === undefined && io.stdin.isPiped();
}

function textTarget(text: string, io: Io): Target {
  return { name: "text", path: resolve(io.cwd, "text"), content: { kind: "text", text }, foundIn: new Set() };
}

function stdinTarget({ stdinFilename }: Options, io: Io): Target {
  const name = stdinFilename === undefined ? STDIN : shownName(stdinFilename);
  return {
    name,
    path: resolve(io.cwd, stdinFilename ?? STDIN),
    content: { kind: "stdin" },
    foundIn: new Set(),
  };
}

function fileTarget(name: string, path: string): Target {
  return { name, path, content: { kind: "file" }, foundIn: new Set() };
}

/** A path as reports show it, the same on every system. */
function shownName(path: string): string {
  return normalize(path).replaceAll("\\", "/");
}

function missing(path: string): Problem {
  const meant = /^[a-z-]+$/u.test(path) ? nearest(path, COMMAND_NAMES) : undefined;
  const hint =
    meant === undefined
      ? "to check words instead of a file, write --text “…”"
      : `did you mean the command “${meant}”?`;
  return {
    source: path,
    code: "missing-path",
    message: `there is no such file or folder; ${hint}`,
    level: "error",
  };
}
