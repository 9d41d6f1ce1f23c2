import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { configFinder } from "../../src/cli/config.ts";
import { folderOf } from "./folder.ts";

describe("configFinder", () => {
  it("takes the nearest alone, up to the root of the repository", () => {
    const folder = folderOf({
      "voicecheck.yaml": "",
      "repo/.git/": "",
      "repo/voicecheck.yml": "",
      "repo/a/b/": "",
      "repo/c/voicecheck.yaml": "",
      "repo/c/d/": "",
      "bare/.git": "gitdir: elsewhere",
      "bare/x/": "",
    });
    const find = configFinder(folder);
    expect(find(join(folder, "repo/a/b"))).toBe(join(folder, "repo/voicecheck.yml"));
    expect(find(join(folder, "repo/c/d"))).toBe(join(folder, "repo/c/voicecheck.yaml"));
    expect(find(join(folder, "bare/x"))).toBeUndefined();
  });

  it("goes up to the working folder outside a repository", () => {
    const folder = folderOf({
      "voicecheck.yaml": "",
      "work/posts/june/": "",
      "other/voicecheck.yaml": "",
      "other/x/": "",
    });
    expect(configFinder(join(folder, "work"))(join(folder, "work/posts/june"))).toBeUndefined();
    expect(configFinder(folder)(join(folder, "work/posts/june"))).toBe(join(folder, "voicecheck.yaml"));
    expect(configFinder(join(folder, "work"))(join(folder, "other"))).toBe(
      join(folder, "other/voicecheck.yaml"),
    );
    expect(configFinder(join(folder, "work"))(join(folder, "other/x"))).toBeUndefined();
  });

  it("begins at the working folder for what git keeps for itself", () => {
    const folder = folderOf({
      "voicecheck.yaml": "",
      ".git/worktrees/june/": "",
      "trees/june/.git": "gitdir: ../../.git/worktrees/june",
      "trees/june/voicecheck.yaml": "",
    });
    const find = configFinder(join(folder, "trees/june"));
    expect(find(join(folder, ".git/worktrees/june"))).toBe(join(folder, "trees/june/voicecheck.yaml"));
  });

  it("prefers .yaml to .yml", () => {
    const folder = folderOf({ "voicecheck.yaml": "", "voicecheck.yml": "" });
    expect(configFinder(folder)(folder)).toBe(join(folder, "voicecheck.yaml"));
  });
});
