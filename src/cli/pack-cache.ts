import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { VERSION } from "../generated/version.ts";
import { writePackText } from "../packs/pack-text.ts";
import { attachTables, buildTables, madeAhead } from "../tables.ts";
import { hashOf } from "../text/hash.ts";
import { encodeTables, sumOfTables } from "../text/pattern-codec.ts";
import type { Pack } from "../types.ts";
import { asciiJson } from "./ascii-json.ts";
import { cacheFolder, doubled, halfOf, writeCacheFile } from "./cache-file.ts";
import type { Io } from "./io.ts";
import { readPackBytes, readTableBytes } from "./pack-bytes.ts";
import { readIntoSpare } from "./spare-memory.ts";

/** A file that a pack was made of. */
export interface Layer {
  /** Absolute. */
  readonly file: string;
  readonly bytes: Buffer;
}

/** A pack with all that it was made of. */
export interface Compiled {
  readonly pack: Pack;
  readonly layers: readonly Layer[];
}

/** The first line of a cached pack; behind it stand the layers one behind the other, and the pack's text. */
interface Cached {
  readonly tool: string;
  readonly layers: readonly { readonly file: string; readonly length: number }[];
  /** The checksum of the pack's tables, which are a file of their own. */
  readonly tables: number;
}

/** What the cache needs of the world. */
export interface CacheWorld {
  readonly env: Io["env"];
  /** Which build of which version compiles; nothing where the code may change at any time, and nothing is kept then. */
  readonly tool: string | undefined;
}

/**
 * Compiles the pack in `file` (absolute), or takes it from the cache when the tool and every layer are the same to the byte.
 * Whatever is wrong with the cache, the pack is compiled; a cache that can't be written is no error.
 */
export async function cachedPack(
  file: string,
  world: CacheWorld,
  compile: () => Promise<Compiled>,
): Promise<Pack> {
  const { env, tool } = world;
  const folder = cacheFolder(file, env);
  if (folder === undefined || tool === undefined) return (await compile()).pack;
  const path = join(folder, nameFor(file));
  const known = readCached(path, file, tool);
  if (known !== undefined) return known;
  const compiled = await compile();
  const tables = buildTables(compiled.pack);
  attachTables(compiled.pack, tables);
  writeCached(path, compiled, { tool, tables: encodeTables(tables) });
  return compiled.pack;
}

function writeCached(
  path: string,
  { pack, layers }: Compiled,
  { tool, tables }: { readonly tool: string; readonly tables: Uint8Array },
): void {
  writeCacheFile(`${path}.tables`, doubled(tables));
  const head: Cached = {
    tool,
    layers: layers.map(({ file, bytes: { length } }) => ({ file, length })),
    tables: sumOfTables(tables),
  };
  const first = Buffer.from(`${asciiJson(head)}\n`, "latin1");
  const text = Buffer.from(writePackText(pack, madeAhead, asciiJson), "latin1");
  writeCacheFile(`${path}.pack`, doubled(Buffer.concat([first, ...layers.map(({ bytes }) => bytes), text])));
}

/** The version, and which build of it: a pack compiled by other code may look different. */
export function toolId(): string | undefined {
  const code = import.meta.filename;
  if (code.endsWith(".ts")) return undefined;
  const { size, mtimeMs } = statSync(code);
  return `${VERSION} ${size} ${mtimeMs}`;
}

function readCached(path: string, file: string, tool: string): Pack | undefined {
  try {
    const kept = halfOf(readIntoSpare(`${path}.pack`));
    if (kept === undefined) return undefined;
    const split = kept.indexOf("\n");
    const cached: unknown = JSON.parse(kept.toString("latin1", 0, split));
    if (!isCached(cached) || cached.tool !== tool || cached.layers[0]?.file !== file) return undefined;
    let at = split + 1;
    for (const layer of cached.layers) {
      const source = kept.subarray(at, at + layer.length);
      if (!readFileSync(layer.file).equals(source)) return undefined;
      at += layer.length;
    }
    const bytes = halfOf(readIntoSpare(`${path}.tables`));
    // Another run may have written the tables of an older or newer pack in between.
    const fits = bytes !== undefined && sumOfTables(bytes) === cached.tables;
    const tables = fits ? readTableBytes(bytes) : undefined;
    const pack = readPackBytes(kept.subarray(at));
    if (tables !== undefined) attachTables(pack, tables);
    return pack;
  } catch {
    return undefined;
  }
}

function isCached(value: unknown): value is Cached {
  return (
    typeof value === "object" &&
    value !== null &&
    "tool" in value &&
    "tables" in value &&
    "layers" in value &&
    Array.isArray(value.layers)
  );
}

/** Two files may share a name; the layers tell them apart. */
function nameFor(file: string): string {
  return `pack-${(hashOf(file) >>> 0).toString(16)}`;
}
