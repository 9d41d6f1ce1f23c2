import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const cwd = folderOf({
  "voicecheck.yaml": `${PACK}
gates: {corporate: 70}
overrides:
  - {when: {platform: x}, gates: {human: 95}}
`,
  "a.txt": "We leverage bread, and they circle back.\n",
  "b.txt": "We leverage bread.\n---\nKindly.\n",
});

describe("gates in a run", () => {
  it("fail it, though no flag alone would", async () => {
    const { stdout, code } = await run(["a.txt"], { cwd });
    expect(stdout).toMatch(/a\.txt:1 {2}score 60\n/u);
    expect(stdout).toContain(
      "error    gate/corporate                corporate scores 60 of 100, and this pack asks for at least 70. “leverage” (−20) weighs most; start there.",
    );
    expect(stdout).toContain("3 flags in 1 of 1 post (1 error, 2 warnings)");
    expect(code).toBe(1);
  });

  it.each([
    ["a score that is high enough", ["b.txt"], 0],
    ["another platform", ["b.txt", "--platform", "linkedin"], 0],
    ["the platform that asks for more", ["b.txt", "--platform", "x"], 1],
    ["a gate that is skipped", ["a.txt", "--skip", "gate/corporate"], 0],
    ["all gates skipped", ["a.txt", "--skip", "gate"], 0],
    ["another group asked for", ["a.txt", "--only", "human"], 0],
    ["its own group asked for", ["a.txt", "--only", "corporate"], 1],
    ["fewer flags asked for", ["a.txt", "--only", "corporate/jargon/leverage"], 0],
    ["a gate that the pack doesn't have", ["a.txt", "--skip", "gate/humans"], 2],
    ["a gate alone, which has nothing to weigh", ["a.txt", "--only", "gate/corporate"], 2],
  ])("%s", async (_what, argv, exit) => {
    expect((await run(argv, { cwd })).code).toBe(exit);
  });

  it("are explained", async () => {
    const one = await run(["explain", "gate/corporate"], { cwd });
    expect(one.stdout).toMatchSnapshot();
    const all = await run(["explain", "gate"], { cwd });
    expect(all.stdout).toContain("gate/human  error · where an override asks for it");
    expect((await run(["explain", "gate/claims"], { cwd })).code).toBe(2);
  });

  it("stand in the pack that is printed", async () => {
    const { stdout } = await run(["--print-config", "a.txt"], { cwd });
    expect(stdout).toContain('gates:\n  corporate: "70"\n');
    expect(stdout).toContain('gates:\n      human: "95"\n');
  });
});

describe("--scores and --explain-score in a run", () => {
  it("draw bars and sums", async () => {
    const { stdout } = await run(["b.txt", "--scores", "--explain-score", "--no-color"], { cwd });
    expect(stdout.replace(/\d+ ms/u, "1 ms")).toMatchSnapshot();
  });

  it("reach a stream of JSON", async () => {
    const stdin = [`{"text":"We leverage bread."}\n`];
    const { stdout } = await run(["-f", "ndjson", "--explain-score"], { cwd, stdin });
    expect(JSON.parse(stdout)).toMatchObject({ words: 3, findings: [{ points: 20 }] });
    const file = await run(["b.txt", "-f", "ndjson", "--explain-score"], { cwd });
    expect(file.stdout.match(/"points":\d+/gu)).toEqual(['"points":20', '"points":10']);
  });
});
