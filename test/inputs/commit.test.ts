import { describe, expect, it } from "vitest";
import { inputFor } from "../../src/cli/read.ts";
import { commit } from "../../src/inputs/commit.ts";
import { inputContract, readSource } from "../inputs.contract.ts";

inputContract(commit, { write: ([first]) => `${first}\n# comment\n`, isPlain: () => true });

async function textsOf(message: string): Promise<readonly string[]> {
  return (await readSource(commit, message)).posts.map((post) => post.text.replace(/ +\n/gu, "\n"));
}

describe("git's own words in a message", () => {
  it.each([
    ["Bake rye\n# On branch main\n#\n#\tmodified: a.txt\n", ["Bake rye"]],
    ["# Please enter the commit message\n\n# On branch main\n", []],
    ["Bake rye\n\n# Conflicts:\n#\ta.txt\n\nBoth menus", ["Bake rye\n\n\n\n\nBoth menus"]],
    ["Bake rye\r\n# On branch main\r\nSoon", ["Bake rye\n\nSoon"]],
    ["#FreshBread at #1\n#", ["#FreshBread at #1"]],
    ["Bake rye, # 4\n  # on the shelf", ["Bake rye, # 4\n  # on the shelf"]],
    ["Bake\u2028# rye", ["Bake\u2028# rye"]],
    ["Bake rye\n# ---- >8 ----\n# Do not modify\ndiff --git a/a b/a\n+We leverage it", ["Bake rye"]],
    ["Bake rye\n --- >8 ---\nand oats", ["Bake rye\n --- >8 ---\nand oats"]],
  ])("are no part of %j", async (message, expected) => {
    expect(await textsOf(message)).toEqual(expected);
  });
});

describe("the files that git gives its editor", () => {
  it.each([".git/COMMIT_EDITMSG", "C:\\a\\.git\\MERGE_MSG", "squash_msg", "TAG_EDITMSG"])(
    "are read so: %s",
    (name) => {
      expect(inputFor(name)).toBe(commit);
    },
  );

  it.each(["COMMIT_EDITMSG.md", "my_commit_editmsg", "COMMIT_EDITMSG/a.txt"])("are no others: %s", (name) => {
    expect(inputFor(name)).not.toBe(commit);
  });
});
