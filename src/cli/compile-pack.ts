import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { UsageError } from "../errors.ts";
import type { PackSource } from "../packs/order.ts";
import type { PlacedPack } from "../packs/parse.ts";
import { parsePlacedPack } from "../parse-placed-pack.ts";
import type { Pack } from "../types.ts";
import { BUILT_IN, builtinName, builtinSource } from "./builtin.ts";
import { reasonOf } from "./errors.ts";
import type { Layer } from "./pack-cache.ts";
import { gitRootOf, isWithin } from "./parents.ts";

/** A pack with the files that it was made of, but for the built-in ones. */
export interface CompiledPack extends PlacedPack {
  readonly layers: readonly Layer[];
}

/** Compiles the pack in a file (absolute). Throws `PackError` with all mistakes of all its layers; files are named from `cwd`. */
export function compilePackFile(file: string, cwd: string): CompiledPack {
  const layers: Layer[] = [];
  const shown = (path: string): string => {
    const short = relative(cwd, path).replaceAll("\\", "/");
    return short.startsWith("..") || isAbsolute(short) ? path : short;
  };
  const paths = new Map<string, string>();
  const readFile = (path: string): PackSource => {
    const bytes = readFileSync(path);
    const text = bytes.toString("utf8").replace(/^\ufeff/u, "");
    layers.push({ file: path, bytes });
    paths.set(shown(path), path);
    return { name: shown(path), text };
  };
  const read = (spec: string, from: string): PackSource | string => {
    const builtin = builtinName(spec);
    if (builtin !== undefined) return builtinLayer(spec, builtin);
    const base = paths.get(from) ?? file;
    try {
      return readFile(isPath(spec) ? besideFile(spec, base) : packageFile(spec, base));
    } catch (error) {
      return `“${spec}” ${reasonOf(error)}; extends takes voicecheck:NAME, ./file.yaml, or an npm package with a pack.yaml`;
    }
  };
  const { text } = readFile(file);
  return { ...parsePlacedPack(text, { file: shown(file), read }), layers };
}

function isPath(spec: string): boolean {
  return spec.startsWith(".") || isAbsolute(spec);
}

/** A file named by its path. Throws where it leads out of where the pack is at home. */
function besideFile(spec: string, from: string): string {
  const path = resolve(dirname(from), spec);
  const home = homeOf(from);
  if (home !== undefined && existsSync(path) && !isWithin(home, path))
    throw new Error(`leads out of ${home}, and a pack takes no files from elsewhere`);
  return path;
}

/** The folder that a pack's layers stand in: of a package its own, else the repository. Outside of both they may be anywhere. */
function homeOf(file: string): string | undefined {
  const inPackage = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/su.exec(file);
  return inPackage?.[0] ?? gitRootOf(dirname(file));
}

const compiledBuiltins = new Map<string, Pack>();

/** Compiles a built-in pack from its source, once in a process. */
export function compileBuiltin(spec: string): Pack {
  const pack = compiledBuiltins.get(spec) ?? compilePlacedBuiltin(spec).pack;
  compiledBuiltins.set(spec, pack);
  return pack;
}

/** The same, with where its rules, entries and examples stand. */
export function compilePlacedBuiltin(spec: string): PlacedPack {
  const read = (other: string): PackSource | string => builtinLayer(other, builtinName(other) ?? "");
  const source = builtinLayer(spec, builtinName(spec) ?? "");
  if (typeof source === "string") throw new UsageError("no-pack", source);
  return parsePlacedPack(source.text, { file: spec, read });
}

function builtinLayer(spec: string, name: string): PackSource | string {
  const text = builtinSource(name);
  if (text !== undefined) return { name: spec, text };
  const known = BUILT_IN.map((each) => `voicecheck:${each}`);
  return `there is no built-in pack “${spec}”; built in are ${known.join(", ")}`;
}

/** `pack.yaml` of an npm package, or a file in it (`@acme/voice-pack/strict.yaml`). It is data: nothing of the package is run. */
function packageFile(spec: string, from: string): string {
  if (spec.split("/").includes("..")) throw new Error("leads out of its package");
  const inPackage = /\.(?:ya?ml|json)$/u.test(spec) ? spec : `${spec}/pack.yaml`;
  const [scope, name] = inPackage.split("/");
  const packageName = inPackage.startsWith("@") ? `${scope}/${name}` : scope;
  for (const folder of createRequire(from).resolve.paths(inPackage) ?? []) {
    const path = join(folder, inPackage);
    if (existsSync(path) && existsSync(join(folder, packageName))) return path;
  }
  throw new Error(`is not installed here`);
}
