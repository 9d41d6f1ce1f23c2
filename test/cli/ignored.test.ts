import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ignoredUnder } from "../../src/cli/ignored.ts";
import { folderOf } from "./folder.ts";

function ignoredOf(files: Record<string, string>, paths: readonly string[], root = "."): readonly string[] {
  const isIgnored = ignoredUnder(join(folderOf(files), root));
  return paths.filter(isIgnored);
}

describe("ignoredUnder", () => {
  it("reads .gitignore and .voicecheckignore", () => {
    const files = { ".gitignore": "drafts/\n*.tmp.txt\n", ".voicecheckignore": "# ours\narchive\n" };
    const paths = ["a.txt", "a.tmp.txt", "drafts/", "archive/", "x/drafts/", "x/archive", "drafts"];
    expect(ignoredOf(files, paths)).toEqual(["a.tmp.txt", "drafts/", "archive/", "x/drafts/", "x/archive"]);
  });

  it("lets deeper files win, and .voicecheckignore over .gitignore", () => {
    const files = {
      ".gitignore": "*.md\n/top.txt\n",
      ".voicecheckignore": "!keep.md\n",
      "sub/.gitignore": "!wanted.md\nlocal.txt\n",
    };
    const paths = [
      "a.md",
      "keep.md",
      "sub/a.md",
      "sub/wanted.md",
      "sub/local.txt",
      "local.txt",
      "top.txt",
      "sub/top.txt",
    ];
    expect(ignoredOf(files, paths)).toEqual(["a.md", "sub/a.md", "sub/local.txt", "top.txt"]);
  });

  it("looks above the folder up to the root of the repository", () => {
    const files = {
      ".gitignore": "*",
      "repo/.git/": "",
      "repo/.gitignore": "posts/old.txt\n",
      "repo/posts/": "",
    };
    expect(ignoredOf(files, ["old.txt", "new.txt"], "repo/posts")).toEqual(["old.txt"]);
    const wanted = { ...files, "repo/posts/.gitignore": "!old.txt\n" };
    expect(ignoredOf(wanted, ["old.txt", "new.txt"], "repo/posts")).toEqual([]);
  });

  it("walks a folder that is named though it is ignored", () => {
    const files = { ".git/": "", ".gitignore": "drafts/\n", "drafts/.gitignore": "secret.txt\n" };
    expect(ignoredOf(files, ["a.txt", "secret.txt"], "drafts")).toEqual(["secret.txt"]);
  });
});
