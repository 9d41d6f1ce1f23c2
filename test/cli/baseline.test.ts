import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { committed } from "./repository.ts";
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

const TEXT = "Good morning to all of Leeds. Today we want to leverage\nour new oven.\n\nCome by.\n";
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
    expect(told.stderr).toBe(
      "baseline known.ndjson: 1 known flag; 2 entries no longer found: --prune-baseline takes them out\n" +
        "  a.csv  commercial/push/act-now  “Act now”\n" +
        "  a.csv  corporate/jargon/leverage  “leverage”\n",
    );
    expect(read()).toHaveLength(4);
    const pruned = await run(["a.csv", ...BASELINE, "--prune-baseline"], { cwd });
    expect(pruned.stderr).toContain("1 known flag, 2 fewer than before; 2 entries taken out");
    expect(read().map((line) => JSON.parse(line).source)).toEqual(["a.csv", "b.txt"]);
  });

  it("shows a few of many that are gone", async () => {
    const { cwd, write } = project({ "a.txt": Array(8).fill("Act now").join("\n---\n") });
    await run(["a.txt", ...BASELINE, "--update-baseline"], { cwd });
    write("a.txt", "");
    const { stderr } = await run(["a.txt", ...BASELINE], { cwd });
    expect(stderr.split("\n")).toHaveLength(8);
    expect(stderr).toContain("0 known flags; 8 entries no longer found");
    expect(stderr).toContain("  … and 3 more\n");
  });

  it.each([
    [
      "edited elsewhere in the post",
      TEXT.replace("Good morning", "A fine good morning").replace("oven.", "stove."),
    ],
    ["wrapped anew", TEXT.replace("to leverage\nour", "to\nleverage our")],
    ["moved", `Soup\n---\nBread\n---\n${TEXT}`],
    ["inflected otherwise", TEXT.replace("to leverage", "to leveraging")],
    ["under another name", undefined],
  ])("knows a post that was %s", async (_, text) => {
    const { cwd, write } = project({ "a.txt": TEXT });
    await run(["a.txt", ...BASELINE, "--update-baseline"], { cwd });
    if (text === undefined) {
      renameSync(join(cwd, "a.txt"), join(cwd, "b.txt"));
      expect(await run(["b.txt", ...BASELINE], { cwd })).toMatchObject({
        code: 0,
        stderr: "baseline known.ndjson: 1 known flag\n",
      });
      return;
    }
    write("a.txt", text);
    expect((await run(["a.txt", ...BASELINE], { cwd })).stdout).toContain(
      "nothing to flag · 1 known and left out",
    );
  });

  it("tells a flag in a copy of the file, and a second one like the first", async () => {
    const { cwd, write } = project({ "a.txt": "Act now\n" });
    await run(["a.txt", ...BASELINE, "--update-baseline"], { cwd });
    write("b.txt", "Act now\n");
    expect((await run(["a.txt", "b.txt", ...BASELINE], { cwd })).stdout).toContain("1 flag in 1 of 2 posts");
    write("a.txt", "Act now\n---\nAct now\n");
    expect((await run(["a.txt", ...BASELINE], { cwd })).stdout).toContain("1 flag in 1 of 2 posts");
    await run(["a.txt", "b.txt", ...BASELINE, "--update-baseline"], { cwd });
    expect((await run(["a.txt", "b.txt", ...BASELINE], { cwd })).stdout).toContain(
      "3 posts, nothing to flag",
    );
  });

  it("knows a sheet whose id stayed while the words around the flag changed", async () => {
    const { cwd, write } = project({ "a.csv": "id,text\n7,We leverage it\n" });
    await run(["a.csv", ...BASELINE, "--update-baseline"], { cwd });
    write("a.csv", "id,text\n7,All of us leveraged everything\n");
    expect((await run(["a.csv", ...BASELINE], { cwd })).stdout).toContain("1 known and left out");
  });

  it("is the same from any folder, however the paths are written", async () => {
    const { cwd, read } = project({ ".git/": "", "posts/a.txt": "Act now\n", "docs/": "" });
    await run(["posts", ...BASELINE, "--update-baseline"], { cwd });
    expect(JSON.parse(read()[0])).toMatchObject({ source: "posts/a.txt" });
    for (const [folder, path] of [
      ["posts", "a.txt"],
      ["docs", "../posts"],
      ["docs", join(cwd, "posts/a.txt")],
    ]) {
      const there = { cwd: join(cwd, folder) };
      const { code, stderr } = await run([path, "--baseline", "../known.ndjson"], there);
      expect([code, stderr]).toEqual([0, "baseline ../known.ndjson: 1 known flag\n"]);
    }
  });

  it("keeps what was not looked for", async () => {
    const { cwd, read, write } = project({
      "a.txt": "Act now, leverage it\n",
      "b.txt": "Act now\n",
      "c.csv": "text\nAct now\n",
    });
    await run([".", ...BASELINE, "--update-baseline"], { cwd });
    expect(read()).toHaveLength(4);
    write("c.csv", 'text\n"Act now\n');
    write("a.txt", "Fine\n");
    await run(["a.txt", "c.csv", ...BASELINE, "--only", "corporate", "--update-baseline"], { cwd });
    expect(read().map((line) => JSON.parse(line).rule)).toEqual(Array(3).fill("commercial/push/act-now"));
    const { stderr } = await run(["c.csv", ...BASELINE, "--prune-baseline"], { cwd });
    expect(stderr).toContain("baseline known.ndjson: 0 known flags, as many as before");
    rmSync(join(cwd, "b.txt"));
    expect((await run(["a.txt", ...BASELINE], { cwd })).stderr).toContain("2 entries no longer found");
  });

  it("keeps what was skipped", async () => {
    const { cwd, read, write } = project({ "a.txt": "Act now, leverage it\n" });
    await run(["a.txt", ...BASELINE, "--update-baseline"], { cwd });
    write("a.txt", "Fine\n");
    await run(["a.txt", ...BASELINE, "--skip", "corporate", "--prune-baseline"], { cwd });
    expect(read().map((line) => JSON.parse(line).rule)).toEqual(["corporate/jargon/leverage"]);
  });

  it("shows the beginning of a long line that is none of its own", async () => {
    const { cwd } = project({ "a.txt": "Fine\n", [FILE]: `{"source":"${"a".repeat(200)}"}\n` });
    const { code, stderr } = await run(["a.txt", ...BASELINE], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /known\.ndjson:1:1: this line is no entry of a baseline.*\n {2}\{"source":"a{89} …\n {2}\^/u,
    );
  });

  it("takes out what was mended and what its file lost", async () => {
    const { cwd, read } = project({ "a.txt": "We leverage it\n", "b.txt": "Act now\n" });
    await run([".", ...BASELINE, "--update-baseline"], { cwd });
    rmSync(join(cwd, "b.txt"));
    await run(["a.txt", ...BASELINE, "--fix", "--prune-baseline"], { cwd });
    expect(read()).toEqual([]);
  });

  it("is not taken for posts", async () => {
    const { cwd } = project({ "a.txt": "Act now\n" });
    for (const file of ["known.ndjson", "known.json", "known.jsonl"]) {
      await run(["a.txt", "--baseline", file, "--update-baseline"], { cwd });
      const { code, stdout } = await run([".", "--baseline", file], { cwd });
      expect([code, stdout]).toEqual([0, expect.stringContaining("1 post, nothing to flag")]);
      rmSync(join(cwd, file));
    }
  });

  it("tells with --since what is new in posts that changed, and takes the others for found", async () => {
    const { cwd, write, commit } = committed({ "a.csv": SHEET });
    await run(["a.csv", ...BASELINE, "--update-baseline"], { cwd });
    commit();
    write("a.csv", `${SHEET.replace("Act now", "Act now and act now")}`);
    const { code, stdout, stderr } = await run(["--since", "main", ...BASELINE], { cwd });
    expect([code, stdout]).toEqual([1, expect.stringContaining("1 flag in 1 of 1 post (1 error) · 1 known")]);
    expect(stderr).toBe(
      "since main: 1 post edited, 0 new, 2 as before\nbaseline known.ndjson: 1 known flag\n",
    );
  });

  it("merges: one line each, sorted, with no head", async () => {
    const { cwd, read, write } = project({ "b.txt": "Act now\n", "a.txt": "We leverage it\nAct now\n" });
    await run([".", ...BASELINE, "--update-baseline"], { cwd });
    const lines = read();
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual(
      Array(3).fill(["source", "rule", "fingerprint", "text"]),
    );
    expect(lines).toEqual([...lines].sort());
    write(FILE, `\ufeff${[...lines, ...lines].reverse().join("\r\n")}`);
    expect((await run([".", ...BASELINE], { cwd })).stdout).toContain("3 known and left out");
    await run([".", ...BASELINE, "--update-baseline"], { cwd });
    expect(read()).toEqual(lines);
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
    [["--baseline", "a.txt", "--update-baseline"], "a.txt:1:1: this line is no entry of a baseline"],
    [["--baseline", "conflict.ndjson"], "conflict.ndjson:2:1: two branches changed the baseline"],
    [["--baseline", "list.json"], "list.json:1:1: this line is no entry"],
    [["--baseline", "none/known.ndjson", "--update-baseline"], "there is no folder"],
    [[...BASELINE, "--update-baseline", "--since", "main"], "a baseline is kept by all posts"],
    [[...BASELINE, "--prune-baseline", "--staged"], "a baseline is kept by all posts"],
  ])("is refused where it can't be: %j", async (flags, said) => {
    const { cwd } = project({
      "a.txt": "Act now\n",
      "bad.ndjson": '{"source":"a","rule":"b","fingerprint":"c"}\n{"x":1}\n',
      "conflict.ndjson": '{"source":"a","rule":"b","fingerprint":"c"}\n<<<<<<< HEAD\n',
      "list.json": "[]\n",
    });
    const { code, stderr } = await run(["a.txt", ...flags], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
