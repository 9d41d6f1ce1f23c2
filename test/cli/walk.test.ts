import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { walk } from "../../src/cli/walk.ts";
import { folderOf } from "./folder.ts";

describe("walk", () => {
  it("lists the files that may hold posts, in order", () => {
    const folder = folderOf({
      "z.txt": "",
      "a.MD": "",
      "b/c.markdown": "",
      "b/d.tweet": "",
      "b.text": "",
      "e.ndjson": "",
      "e.jsonl": "",
      "f.html": "",
      README: "",
    });
    expect(walk(folder)).toEqual({
      files: ["a.MD", "b.text", "b/c.markdown", "b/d.tweet", "e.jsonl", "e.ndjson", "z.txt"],
      problems: [],
    });
  });

  it("leaves out hidden and ignored files, packages, packs and lock files", () => {
    const folder = folderOf({
      ".gitignore": "drafts/\n",
      "posts/.voicecheckignore": "old.txt\n",
      "posts/old.txt": "",
      "posts/new.txt": "",
      "drafts/a.txt": "",
      ".hidden/a.txt": "",
      ".hidden.txt": "",
      "node_modules/x/readme.md": "",
      "x/node_modules/y.md": "",
      "package.json": "{}",
      "package-lock.json": "{}",
      "pnpm-lock.yaml": "a: b",
      "voicecheck.yaml": "voicecheck: 1",
      "legal.yaml": "# ours\nvoicecheck: 1\n",
      "legal.json": '{"voicecheck": 1}',
    });
    expect(walk(folder)).toEqual({ files: ["posts/new.txt"], problems: [] });
  });

  it("tells posts with ignore comments from packs", () => {
    const folder = folderOf({
      "a.yaml": "- text: Bread\n  voicecheck: human\n",
      "b.json": '[{"voicecheck": "1-up", "text": "Bread"}]',
      "c.yaml": "name: ours\nvoicecheck: 1 # the version\n",
      "tsconfig.json": "{}",
    });
    expect(walk(folder).files).toEqual(["a.yaml", "b.json"]);
  });

  it("follows links to files and not to folders", () => {
    const folder = folderOf({ "real/a.txt": "" });
    symlinkSync("real/a.txt", join(folder, "link.txt"));
    symlinkSync("..", join(folder, "real/loop"));
    symlinkSync("nowhere.txt", join(folder, "dead.txt"));
    expect(walk(folder).files).toEqual(["link.txt", "real/a.txt"]);
  });

  it("walks deep folders", () => {
    const deep = `${"d/".repeat(300)}a.txt`;
    expect(walk(folderOf({ [deep]: "" })).files).toEqual([deep]);
  });
});
