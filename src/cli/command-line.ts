import { Command, CommanderError } from "commander";
import { UsageError } from "../errors.ts";
import { VERSION } from "../generated/version.ts";
import { COMMAND_NAMES } from "./command-names.ts";
import { addCommands } from "./commands.ts";
import { addOptions, type RawOptions } from "./flags.ts";
import { optionsOf, type Request } from "./options.ts";

const HELP_WIDTH = 80;
const EXIT_CODES = `
Exit codes: 0 nothing at the level asked for · 1 findings · 2 could not do its work`;

/** Reads any command line. Throws `UsageError` with a text that says what to write instead. */
export function parseCommandLine(argv: readonly string[]): Request {
  let request: Request | undefined;
  const shown: string[] = [];
  const complaint: string[] = [];
  const ask = (made: Request): void => {
    request = made;
  };
  const program = createProgram(ask, argv.some(isAboutCommands));
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

/** The program with its commands and flags, to be looked at. */
export function shownProgram(): Command {
  return createProgram(() => undefined, true);
}

/** Whether an argument names a command or asks for the help that lists them; few command lines do, and making them takes time. */
function isAboutCommands(argument: string): boolean {
  return COMMAND_NAMES.includes(argument) || argument.startsWith("-h") || argument.startsWith("--h");
}

function createProgram(ask: (request: Request) => void, hasCommands: boolean): Command {
  const program = new Command("voicecheck")
    .description("Checks how posts sound: corporate jargon, commercial push, hard reading, profanity.")
    .version(VERSION)
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
  if (hasCommands) {
    program.helpCommand("help [command]", "help on a command");
    addCommands(program, ask, () => optionsOf(program.opts<RawOptions>()));
  }
  return program;
}
