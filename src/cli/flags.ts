import { type Command, Option } from "commander";
import type { Level, Speaker } from "../types.ts";
import { column, format, jobs, names, platforms, reporterNames, wholeNumber } from "./option-values.ts";
import type { OutputOption } from "./options.ts";

/** The options as commander gives them. */
export interface RawOptions {
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
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly jobs?: number;
  readonly staged?: boolean;
  readonly since?: string;
  readonly watch?: boolean;
  readonly timing?: boolean;
  readonly cache?: boolean;
}

/** Adds all flags; the commands share them. */
export function addOptions(program: Command): void {
  program
    .option(
      "--config <file>",
      "the pack to use (default: the nearest voicecheck.yaml, else voicecheck:social)",
    )
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
      new Option(
        "--fail-on <level>",
        "exit with 1 from this level on (default: what the pack says, else error)",
      ).choices(["error", "warning", "info", "never"]),
    )
    .option("--max-warnings <number>", "exit with 1 when there are more warnings", wholeNumber)
    .option("--quiet", "show errors only")
    .option("--scores", "show a bar for each axis of every post")
    .option("--explain-score", "show the sum behind each score")
    .option(
      "-f, --format <name[=file]>",
      `how to report, repeatable (else pretty): ${reporterNames()}`,
      format,
    )
    .option("--fix", "write what can be mended without asking into the files")
    .option("--fix-dry-run", "list what --fix would do, and write nothing")
    .option("--diff", "print it as a unified diff; alone it writes nothing")
    .option(
      "--staged",
      "only posts that this commit would change, as they are in git's index, by the pack on disk",
    )
    .option("--since <ref>", "only posts that changed since this branch left <ref>")
    .option("--baseline <file>", "leave out the flags that this file knows")
    .option("--update-baseline", "write all flags that there are into that file")
    .option("--prune-baseline", "take out of that file what is no longer found")
    .option("--jobs <number>", "check a stream of NDJSON with so many threads (default: 1)", jobs)
    .option("--watch", "check again whenever a post or the pack is written")
    .option("--cache", "keep results, and check only posts that are new to the pack")
    .option("--timing", "show what each rule takes")
    .option("--print-config <file>", "show the pack that is used for a file")
    .option("--color", "always in colour (default: where the terminal can)")
    .option("--no-color", "never in colour");
}
