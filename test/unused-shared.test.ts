import { describe, expect, it } from "vitest";
import { folderOf } from "./cli/folder.ts";
import { PACK, run } from "./cli/run.ts";

async function linesOf(file: string, ...flags: readonly string[]): Promise<readonly string[]> {
  const cwd = folderOf({ "voicecheck.yaml": PACK, "a.txt": file });
  const { stdout } = await run(["a.txt", "-f", "concise", ...flags], { cwd });
  return stdout.split("\n").filter((line) => line.includes("waiver/"));
}

const head = (rule: string): string => `---\nplatform: x\n# voicecheck-ignore ${rule}\n---\n`;

describe("an ignore comment for all posts of a file", () => {
  it("is unused when none of them needs it, and told once", async () => {
    const lines = await linesOf(`${head("commercial/push")}We leverage it\n---\nBread\n---\nRye`);
    expect(lines).toEqual([expect.stringMatching(/^a\.txt:3:\d+: .*waiver\/unused.*commercial\/push/u)]);
  });

  it.each(["Act now", "We leverage it\n---\nAct now"])(
    "is used when one of them needs it: %s",
    async (posts) => {
      expect(await linesOf(`${head("commercial/push")}${posts}\n---\nBread`)).toEqual([]);
    },
  );

  it("is not judged by rules that did not run", async () => {
    expect(await linesOf(`${head("commercial/push")}Rye\n---\nBread`, "--only", "corporate")).toEqual([]);
  });
});
