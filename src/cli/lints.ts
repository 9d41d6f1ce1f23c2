import { dirname, relative, resolve } from "node:path";
import { namesOf } from "../engine.ts";
import { type Mistake, PackError, UsageError } from "../errors.ts";
import { platformNames } from "../generated/roles.ts";
import { type Columns, isKnownPlatform } from "../inputs/roles.ts";
import { type Lint, type LintOptions, prepare } from "../lint.ts";
import { gatedAxes } from "../packs/gates.ts";
import { matchesGlob } from "../packs/glob.ts";
import { didYouMean, nearest } from "../packs/nearest.ts";
import type { Facts, Level, Pack } from "../types.ts";
import { configFinder } from "./config.ts";
import type { Io } from "./io.ts";
import { loadPack, loadWholePack } from "./load-pack.ts";
import type { Options } from "./options.ts";
import type { FileKnown } from "./read.ts";
import type { Target } from "./targets.ts";

/** A pack, ready to check the posts of some files. */
export interface PackLint {
  readonly lint: Lint;
  readonly pack: Pack;
  /** The folder that the pack's globs are seen from. */
  readonly folder: string;
  /** From which level on a finding fails the run. */
  readonly failOn: Level | "never";
}

/** The pack that checks a target. */
export type LintFor = (target: Pick<Target, "path">) => PackLint;

const DEFAULT_PACK = "voicecheck:social";

/** Loads and compiles each pack that these targets need, once. Throws `PackError` with the mistakes of all of them. */
export async function prepareLints(targets: readonly Target[], options: Options, io: Io): Promise<LintFor> {
  const choose = packChooser(options, io);
  const packs = await loadPacks(new Set(targets.map((target) => choose(dirname(target.path)))), io);
  checkNames(options, [...packs.values()]);
  if (packs.has(DEFAULT_PACK) && options.config === undefined) await io.stderr.write(NO_CONFIG);
  const asked = askedOf(options, io);
  const lints = new Map<string, PackLint>();
  for (const [name, pack] of packs) {
    const lint = prepare(pack, asked);
    const folder = folderOfPack(name, io);
    lints.set(name, { lint, pack, folder, failOn: options.failOn ?? pack.failOn });
  }
  return (target) => {
    const lint = lints.get(choose(dirname(target.path)));
    if (lint === undefined) throw new Error(`no pack was prepared for ${target.path}`);
    return lint;
  };
}

/** What a run asks of its packs. The day, for which the time zone must be read, is looked up where something ends on one. */
export function askedOf({ only, skip, all }: Options, io: Pick<Io, "today">): LintOptions {
  let day: string | undefined;
  return {
    only,
    skip,
    all,
    get today() {
      day ??= io.today();
      return day;
    },
  };
}

const NO_CONFIG = `no voicecheck.yaml here, so the built-in pack ${DEFAULT_PACK} is used\n`;

/** What the pack says of a file and its posts, and the command line of its columns; of several globs that match, the later wins. */
export function knownOfFile(
  { pack, folder }: Pick<PackLint, "pack" | "folder">,
  { path }: Pick<Target, "path">,
  { columns: asked }: Pick<Options, "columns">,
): FileKnown {
  const matching = pack.files.length === 0 ? NO_FILES : filesOf(pack, relative(folder, path));
  const facts: Facts = Object.assign({}, ...matching.map((each) => each.facts));
  const columns: Columns = Object.assign({}, ...matching.map((each) => each.columns), asked);
  const knowsPlatform = (platform: string): boolean =>
    isKnownPlatform(platform) || Object.hasOwn(pack.platforms, platform);
  return { facts, knowsPlatform, ...(Object.keys(columns).length > 0 && { columns }) };
}

const NO_FILES: Pack["files"] = [];

function filesOf({ files }: Pack, path: string): Pack["files"] {
  const name = path.replaceAll("\\", "/");
  return files.filter(({ glob }) => matchesGlob(glob, name));
}

/** The folder that a pack's globs are seen from: its own; of a built-in pack the working folder. */
export function folderOfPack(spec: string, { cwd }: Pick<Io, "cwd">): string {
  return dirname(resolve(cwd, spec));
}

/** The pack that holds in the working folder, or that `--config` names, with its examples. */
export async function loadChosenPack(options: Options, io: Io): Promise<Pack> {
  return loadWholePack(packChooser(options, io)(io.cwd), io);
}

/** The file (absolute or from the working folder) or the name of the pack for what stands in a folder. */
export function packChooser(options: Options, io: Io): (folder: string) => string {
  const { config } = options;
  if (config === false) return () => DEFAULT_PACK;
  if (config !== undefined) return () => config;
  const find = configFinder(io.cwd);
  return (folder) => find(folder) ?? DEFAULT_PACK;
}

async function loadPacks(names: Iterable<string>, io: Io): Promise<ReadonlyMap<string, Pack>> {
  const packs = new Map<string, Pack>();
  const mistakes: Mistake[] = [];
  for (const name of names) {
    try {
      packs.set(name, await loadPack(name, io));
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      mistakes.push(...error.mistakes);
    }
  }
  if (mistakes.length > 0) throw new PackError(mistakes);
  return packs;
}

/** A name that nothing has would silently check too little, or too much. Throws `UsageError`. */
export function checkNames({ only = [], skip = [], facts }: Options, packs: readonly Pack[]): void {
  if (only.length + skip.length > 0) {
    const known = new Set(packs.flatMap(namesOf));
    const gates = packs.flatMap(gatedAxes).map((axis) => `gate/${axis}`);
    const isGate = (name: string): boolean => gates.some((gate) => gate === name || name === "gate");
    const unknown =
      only.find((name) => !known.has(name)) ?? skip.find((name) => !known.has(name) && !isGate(name));
    if (unknown !== undefined) throw new UsageError("unknown-rule", unknownName(unknown, known));
  }
  if (facts.platforms === undefined) return;
  const platforms = [...Object.keys(platformNames), ...packs.flatMap((pack) => Object.keys(pack.platforms))];
  const unknown = facts.platforms.find((name) => !platforms.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(
    "unknown-platform",
    `no platform is called “${unknown}”${didYouMean(unknown, platforms)}`,
  );
}

/** Says that nothing has this name, and which name may be meant: one that ends with it, else one nearly like it. */
export function unknownName(name: string, known: Iterable<string>): string {
  const names = [...known];
  const meant = names.find((each) => each.endsWith(`/${name}`)) ?? nearest(name, names);
  const hint = meant === undefined ? "“voicecheck rules” lists all" : `did you mean “${meant}”?`;
  return `no group, rule or entry is called “${name}”; ${hint}`;
}
