import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cacheFolder } from "../../src/cli/cache-file.ts";
import { folderOf } from "./folder.ts";

describe("cacheFolder", () => {
  const cwd = folderOf({ "posts/a.txt": "", "site/node_modules/": "", "site/posts/a.txt": "" });
  const own = process.platform === "darwin" ? "Library/Caches" : ".cache";
  it.each<[string, string, Readonly<Record<string, string>>, string | undefined]>([
    [
      "of its project",
      "site/posts/a.txt",
      { HOME: "/home/ana" },
      join(cwd, "site/node_modules/.cache/voicecheck"),
    ],
    ["of the user", "posts/a.txt", { HOME: "/home/ana" }, join("/home/ana", own, "voicecheck")],
    [
      "that the user names",
      "posts/a.txt",
      { HOME: "/home/ana", XDG_CACHE_HOME: "/c" },
      join("/c/voicecheck"),
    ],
    [
      "of the user where an empty one is named",
      "posts/a.txt",
      { HOME: "/h", XDG_CACHE_HOME: "" },
      join("/h", own, "voicecheck"),
    ],
    [
      "of the user on Windows",
      "posts/a.txt",
      { HOME: "/h", LOCALAPPDATA: "/local" },
      join("/local/voicecheck"),
    ],
    [
      "of the user where a relative one is named",
      "posts/a.txt",
      { HOME: "/h", XDG_CACHE_HOME: "c" },
      join("/h", own, "voicecheck"),
    ],
    ["of nobody where nobody is at home", "posts/a.txt", {}, undefined],
    ["of nobody where the home is empty", "posts/a.txt", { HOME: "", XDG_CACHE_HOME: "" }, undefined],
  ])("is the one %s", (_whose, file, env, expected) => {
    expect(cacheFolder(join(cwd, file), env)).toBe(expected);
  });
});
