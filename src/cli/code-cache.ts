import { basename, dirname, join, resolve } from "node:path";
import { Script } from "node:vm";
import { doubled, halfOf, writeCacheFile } from "./cache-file.ts";
import { readWhole, type Whole } from "./read-whole.ts";

/**
 * Loads CommonJS files that the build wrapped into functions (`moduleFunction`), together with what V8 compiled of them in earlier
 * runs, which saves a third of a short run's time. A cache that is missing, damaged or of another Node or build is left aside and
 * written anew; one that can't be written is no error.
 */
export interface Loader {
  /** What the file (absolute path) exports; it may require built-in modules, and files by their relative path. */
  readonly load: (file: string) => unknown;
  /** Writes all that is compiled by now, where it was compiled anew or no run of this kind has written before. */
  readonly keep: (kind: string) => void;
  /** The memory that files were read into, for other use; once. */
  readonly leave: () => Buffer | undefined;
}

/**
 * CommonJS as the function that a loader calls, on one line more. Node wraps modules as it loads them; a text as long as the program,
 * made while it starts, would make the garbage collector run. The function never returns: V8 takes one that comes to its end so far
 * behind its beginning for a busy one, and compiles it a second time, in a millisecond.
 */
export function moduleFunction(code: string): string {
  return `(function (exports, require, module, __filename, __dirname) {${code}\nmodule.end()})`;
}

const END = Symbol("end");

function end(): never {
  throw END;
}

/** A module, as its own code sees it. */
interface Part {
  readonly exports: unknown;
  readonly end: () => never;
  /** Exports what only other files ask for; the code sets it, where there is such. */
  late?: (() => void) | undefined;
}

/** Where code is kept, and of which version. */
interface Cache {
  readonly folder: string | undefined;
  readonly version: string;
  /** What files are read into. */
  readonly memory: Buffer | undefined;
}

/** Bytes, more than any file of the program and what is kept of it; what isn't filled costs nothing. */
const MEMORY = 2 * 1024 * 1024;

/** Code that was loaded. */
interface Loaded {
  readonly script: Script;
  readonly cacheFile: string;
  readonly stamp: string;
  /** The kinds of run whose functions are in the cache, one a line. */
  readonly kinds: string;
}

/** A cache begins with a stamp and the kinds of run; V8 copies what doesn't stand at a multiple of 8. */
const STAMP_LENGTH = 128;
const KINDS_LENGTH = 448;
const HEAD_LENGTH = STAMP_LENGTH + KINDS_LENGTH;

/** A loader that keeps its cache in a folder, where there is one, for this version of the program. */
export function createLoader(folder: string | undefined, version: string): Loader {
  const parts = new Map<string, { exports: unknown }>();
  const loaded: Loaded[] = [];
  let memory: Buffer | undefined = Buffer.allocUnsafeSlow(MEMORY);
  const load = (file: string): unknown => {
    const known = parts.get(file);
    if (known !== undefined) return known.exports;
    // The core exports so many names that an object with a shape would change it two hundred times.
    const part: Part = { exports: Object.create(null), end };
    parts.set(file, part);
    const run: unknown = compile(file, { folder, version, memory }, loaded).runInThisContext();
    if (typeof run !== "function") throw new Error(`${file} is no module`);
    const require = (id: string): unknown =>
      id.startsWith(".") ? loadBeside(part, resolve(dirname(file), id)) : builtin(id);
    try {
      Reflect.apply(run, part.exports, [part.exports, require, part, file, dirname(file)]);
    } catch (error) {
      if (error !== END) throw error;
    }
    return part.exports;
  };
  const loadBeside = (part: Part, file: string): unknown => {
    part.late?.();
    part.late = undefined;
    return load(file);
  };
  const keep = (run: string): void => {
    // A run that compiles a pack asks for files, and for parts of the core, that those which find it compiled don't.
    const kind = `${run} ${loaded.length}`;
    for (const each of loaded) if (isNews(kind, each)) write(kind, each);
  };
  const leave = (): Buffer | undefined => {
    const left = memory;
    memory = undefined;
    return left;
  };
  return { load, keep, leave };
}

/** A module of Node itself; bundled code has no other. `createRequire` would load a good part of Node's loaders. */
function builtin(id: string): unknown {
  const found: unknown = process.getBuiltinModule(id);
  if (found === undefined) throw new Error(`Node has no module ${id}`);
  return found;
}

function compile(file: string, { folder, version, memory }: Cache, loaded: Loaded[]): Script {
  const source = readWhole(file, memory);
  // The build writes ASCII, which needs no decoding.
  const code = source.bytes.toString("latin1");
  if (folder === undefined) return new Script(code, { filename: file });
  const stamp = stampOf(source, version);
  const cacheFile = join(folder, `${basename(file)}.code`);
  const bytes = read(cacheFile, stamp, memory);
  const cachedData = bytes?.subarray(HEAD_LENGTH);
  const script = new Script(code, { filename: file, ...(cachedData !== undefined && { cachedData }) });
  const isKnown = script.cachedDataRejected === false && bytes !== undefined;
  const kinds = isKnown ? bytes.toString("latin1", STAMP_LENGTH, HEAD_LENGTH).trimEnd() : "";
  loaded.push({ script, cacheFile, stamp, kinds });
  return script;
}

/** The version is told apart, too: some installers give every file the same time, and V8 compares nothing but the length. */
function stampOf({ size, time }: Whole, version: string): string {
  const stamp = `${size} ${time} ${version} ${process.version} ${process.arch}`;
  return stamp.slice(0, STAMP_LENGTH).padEnd(STAMP_LENGTH);
}

/** What was kept under this stamp. */
function read(file: string, stamp: string, memory: Buffer | undefined): Buffer | undefined {
  try {
    const bytes = halfOf(readWhole(file, memory).bytes);
    return bytes?.toString("latin1", 0, stamp.length) === stamp ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a run of this kind may have compiled what the cache doesn't hold. */
function isNews(kind: string, { kinds }: Loaded): boolean {
  return kinds === "" || (!kinds.split("\n").includes(kind) && kinds.length + kind.length < KINDS_LENGTH);
}

function write(kind: string, { script, cacheFile, stamp, kinds }: Loaded): void {
  const head = stamp + `${kinds}\n${kind}`.trim().slice(0, KINDS_LENGTH).padEnd(KINDS_LENGTH);
  writeCacheFile(cacheFile, doubled(Buffer.concat([Buffer.from(head, "latin1"), script.createCachedData()])));
}
