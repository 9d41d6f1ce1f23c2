import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { run } from "./run.ts";

describe("a built-in pack that there is not", () => {
  const cwd = folderOf({});
  it.each([
    ["a name that is like none", "voicecheck:nothing"],
    ["a file of the program that is no pack", "voicecheck:roles"],
    ["a path to another file", "voicecheck:../package"],
    ["no name", "voicecheck:"],
  ])("is told, with those that there are: %s", async (_what, spec) => {
    const { code, stderr } = await run(["--config", spec, "--text", "Rye"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(
      `voicecheck: there is no built-in pack “${spec}”; built in are voicecheck:social, voicecheck:corporate, voicecheck:commercial, voicecheck:readability, voicecheck:profanity, voicecheck:platform, voicecheck:calendar, voicecheck:disclosure, voicecheck:residue, voicecheck:accessibility, voicecheck:human, voicecheck:claims\n`,
    );
  });
});
