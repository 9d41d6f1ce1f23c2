import { describe, expect, it, vi } from "vitest";
import { shownProgram } from "../../src/cli/command-line.ts";
import type { Stream } from "../../src/cli/stream.ts";
import type { World } from "../cli/fake-io.ts";
import { folderOf } from "../cli/folder.ts";
import { PACK, run } from "../cli/run.ts";

// Threads give the same bytes, so here they say that they were asked.
vi.mock("../../src/cli/stream-jobs.ts", () => ({
  streamByWorkers: async (_target: unknown, { write }: Stream): Promise<boolean> => {
    await write("by threads\n");
    return true;
  },
}));

/** What `--help` says is done without a flag: `(default: 1)`, `(else pretty)`. */
const DEFAULT = /\((?:default: |[a-z, ]*\belse )([^)]*)\)/u;

const defaults = shownProgram().options.flatMap(({ long, description }): [string, string][] => {
  const [, text] = DEFAULT.exec(description) ?? [];
  return text === undefined ? [] : [[String(long), text]];
});

const POST = { "posts/a.txt": "We leverage it. Kindly come in" };
const WITH_PACK = { ...POST, "voicecheck.yaml": PACK };

interface Case {
  readonly flag: string;
  /** What the help calls the default. */
  readonly said: string;
  readonly files: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly world?: Omit<World, "cwd">;
  /** The flag with its default, which changes nothing. */
  readonly same: string;
  /** The flag with something else, which changes the run. */
  readonly other: string;
}

const CASES: readonly Case[] = [
  {
    ...{ flag: "--config", said: "the nearest voicecheck.yaml, else voicecheck:social" },
    files: { ...WITH_PACK, "posts/voicecheck.yaml": PACK.replaceAll("leverage", "bake") },
    ...{ argv: ["posts"], same: "--config=posts/voicecheck.yaml", other: "--config=voicecheck.yaml" },
  },
  {
    ...{ flag: "--config", said: "the nearest voicecheck.yaml, else voicecheck:social" },
    ...{
      files: { ...POST, "own.yaml": PACK },
      argv: ["posts"],
      same: "--config=voicecheck:social",
      other: "--config=own.yaml",
    },
  },
  {
    ...{ flag: "--fail-on", said: "what the pack says, else error" },
    ...{ files: WITH_PACK, argv: ["posts"], same: "--fail-on=error", other: "--fail-on=warning" },
  },
  {
    ...{ flag: "--fail-on", said: "what the pack says, else error" },
    files: { ...POST, "voicecheck.yaml": `${PACK}fail_on: warning\n` },
    ...{ argv: ["posts"], same: "--fail-on=warning", other: "--fail-on=error" },
  },
  {
    ...{ flag: "--format", said: "pretty", files: WITH_PACK, argv: ["posts"] },
    ...{ same: "--format=pretty", other: "--format=concise" },
  },
  {
    ...{ flag: "--jobs", said: "1", files: { ...WITH_PACK, "a.ndjson": '{"text": "We leverage it"}\n' } },
    ...{ argv: ["a.ndjson", "-f", "ndjson"], same: "--jobs=1", other: "--jobs=2" },
  },
  {
    ...{ flag: "--color", said: "where the terminal can", files: WITH_PACK, argv: ["posts"] },
    ...{ world: { colors: true }, same: "--color", other: "--no-color" },
  },
  {
    ...{ flag: "--color", said: "where the terminal can", files: WITH_PACK, argv: ["posts"] },
    ...{ same: "--no-color", other: "--color" },
  },
];

describe("what --help says is done without a flag", () => {
  it("is done, for each flag of which it says something", () => {
    const tried = new Map(CASES.map(({ flag, said }) => [flag, said]));
    expect(new Map(defaults)).toEqual(tried);
  });

  it.each(CASES)("$flag ($said): as $same, other than $other", async (each) => {
    const world = { ...each.world, cwd: folderOf(each.files) };
    const outcome = async (...flag: readonly string[]): Promise<readonly unknown[]> => {
      const { code, stdout } = await run([...each.argv, ...flag], world);
      return [code, stdout];
    };
    const without = await outcome();
    expect(await outcome(each.same)).toEqual(without);
    expect(await outcome(each.other)).not.toEqual(without);
  });
});
