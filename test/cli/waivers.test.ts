import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

describe("voicecheck waivers", () => {
  const cwd = folderOf({
    "voicecheck.yaml": PACK,
    "a.txt": "<!-- voicecheck-ignore commercial -->\nAct now\n",
    "b.csv":
      "text,date,voicecheck\nAct now,2026-06-01,commercial until=2026-05-31 -- sale; human until=2026-12-31\n",
    "c.md": "---\nvoicecheck: corporate/jargon until=2026-03-01 -- our \u001b[31mname\n---\nWe leverage it\n",
  });

  it("lists ignore comments, those that end first before the others", async () => {
    const { stdout, code } = await run(["waivers", "a.txt", "b.csv", "--no-color"], { cwd });
    expect(stdout.split("\n")).toEqual([
      "2026-05-31  b.csv:2:20  commercial – sale  (ended)",
      "2026-12-31  b.csv:2:20  human",
      "no end      a.txt:1:1   commercial",
      "3 ignore comments, 1 ended",
      "",
    ]);
    expect(code).toBe(0);
  });

  it("gives the same as data, and shows nothing that acts", async () => {
    const { stdout } = await run(["waivers", "c.md", "-f", "json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject([
      { source: "c.md", line: 2, names: ["corporate/jargon"], until: "2026-03-01" },
    ]);
    expect((await run(["waivers", "c.md"], { cwd })).stdout).not.toContain("\u001b");
  });

  it("fails where nothing is named or can't be read", async () => {
    expect(await run(["waivers"], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("voicecheck waivers posts/"),
    });
    expect((await run(["waivers", "gone.txt"], { cwd })).code).toBe(2);
  });
});
