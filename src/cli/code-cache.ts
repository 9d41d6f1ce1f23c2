import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Script } from "node:vm";
import { doubled, halfOf, writeCacheFile } from "./cache-file.ts";

/**
 * Loads CommonJS files together with what V8 compiled of them in an earlier run, which saves a third of a short run's time. A cache
 * that is missing, damaged or of another Node or build is left aside and written anew; one that can't be written is no error.
 */
export interface Loader {
  /** What the file (absolute path) exports; it may require built-in modules, and files by their relative path. */
  readonly load: (file: string) => unknown;
  /** Writes what was compiled anew, with all that was compiled while it ran. */
  readonly keep: () => void;
}

/** Code that is to be kept. */
interface Fresh {
  readonly script: Script;
  readonly cacheFile: string;
  readonly stamp: string;
}

const STAMP_LENGTH = 64;

/** A loader that keeps its cache in a folder. */
export function createLoader(folder: string): Loader {
  const parts = new Map<string, { exports: unknown }>();
  const fresh: Fresh[] = [];
  const load = (file: string): unknown => {
    const known = parts.get(file);
    if (known !== undefined) return known.exports;
    const part = { exports: {} };
    parts.set(file, part);
    const run: unknown = compile(file, folder, fresh).runInThisContext();
    if (typeof run !== "function") throw new Error(`${file} is no module`);
    const require = (id: string): unknown =>
      id.startsWith(".") ? load(resolve(dirname(file), id)) : builtin(id);
    Reflect.apply(run, part.exports, [part.exports, require, part, file, dirname(file)]);
    return part.exports;
  };
  return { load, keep: () => fresh.forEach(write) };
}

/** A module of Node itself; bundled code has no other. `createRequire` would load a good part of Node's loaders. */
function builtin(id: string): unknown {
  const found: unknown = process.getBuiltinModule(id);
  if (found === undefined) throw new Error(`Node has no module ${id}`);
  return found;
}

function compile(file: string, folder: string, fresh: Fresh[]): Script {
  const { size, mtimeMs } = statSync(file);
  // V8 copies what doesn't stand at a multiple of 8.
  const stamp = `${process.version} ${process.arch} ${size} ${mtimeMs}`.padEnd(STAMP_LENGTH);
  const cacheFile = join(folder, `${basename(file)}.code`);
  // The build writes ASCII, which needs no decoding.
  const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "latin1")}\n})`;
  const cachedData = read(cacheFile, stamp);
  const script = new Script(code, { filename: file, ...(cachedData !== undefined && { cachedData }) });
  if (script.cachedDataRejected !== false) fresh.push({ script, cacheFile, stamp });
  return script;
}

/** What was kept under this stamp. */
function read(file: string, stamp: string): Buffer | undefined {
  try {
    const bytes = halfOf(readFileSync(file));
    return bytes?.toString("latin1", 0, stamp.length) === stamp ? bytes.subarray(stamp.length) : undefined;
  } catch {
    return undefined;
  }
}

function write({ script, cacheFile, stamp }: Fresh): void {
  const bytes = Buffer.concat([Buffer.from(stamp, "latin1"), script.createCachedData()]);
  writeCacheFile(cacheFile, doubled(bytes));
}
