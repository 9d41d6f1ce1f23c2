import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const FILE = "known.ndjson";
const BASELINE = ["--baseline", FILE];

function project(files: Readonly<Record<string, string>>): {
  readonly cwd: string;
  readonly read: () => readonly string[];
  readonly write: (name: string, text: string) => void;
} {
  const cwd = folderOf({ "voicecheck.yaml": PACK, ...files });
  return {
    cwd,
    read: () =>
      readFileSync(join(cwd, FILE), "utf8")
        .split("\n")
        .filter((line) => line !== ""),
    write: (name, text) => writeFileSync(join(cwd, name), text),
  };
}

const SHEET = "id,text\n1,Act now\n2,Fine\n3,We leverage it and leverage it\n";

describe("--baseline", () => {
  it("knows what was there, wherever it moves, and tells what is new", async () => {
    const { cwd, read, write } = project({ "a.csv": SHEET });
    const first = await run(["a.csv", ...BASELINE, "--update-baseline"], { cwd });
    expect(first).toMatchObject({
      code: 0,
      stderr: "baseline known.ndjson: 3 known flags, 3 more than before\n",
    });
    expect(read()).toHaveLength(3);
    expect([...read()].sort()).toEqual(read());
    const again = await run(["a.csv", ...BASELINE], { cwd });
    expect(again).toMatchObject({ code: 0, stderr: "baseline known.ndjson: 3 known flags\n" });
    expect(again.stdout).toContain("3 posts, nothing to flag");
    write(
      "a.csv",
      "note,id,text\nnew,4,Fine too\n,3,We leverage it and leverage it\n,1,Act now\n,5,Act now\n",
    );
    const moved = await run(["a.csv", ...BASELINE, "-f", "json"], { cwd });
    const { posts, summary } = JSON.parse(moved.stdout);
    expect(summary).toMatchObject({ posts: 4, errors: 1, warnings: 0 });
    expect(posts.map(({ score }: { score: number }) => score)).toEqual([100, 100, 100, 70]);
    expect(moved.code).toBe(1);
  });

  it("says what is gone, and takes it out when asked to, of the files that were checked", async () => {
    const { cwd, read, write } = project({ "a.csv": SHEET, "b.txt": "Act now\n" });
    await run([".", ...BASELINE, "--update-baseline"], { cwd });
    write("a.csv", "id,text\n3,We leverage it once\n");
    const told = await run(["a.csv", ...BASELINE], { cwd });
    expect(told.stderr).toContain("3 entries no longer found: --prune-baseline takes them out");
    expect(read()).toHaveLength(4);
    const pruned = await run(["a.csv", ...BASELINE, "--prune-baseline"], { cwd });
    expect(pruned.stderr).toContain("3 fewer than before; 3 entries taken out");
    expect(read().map((line) => JSON.parse(line).source)).toEqual(["b.txt"]);
  });

  it("leaves gates open that only known flags would close", async () => {
    const { cwd } = project({ "a.txt": "Act now\n" });
    writeFileSync(join(cwd, "voicecheck.yaml"), `${PACK}gates: {commercial: 90}\n`);
    expect((await run(["a.txt"], { cwd })).stdout).toContain("gate/commercial");
    await run(["a.txt", ...BASELINE, "--update-baseline"], { cwd });
    const { code, stdout } = await run(["a.txt", ...BASELINE], { cwd });
    expect([code, stdout.includes("gate/commercial")]).toEqual([0, false]);
  });

  it.each([
    [[...BASELINE], "there is no baseline known.ndjson; write one with"],
    [["--update-baseline"], "name the file, too"],
    [["--baseline", "bad.ndjson"], "bad.ndjson:2:1: this line is no entry"],
    [[...BASELINE, "--update-baseline", "-f", "ndjson"], "a stream of NDJSON has no baseline"],
    [["--baseline", "."], "the baseline . is a folder"],
  ])("is refused where it can't be: %j", async (flags, said) => {
    const { cwd } = project({
      "a.txt": "Act now\n",
      "bad.ndjson": '{"source":"a","rule":"b","fingerprint":"c"}\n{"x":1}\n',
    });
    const { code, stderr } = await run(["a.txt", ...flags], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
