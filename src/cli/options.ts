import { reporters } from "../reporters/index.ts";
import type { Facts, Level, Reporter } from "../types.ts";
import { COMMAND_NAMES } from "./command-names.ts";
import type { Shell } from "./completion.ts";
import type { RawOptions } from "./flags.ts";
import type { InitRequest } from "./init.ts";
import { baselineModeOf, checkChanged, checkOutputs, checkStream, checkWatch, fixModeOf } from "./modes.ts";

/** A report to be written: to a file, or to stdout. */
export interface OutputOption {
  readonly reporter: Reporter;
  readonly file?: string;
}

/** What the flags say; shared by all commands. */
export interface Options {
  /** A pack's file or name; `false` for `--no-config`. */
  readonly config?: string | false;
  readonly stdinFilename?: string;
  readonly text?: string;
  /** What the command line says of every post; it wins over what the posts say. */
  readonly facts: Facts;
  /** The header or key that has a role, by the role's name. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly color?: boolean;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly failOn?: Level | "never";
  readonly maxWarnings?: number;
  readonly quiet: boolean;
  readonly all: boolean;
  readonly scores?: boolean;
  readonly explainScore?: boolean;
  readonly outputs: readonly OutputOption[];
  readonly fix?: FixMode;
  readonly baseline?: BaselineMode;
  /** Only posts that a commit would change, as they stand in git's index. */
  readonly staged?: boolean;
  /** Only posts that changed since the branch left this commit. */
  readonly since?: string;
  /** Checks again whenever something is written. */
  readonly watch?: boolean;
  /** Tells what each rule takes. */
  readonly timing?: boolean;
  /** Keeps results from run to run. */
  readonly cache?: boolean;
  /** How many threads check a stream of NDJSON. */
  readonly jobs?: number;
  /** The command line as it was written, for the workers. */
  readonly argv?: readonly string[];
}

/** What is done with what can be mended. */
export interface FixMode {
  /** Files are written. */
  readonly writes: boolean;
  /** It is listed. */
  readonly lists: boolean;
  /** A unified diff is printed. */
  readonly diffs: boolean;
}

/** A file of known flags, and what is done with it. */
export interface BaselineMode {
  readonly file: string;
  /** It is written anew with all flags that there are. */
  readonly update: boolean;
  /** What is no longer found is taken out. */
  readonly prune: boolean;
}

/** What the user asked for. */
export type Request =
  | { readonly command: "check"; readonly paths: readonly string[]; readonly options: Options }
  | { readonly command: "print-config"; readonly file: string; readonly options: Options }
  | { readonly command: "explain"; readonly rule: string; readonly options: Options }
  | { readonly command: "rules"; readonly options: Options }
  | ({ readonly command: "init" } & InitRequest)
  | { readonly command: "completion"; readonly shell: Shell }
  | { readonly command: "doctor"; readonly file?: string; readonly options: Options }
  | { readonly command: "waivers"; readonly paths: readonly string[]; readonly options: Options }
  | { readonly command: "pack-test"; readonly pack?: string; readonly options: Options }
  | {
      readonly command: "pack-diff";
      readonly old: string;
      readonly new: string;
      readonly paths: readonly string[];
      readonly options: Options;
    }
  /** Help or the version: text to show, no work. */
  | { readonly command: "show"; readonly text: string };

const PRETTY: readonly OutputOption[] = [{ reporter: reporters[0] }];

/** What no flag at all asks for. */
const PLAIN: Options = { facts: {}, quiet: false, all: false, outputs: PRETTY };

/**
 * Reads the command line. Throws `UsageError` with a text that says what to write instead. Where it names paths and nothing else, as
 * it mostly does, commander isn't loaded: that and its options take a tenth of such a run.
 */
export async function parseArguments(argv: readonly string[]): Promise<Request> {
  if (argv.every(isPath)) return { command: "check", paths: argv, options: { ...PLAIN, argv } };
  return (await import("./command-line.ts")).parseCommandLine(argv);
}

/** The help that `--help` shows. */
export async function helpText(): Promise<string> {
  const request = await parseArguments(["--help"]);
  return request.command === "show" ? request.text : "";
}

/** `-` is the standard input. */
function isPath(argument: string): boolean {
  return (argument === "-" || !argument.startsWith("-")) && !COMMAND_NAMES.includes(argument);
}

/** Whether the report is a stream: NDJSON to stdout, each line as soon as it is done. */
export function isStream({ outputs }: Pick<Options, "outputs">): boolean {
  return outputs.some(({ reporter, file }) => reporter.name === "ndjson" && file === undefined);
}

/** The options that flags ask for. Throws `UsageError` for those that exclude each other. */
export function optionsOf(raw: RawOptions): Options {
  const { config, stdinFilename, text, color, only, skip, failOn, maxWarnings, quiet, all, format } = raw;
  const { platform, author, account, speaker, kind, scores, explainScore } = raw;
  const outputs = format ?? PRETTY;
  const facts = { platforms: platform, author, account, speaker, kind };
  const chosen = {
    config,
    stdinFilename,
    text,
    color,
    columns: raw.column,
    jobs: raw.jobs,
    staged: raw.staged,
    since: raw.since,
    watch: raw.watch,
    timing: raw.timing,
    cache: raw.cache,
    only,
    skip,
    failOn,
    maxWarnings,
    scores,
    explainScore,
  };
  const fix = fixModeOf(raw);
  const baseline = baselineModeOf(raw);
  checkOutputs(outputs);
  checkStream({ cache: raw.cache, baseline, fix }, outputs);
  checkChanged(raw, outputs);
  checkWatch(raw, outputs);
  return { ...chosen, facts, quiet: quiet === true, all: all === true, outputs, fix, baseline };
}
