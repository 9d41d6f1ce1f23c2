import { describe, expect, it } from "vitest";
import { parseCommandLine, shownProgram } from "../../src/cli/command-line.ts";
import { COMMAND_NAMES } from "../../src/cli/command-names.ts";
import { helpText, type Options, parseArguments } from "../../src/cli/options.ts";
import { UsageError } from "../../src/errors.ts";
import { VERSION } from "../../src/generated/version.ts";

function optionsOf(...argv: string[]): Options {
  const request = parseCommandLine(argv);
  if (!("options" in request)) throw new Error("no options");
  return request.options;
}

function refusal(...argv: string[]): string {
  try {
    parseCommandLine(argv);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return "";
}

describe("parseCommandLine", () => {
  it("knows its commands by name", () => {
    const names = shownProgram().commands.map((command) => command.name());
    expect([...names, "help"].sort()).toEqual([...COMMAND_NAMES].sort());
  });

  it.each([["--help"], ["-h"], ["help"], ["help", "pack"], ["--no-config", "--help"], ["pack", "--help"]])(
    "lists commands in the help: %s %s",
    (...argv) => {
      const request = parseCommandLine(argv);
      expect(request.command === "show" && request.text).toMatch(/^ {2}(?:explain|diff) /mu);
    },
  );

  it("checks paths", () => {
    expect(parseCommandLine(["a.txt", "-", "b/"])).toMatchObject({
      command: "check",
      paths: ["a.txt", "-", "b/"],
    });
    expect(parseCommandLine([])).toMatchObject({ command: "check", paths: [] });
    expect(parseCommandLine(["--", "--text"])).toMatchObject({ command: "check", paths: ["--text"] });
  });

  it("has quiet defaults", () => {
    const options = optionsOf();
    expect(options).toMatchObject({ quiet: false, all: false });
    expect(options.outputs.map(({ reporter, file }) => [reporter.name, file])).toEqual([
      ["pretty", undefined],
    ]);
    expect(options.config).toBeUndefined();
    expect(options.color).toBeUndefined();
  });

  it.each<[string[], Partial<Options>]>([
    [["--config", "v.yaml"], { config: "v.yaml" }],
    [["--no-config"], { config: false }],
    [["--text", ""], { text: "" }],
    [["--stdin-filename", "a.md"], { stdinFilename: "a.md" }],
    [["--color"], { color: true }],
    [["--no-color"], { color: false }],
    [["--only", "a,b/c", "--only", "d"], { only: ["a", "b/c", "d"] }],
    [["--skip", "a"], { skip: ["a"] }],
    [["--fail-on", "never"], { failOn: "never" }],
    [["--max-warnings", "0"], { maxWarnings: 0 }],
    [["--quiet", "--all"], { quiet: true, all: true }],
    [["--scores", "--explain-score"], { scores: true, explainScore: true }],
    [
      [
        "--platform",
        "x,linkedin",
        "--author",
        "@ana",
        "--account",
        "@acme",
        "--speaker",
        "brand",
        "--kind",
        "ad",
      ],
      {
        facts: {
          platforms: ["x", "linkedin"],
          author: "@ana",
          account: "@acme",
          speaker: "brand",
          kind: "ad",
        },
      },
    ],
  ])("reads %j", (argv, expected) => {
    expect(optionsOf(...argv)).toMatchObject(expected);
  });

  it("reads formats, with and without a file", () => {
    const { outputs } = optionsOf("-f", "concise", "--format", "json=out=1.json", "-f", "github=gh.txt");
    expect(outputs.map(({ reporter, file }) => [reporter.name, file])).toEqual([
      ["concise", undefined],
      ["json", "out=1.json"],
      ["github", "gh.txt"],
    ]);
    expect(optionsOf("-f", "json=-").outputs[0].file).toBeUndefined();
  });

  it.skipIf(process.platform === "win32")("lets two reports go to one device", () => {
    expect(optionsOf("-f", "json=/dev/null", "-f", "csv=/dev/null").outputs).toHaveLength(2);
  });

  it("reads the commands, with flags before and after them", () => {
    expect(parseCommandLine(["explain", "a/b", "--config", "v.yaml"])).toMatchObject({
      command: "explain",
      rule: "a/b",
      options: { config: "v.yaml" },
    });
    expect(parseCommandLine(["--no-config", "rules"])).toMatchObject({
      command: "rules",
      options: { config: false },
    });
    expect(parseCommandLine(["pack", "test", "v.yaml"])).toMatchObject({
      command: "pack-test",
      pack: "v.yaml",
    });
    expect(parseCommandLine(["pack", "test"])).toMatchObject({ command: "pack-test", pack: undefined });
    expect(parseCommandLine(["--print-config", "a.txt"])).toMatchObject({
      command: "print-config",
      file: "a.txt",
    });
  });

  it.each([
    [["--fali-on", "error"], "--fail-on"],
    [["--fail-on", "fatal"], "error, warning, info, never"],
    [["--max-warnings", "-1"], "whole number"],
    [["--max-warnings", "many"], "whole number"],
    [["--speaker", "me"], "brand, employee, partner"],
    [["--only", "a,,b"], "commas"],
    [["-f", "yaml"], "pretty, concise, summary, json, ndjson, github"],
    [["-f", "json="], "json=report.txt"],
    [["-f", "json", "-f", "pretty"], "only one format"],
    [["-f", "json=out.txt", "-f", "csv=./out.txt"], "can't both be in out.txt"],
    [["--jobs", "0"], "whole number from 1 to 99"],
    [["--jobs", "100"], "whole number from 1 to 99"],
    [["--fx"], "unknown option"],
    [["--fix", "--fix-dry-run"], "give one of them"],
    [["--fix", "-f", "ndjson"], "can't be mended"],
    [["--stagde"], "unknown option"],
    [["--config"], "missing"],
    [["explain"], "missing"],
    [["explain", "a", "b"], "too many"],
    [["pack", "tset"], "test"],
  ])("refuses %j and says what to write", (argv, hint) => {
    expect(refusal(...argv)).toContain(hint);
  });

  it.each([
    [["--help"]],
    [["-h"]],
    [["rules", "--help"]],
    [["explain", "--help"]],
    [["pack", "test", "--help"]],
  ])("shows help for %j", (argv) => {
    const request = parseCommandLine(argv);
    expect(request).toMatchObject({ command: "show" });
    if (request.command === "show") expect(request.text).toMatch(/^Usage: voicecheck/u);
  });

  it.each([[["--version"]], [["-V"]], [["rules", "--version"]]])("shows the version for %j", (argv) => {
    expect(parseCommandLine(argv)).toEqual({ command: "show", text: `${VERSION}\n` });
  });

  it("has the exit codes in its help", async () => {
    expect(await helpText()).toContain("Exit codes: 0 ");
  });
});

describe("parseArguments", () => {
  it.each([[[]], [["a.txt"]], [["a.txt", "-", "b/"]], [["initial.txt", "./init"]], [[""]], [["–quiet"]]])(
    "reads the paths %j as commander does",
    async (argv) => {
      const asked = await parseArguments(argv);
      expect(asked).toEqual(parseCommandLine(argv));
      expect(asked).toMatchObject({ command: "check", paths: argv });
    },
  );

  it.each([[["--quiet", "a.txt"]], [["rules"]], [["a.txt", "-f", "json"]], [["--", "--text"]], [["-V"]]])(
    "leaves %j to commander",
    async (argv) => {
      expect(await parseArguments(argv)).toEqual(parseCommandLine(argv));
    },
  );
});
