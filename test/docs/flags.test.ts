import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { argumentsOf, commandsOf } from "../../scripts/docs/console.ts";
import { pages, root, written } from "../../scripts/docs/pages.ts";
import { readCommand } from "../../scripts/docs/shell-words.ts";
import { parseCommandLine, shownProgram } from "../../src/cli/command-line.ts";

function all(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(all)];
}

const program = shownProgram();
const flags = new Set(
  all(program).flatMap(({ options }) => options.flatMap(({ short, long }) => [short, long])),
);
const commands = all(program).filter(({ commands: inner }) => inner.length === 0);
for (const flag of ["-h", "--help"]) flags.add(flag);

/** Flags of other programs that pages speak of. */
const FOREIGN: ReadonlySet<string> = new Set([]);

describe("flags and commands on pages", () => {
  it("are those of the program", () => {
    const mentioned = written.flatMap(({ path, codes }) =>
      codes.flatMap((code) => {
        const [flag] = /^--?[a-z][a-z-]*/u.exec(code) ?? [];
        return flag === undefined || flags.has(flag) || FOREIGN.has(flag) ? [] : [`${path}: ${flag}`];
      }),
    );
    expect(mentioned).toEqual([]);
  });

  it("can be given as written", () => {
    const faults = pages.flatMap(({ path, codes }) =>
      codes.filter((code) => isCommand(code)).flatMap((code) => faultsOf(path, code)),
    );
    expect(faults).toEqual([]);
  });

  it("are all in docs/cli.md", () => {
    const [page] = pages.filter(({ path }) => path === "docs/cli.md");
    const text = page.codes.join("\n");
    const missing = [...flags].filter((flag) => flag !== undefined && !text.includes(flag));
    expect(missing).toEqual(["-h", "--help"]);
    for (const command of commands.filter(({ parent }) => parent !== null))
      expect(text).toContain(nameOf(command));
  });

  it("of npm run a script that is there", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const named = pages.flatMap(({ codes, blocks }) => {
      const commands = blocks.filter(({ lang }) => lang === "sh").map(({ value }) => value);
      return [...codes, ...commands].flatMap((text) => [...text.matchAll(/npm run ([\w:-]+)/gu)]);
    });
    expect(named.length).toBeGreaterThan(5);
    for (const [, script] of named) expect(scripts).toHaveProperty(script);
  });
});

const names = new Set(commands.map((command) => nameOf(command)));

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}

/** A command line; with `<rule>` in it, it only tells a form, and a name alone tells of a command. */
function isCommand(code: string): boolean {
  return code.startsWith("voicecheck ") && !code.includes("<") && !names.has(code);
}

/** What the program says against a command line. */
function faultsOf(path: string, code: string): readonly string[] {
  return commandsOf(code).flatMap(({ command }) =>
    readCommand(command)
      .flat()
      .flatMap((call) => {
        try {
          parseCommandLine(argumentsOf(call) ?? []);
          return [];
        } catch (error) {
          return [`${path}: ${code}: ${String(error)}`];
        }
      }),
  );
}
