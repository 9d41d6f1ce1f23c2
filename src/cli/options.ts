import { Command, CommanderError, Option } from "commander";
import { UsageError } from "../errors.ts";
import { VERSION } from "../generated/version.ts";
import { reporters } from "../reporters/index.ts";
import type { Facts, Level, Reporter, Speaker } from "../types.ts";
import { addCommands } from "./commands.ts";
import { column, format, jobs, names, platforms, reporterNames, wholeNumber } from "./option-values.ts";

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

/** What the user asked for. */
export type Request =
  | { readonly command: "check"; readonly paths: readonly string[]; readonly options: Options }
  | { readonly command: "print-config"; readonly file: string; readonly options: Options }
  | { readonly command: "explain"; readonly rule: string; readonly options: Options }
  | { readonly command: "rules"; readonly options: Options }
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

/** The options as commander gives them. */
interface RawOptions {
  readonly config?: string | false;
  readonly stdinFilename?: string;
  readonly text?: string;
  readonly platform?: readonly string[];
  readonly author?: string;
  readonly account?: string;
  readonly speaker?: Speaker;
  readonly kind?: string;
  readonly column?: Readonly<Record<string, string>>;
  readonly color?: boolean;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly failOn?: Level | "never";
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly all?: boolean;
  readonly scores?: boolean;
  readonly explainScore?: boolean;
  readonly format?: readonly OutputOption[];
  readonly printConfig?: string;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly diff?: boolean;
  readonly jobs?: number;
}

const HELP_WIDTH = 80;
const EXIT_CODES = `
Exit codes: 0 nothing at the level asked for · 1 findings · 2 could not do its work`;

/** Reads the command line. Throws `UsageError` with a text that says what to write instead. */
export function parseArguments(argv: readonly string[]): Request {
  let request: Request | undefined;
  const shown: string[] = [];
  const complaint: string[] = [];
  const program = createProgram((made) => {
    request = made;
  });
  const output = {
    writeOut: (text: string): void => {
      shown.push(text);
    },
    writeErr: (text: string): void => {
      complaint.push(text);
    },
    getOutHelpWidth: () => HELP_WIDTH,
    getErrHelpWidth: () => HELP_WIDTH,
  };
  for (const command of [
    program,
    ...program.commands,
    ...program.commands.flatMap((each) => each.commands),
  ]) {
    command.exitOverride().configureOutput(output);
  }
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0)
      throw new UsageError(
        "usage",
        complaint
          .join("")
          .replace(/^error: /u, "")
          .trimEnd(),
      );
    return { command: "show", text: shown.join("") };
  }
  if (request?.command === "check") return { ...request, options: { ...request.options, argv } };
  return request ?? { command: "show", text: shown.join("") };
}

/** Whether the report is a stream: NDJSON to stdout, each line as soon as it is done. */
export function isStream({ outputs }: Options): boolean {
  return outputs.some(({ reporter, file }) => reporter.name === "ndjson" && file === undefined);
}

/** The help that `--help` shows. */
export function helpText(): string {
  const request = parseArguments(["--help"]);
  return request.command === "show" ? request.text : "";
}

function createProgram(ask: (request: Request) => void): Command {
  const program = new Command("voicecheck")
    .description("Checks how posts sound: corporate jargon, commercial push, hard reading, profanity.")
    .version(VERSION)
    .helpCommand("help [command]", "help on a command")
    .argument("[paths...]", "files and folders of posts; - reads the standard input");
  addOptions(program);
  program.addHelpText("after", EXIT_CODES).action((paths: string[]) => {
    const raw = program.opts<RawOptions>();
    const options = optionsOf(raw);
    const file = raw.printConfig;
    ask(
      file === undefined ? { command: "check", paths, options } : { command: "print-config", file, options },
    );
  });
  addCommands(program, ask, () => optionsOf(program.opts<RawOptions>()));
  return program;
}

function addOptions(program: Command): void {
  program
    .option("--config <file>", "the pack to use, instead of the nearest voicecheck.yaml")
    .option("--no-config", "use the built-in pack, whatever stands in the folder")
    .option("--text <text>", "check this text")
    .option("--stdin-filename <name>", "what the standard input is called: it picks the pack and the format")
    .option("--platform <names>", "where the posts go: x, linkedin, … (commas between several)", platforms)
    .option("--author <name>", "the person who posts")
    .option("--account <name>", "the account it is posted from")
    .addOption(
      new Option("--speaker <who>", "whose account speaks").choices(["brand", "employee", "partner"]),
    )
    .option("--kind <word>", "what kind of posts: reply, support, ad, …")
    .option("--column <role=name>", "the column or key that has a role: text=Copy; repeatable", column)
    .option("--only <names>", "these groups, rules or entries only", names)
    .option("--skip <names>", "all but these groups, rules or entries", names)
    .option("--all", "show findings that are only perhaps right, too")
    .addOption(
      new Option("--fail-on <level>", "exit with 1 from this level on").choices([
        "error",
        "warning",
        "info",
        "never",
      ]),
    )
    .option("--max-warnings <number>", "exit with 1 when there are more warnings", wholeNumber)
    .option("--quiet", "show errors only")
    .option("--scores", "show a bar for each axis of every post")
    .option("--explain-score", "show the sum behind each score")
    .option("-f, --format <name[=file]>", `how to report, repeatable: ${reporterNames()}`, format)
    .option("--fix", "write what can be mended without asking into the files")
    .option("--fix-dry-run", "list what --fix would do, and write nothing")
    .option("--diff", "print it as a unified diff; alone it writes nothing")
    .option("--jobs <number>", "check a stream of NDJSON with so many threads (default: 1)", jobs)
    .option("--print-config <file>", "show the pack that is used for a file")
    .option("--color", "always in colour")
    .option("--no-color", "never in colour");
}

function optionsOf(raw: RawOptions): Options {
  const { config, stdinFilename, text, color, only, skip, failOn, maxWarnings, quiet, all, format } = raw;
  const { platform, author, account, speaker, kind, scores, explainScore } = raw;
  const outputs = format ?? [{ reporter: reporters[0] }];
  if (outputs.filter((output) => output.file === undefined).length > 1) {
    throw new UsageError(
      "two-outputs",
      "only one format can go to stdout; give the others a file: -f json=report.json",
    );
  }
  const facts = { platforms: platform, author, account, speaker, kind };
  const chosen = {
    config,
    stdinFilename,
    text,
    color,
    columns: raw.column,
    jobs: raw.jobs,
    only,
    skip,
    failOn,
    maxWarnings,
    scores,
    explainScore,
  };
  const fix = fixModeOf(raw);
  const options = { ...chosen, facts, quiet: quiet === true, all: all === true, outputs, fix };
  if (fix !== undefined && isStream(options))
    throw new UsageError("fix-stream", "a stream of NDJSON can't be mended; write -f json, or name a file");
  return options;
}

function fixModeOf({ fix, fixDryRun, diff }: RawOptions): FixMode | undefined {
  if (fix === true && fixDryRun === true)
    throw new UsageError("two-fixes", "--fix writes and --fix-dry-run does not; give one of them");
  if (fix !== true && fixDryRun !== true && diff !== true) return undefined;
  return { writes: fix === true, lists: fixDryRun === true, diffs: diff === true };
}
