import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Answers } from "../../src/cli/init-pack.ts";
import { askAll } from "../../src/cli/init-questions.ts";
import { main } from "../../src/cli/main.ts";
import { fakeIo } from "./fake-io.ts";
import { folderOf } from "./folder.ts";
import type { Ran } from "./run.ts";

// The questions themselves have tests of their own.
vi.mock("../../src/cli/init-questions.ts", () => ({ askAll: vi.fn() }));

/** Runs `init` where somebody sits in front of it. */
async function asked(cwd: string, ...argv: readonly string[]): Promise<Ran> {
  const { io, written } = fakeIo({ cwd });
  return { code: await main(["init", ...argv], { ...io, isInteractive: () => true }), ...written };
}

describe("voicecheck init with somebody to ask", () => {
  it("proposes what the folder says, and writes what is answered and every extra that is asked for", async () => {
    const cwd = folderOf({ "package.json": '{"name": "oak"}', ".git/": "" });
    vi.mocked(askAll).mockImplementation(async (proposed: Answers) => ({
      answers: { ...proposed, name: `${proposed.name} and ash`, platforms: ["x"] },
      extras: ["editor"],
    }));
    const { code, stdout } = await asked(cwd, "--with", "hook");
    expect([code, stdout.split("\n").slice(0, -2)]).toEqual([
      0,
      ["wrote voicecheck.yaml", "wrote .pre-commit-config.yaml", "wrote .vscode/settings.json"],
    ]);
    expect(readFileSync(join(cwd, "voicecheck.yaml"), "utf8")).toContain("\nname: Oak and ash\n");
  });

  it("writes nothing where the questions were ended", async () => {
    const cwd = folderOf({});
    vi.mocked(askAll).mockResolvedValue(undefined);
    expect(await asked(cwd, "--with", "hook")).toEqual({ code: 130, stdout: "", stderr: "" });
    for (const name of ["voicecheck.yaml", ".pre-commit-config.yaml"])
      expect(existsSync(join(cwd, name))).toBe(false);
  });
});
