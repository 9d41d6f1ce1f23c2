import type { Argument, Command, Option } from "commander";
import type { RootContent } from "mdast";
import { reporters } from "../../src/reporters/index.ts";
import { code, heading, type Inline, joined, link, page, paragraph, table } from "./markdown.ts";

const NAME = "voicecheck";
const DEFAULT = /\s*\((?:default: |else )([^)]*)\)/u;

const EXIT_CODES: readonly (readonly [string, string])[] = [
  ["0", "nothing at or above the level of --fail-on, and no more warnings than --max-warnings"],
  ["1", "findings; of pack test: an example that doesn't hold"],
  [
    "2",
    "could not do its work: a bad flag or pack, a missing or unreadable file. Stronger than 1; the rest is checked all the same",
  ],
  ["130", "interrupted (Ctrl-C)"],
];

/** The reference of the command line, as the program itself knows it. */
export function cliPage(program: Command, environment: readonly (readonly [string, string])[]): string {
  return page("scripts/generate/cli-page.ts from src/cli", [
    heading(1, "The command line"),
    paragraph(
      code(usageOf(program)),
      ` ${lowered(program.description())} Its flags hold for all commands; as paths it takes ${places(program)}.`,
    ),
    heading(2, "Flags"),
    flagTable(program.options),
    heading(2, "Formats"),
    paragraph("More about each in ", link("formats.md", "Reports"), "."),
    table([[["format"], ["is"]], ...reporters.map(({ name, summary }) => [[code(name)], [summary]])]),
    heading(2, "Commands"),
    ...program.commands.flatMap((command) => commandSection(command, NAME)),
    heading(2, "Exit codes"),
    table([[["code"], ["means"]], ...EXIT_CODES.map(([number, text]) => [[number], [text]])]),
    paragraph(
      "With ",
      code("-f ndjson"),
      " to the standard output findings don't change the code, unless ",
      code("--fail-on"),
      " is given.",
    ),
    heading(2, "Environment"),
    table([[["variable"], ["meaning"]], ...environment.map(([name, text]) => [[code(name)], coded(text)])]),
  ]);
}

/** A command; of one that only holds others, those. */
function commandSection(command: Command, parent: string): readonly RootContent[] {
  const name = `${parent} ${command.name()}`;
  if (command.commands.length > 0) return command.commands.flatMap((each) => commandSection(each, name));
  const { registeredArguments: args, options } = command;
  const text = command.description();
  return [
    heading(3, name),
    paragraph(code([name, ...args.map(placeOf)].join(" ")), `: ${text}.`),
    ...(args.length === 0 ? [] : [table([[["argument"], ["is"]], ...args.map(argumentRow)])]),
    ...(options.length === 0 ? [] : [flagTable(options)]),
  ];
}

function usageOf(program: Command): string {
  return [NAME, ...program.registeredArguments.map(placeOf)].join(" ");
}

function placeOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "…" : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function argumentRow(argument: Argument): readonly (readonly Inline[])[] {
  return [[code(argument.name())], [argument.description, ...choices(argument.argChoices)]];
}

function flagTable(options: readonly Option[]): RootContent {
  return table([[["flag"], ["does"], ["default"]], ...options.map(flagRow)]);
}

function flagRow({ flags, description, argChoices }: Option): readonly (readonly Inline[])[] {
  const standard = DEFAULT.exec(description)?.[1] ?? "";
  return [[code(flags)], [description.replace(DEFAULT, ""), ...choices(argChoices)], [standard]];
}

function choices(words: readonly string[] = []): readonly Inline[] {
  return words.length === 0 ? [] : [": ", ...joined(words.map(code))];
}

/** A text in which backticks mark code. */
function coded(text: string): readonly Inline[] {
  return text.split("`").map((part, index) => (index % 2 === 0 ? part : code(part)));
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function places({ registeredArguments }: Command): string {
  return registeredArguments.map(({ description }) => description).join(", ");
}
