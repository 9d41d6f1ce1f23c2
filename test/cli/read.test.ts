import { closeSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const POSTS = "Act now\n";

/** A file of this many bytes that takes no room on the disk. */
function makeLarge(path: string, size: number): void {
  const file = openSync(path, "w");
  ftruncateSync(file, size);
  closeSync(file);
}

describe("what is too large", () => {
  it("says so as a file, and the rest is checked", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "small.txt": POSTS });
    makeLarge(join(cwd, "large.csv"), 100 * 1024 * 1024 + 1);
    const { stdout, stderr, code } = await run(["-f", "concise", "large.csv", "small.txt"], { cwd });
    expect(stderr).toBe(
      "large.csv: error: this file is larger than 100 MB, which is the most that is read at once; cut it into several, or write a post on each line and check it with -f ndjson, which reads line by line\n",
    );
    expect(stdout).toContain("small.txt:1:1");
    expect(code).toBe(2);
  });

  it("says so in a pipe, before all of it is in memory", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK });
    const megabyte = new Uint8Array(1024 * 1024);
    const { stderr, code } = await run(["-"], { cwd, stdin: new Array<Uint8Array>(120).fill(megabyte) });
    expect(stderr).toMatch(/^-: error: this file is larger than 100 MB/u);
    expect(code).toBe(2);
  });

  it("says so as a post, and the others are checked", async () => {
    const long = "Rye ".repeat(600_000);
    const cwd = folderOf({ "voicecheck.yaml": PACK, "posts.csv": `text\nAct now\n${long}\nAct now\n` });
    const { stdout, stderr, code } = await run(["-f", "concise", "posts.csv"], { cwd });
    expect(stderr).toBe(
      "posts.csv:3: error: this post is 2399999 characters long, and the longest that is checked has 2000000; see whether a quote or a fence before it is closed, or cut it into parts\n",
    );
    expect(stdout.split("\n").filter((line) => line.includes("act-now"))).toHaveLength(2);
    expect(code).toBe(2);
  });

  it("says so of Markdown before it is parsed", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "post.md": "**Rye**\n\n- a\n\n".repeat(150_000) });
    const { stderr, code } = await run(["-f", "concise", "post.md"], { cwd });
    expect(stderr).toMatch(/^post\.md:1: error: this post is 2099998 characters long/u);
    expect(code).toBe(2);
  }, 5_000);

  it.each([
    ["posts.json", `[${'"ab",'.repeat(150_000)}"ab"]`, "150,000 posts"],
    ["posts.json", `[${"1,".repeat(5_000_000)}1]`, "5,000,000 values"],
    ["posts.txt", "\n".repeat(5_000_001), "5,000,000 lines"],
    ["posts.txt", "1/2\n\n".repeat(150_001), "150,000 posts"],
    ["posts.csv", `text\nRye\n${",".repeat(1_000_001)}`, "1,000,000 cells in a row"],
    ["posts.csv", `text\n${"\n".repeat(5_000_001)}`, "5,000,000 lines"],
    ["posts.ndjson", "\n".repeat(5_000_001), "5,000,000 lines"],
    ["posts.md", "\n".repeat(5_000_001), "5,000,000 lines"],
    ["posts.yaml", "#".repeat(20_000_001), "20,000,000 characters of YAML"],
    ["posts.txt", `---\n${"#".repeat(20_000_001)}\n---\nRye\n`, "20,000,000 characters of YAML"],
  ])("says so where a file holds too many of a thing: %s, %#", async (name, content, most) => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "small.txt": POSTS });
    writeFileSync(join(cwd, name), content);
    const { stdout, stderr, code } = await run(["-f", "concise", name, "small.txt"], { cwd });
    expect(stderr).toBe(
      `${name}: error: this file has more than ${most}, which is the most that is read at once, so nothing of it was checked; cut it into several, or write a post on each line and check it with -f ndjson, which reads line by line\n`,
    );
    expect(stdout).toContain("small.txt:1:1");
    expect(code).toBe(2);
  });
});
