import { readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, resolve, sep } from "node:path";
import { parse } from "yaml";
import { builtinName } from "./builtin.ts";
import { CONFIG_NAMES, configFolders } from "./config.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";

/** What nobody writes posts into, and the files under which something is written before it is renamed. */
const NEVER = /[\\/](?:\.git|node_modules|\.[^\\/]*\.\d+\.tmp)(?:[\\/]|$)/u;

/** A pack may begin to extend a file beside it at any time. */
const MAYBE_PACK = /\.(?:ya?ml|json)$/u;

/** What a run depends on: folders to look into, and what of them. All paths are absolute. */
export interface Watched {
  /** A file or folder that is gone may come back, so it is seen from the folder above it. */
  readonly folders: readonly string[];
  /** Whether a path is one of the folders, a part of what is checked, or a file of a pack. */
  readonly isWanted: (path: string) => boolean;
}

/** The posts in `paths`, and the packs that hold or may come to hold for them, with the files that these extend. */
export function watchedBy(paths: readonly string[], options: Options, io: Io): Watched {
  const posts = paths.map((path) => resolve(io.cwd, path));
  const packs = packFiles(posts, options, io);
  const folders = new Set([...posts, ...packs].map((path) => dirname(path)));
  const written = new Set(writtenBy(options, io));
  const isPost = (path: string): boolean =>
    posts.some((root) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep));
  const isWanted = (path: string): boolean => {
    if (written.has(path) || NEVER.test(path)) return false;
    return folders.has(path) || isPost(path) || (MAYBE_PACK.test(path) && folders.has(dirname(path)));
  };
  return { folders: [...folders], isWanted };
}

/** What a run writes itself; else it would wait for its own reports. */
function writtenBy({ outputs, baseline }: Options, { cwd }: Io): readonly string[] {
  const files = [...outputs.map(({ file }) => file), baseline?.file];
  return files.flatMap((file) => (file === undefined ? [] : [resolve(cwd, file)]));
}

function packFiles(posts: readonly string[], options: Options, io: Io): readonly string[] {
  const { config } = options;
  if (config === false || builtinName(config ?? "") !== undefined) return [];
  const nearest = posts.flatMap((path) =>
    [...configFolders(dirname(path), io.cwd)].flatMap((folder) =>
      CONFIG_NAMES.map((name) => resolve(folder, name)),
    ),
  );
  const candidates = config === undefined ? nearest : [resolve(io.cwd, config)];
  const files = new Set(candidates);
  for (const file of files) for (const layer of layersOf(file)) files.add(layer);
  return [...files];
}

/** The files that a pack names under `extends`; none where it can't be read as it is now. */
function layersOf(file: string): readonly string[] {
  try {
    const pack: unknown = parse(readFileSync(file, "utf8"));
    if (typeof pack !== "object" || pack === null || !("extends" in pack)) return [];
    return [pack.extends]
      .flat()
      .filter((spec) => typeof spec === "string")
      .filter((spec) => spec.startsWith(".") || isAbsolute(spec))
      .map((spec) => resolve(dirname(file), spec));
  } catch {
    return [];
  }
}

/** Tells whether one of these files or folders was written in between. */
export function stampOf(paths: readonly string[]): string {
  return paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0).join();
}
