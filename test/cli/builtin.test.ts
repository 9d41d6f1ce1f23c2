import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BUILT_IN } from "../../src/cli/builtin.ts";
import { folderOf } from "./folder.ts";
import { run } from "./run.ts";

it("is every pack among the rules", () => {
  const rules = join(import.meta.dirname, "../../rules");
  const packs = readdirSync(rules).filter((file) =>
    /^voicecheck: 1$/mu.test(readFileSync(join(rules, file), "utf8")),
  );
  expect(packs.sort()).toEqual(BUILT_IN.map((name) => `${name}.yaml`).sort());
});

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
