import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rewriteFile, writeFileSafely } from "../../src/cli/write-file.ts";
import { UsageError } from "../../src/errors.ts";
import { folderOf } from "./folder.ts";

describe("writeFileSafely", () => {
  it("writes a new file and leaves nothing beside it", () => {
    const folder = folderOf({ "x/": "" });
    writeFileSafely(join(folder, "new.json"), "{}\n");
    expect(readFileSync(join(folder, "new.json"), "utf8")).toBe("{}\n");
    expect(readdirSync(folder).sort()).toEqual(["new.json", "x"]);
  });

  it("replaces a file and keeps its mode", () => {
    const folder = folderOf({ "old.txt": "old" });
    chmodSync(join(folder, "old.txt"), 0o640);
    writeFileSafely(join(folder, "old.txt"), "new");
    expect(readFileSync(join(folder, "old.txt"), "utf8")).toBe("new");
    expect(statSync(join(folder, "old.txt")).mode & 0o777).toBe(0o640);
  });

  it("writes through a link and keeps the link", () => {
    const folder = folderOf({ "real/out.txt": "old" });
    symlinkSync("real/out.txt", join(folder, "link.txt"));
    writeFileSafely(join(folder, "link.txt"), "new");
    expect(lstatSync(join(folder, "link.txt")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "real/out.txt"), "utf8")).toBe("new");
  });

  it("writes to a device directly", () => {
    writeFileSafely("/dev/null", "gone");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it.each([
    ["missing/out.json", "there is no folder"],
    ["folder", "is a folder"],
  ])("says why %s can't be written", (name, reason) => {
    const folder = folderOf({ "folder/": "" });
    expect(() => writeFileSafely(join(folder, name), "x")).toThrow(UsageError);
    expect(() => writeFileSafely(join(folder, name), "x")).toThrow(reason);
    expect(readdirSync(folder)).toEqual(["folder"]);
  });
});

describe("rewriteFile", () => {
  it("writes a file that is as it was read", () => {
    const file = join(folderOf({ "a.txt": "old" }), "a.txt");
    rewriteFile(file, Buffer.from("old"), Buffer.from("new"));
    expect(readFileSync(file, "utf8")).toBe("new");
  });

  it("leaves a file that somebody changed meanwhile, and one that is gone", () => {
    const folder = folderOf({ "a.txt": "changed" });
    for (const name of ["a.txt", "gone.txt"])
      expect(() => rewriteFile(join(folder, name), Buffer.from("old"), Buffer.from("new"))).toThrow(
        /was changed while it was mended, so it is left as it is now; run the command again/u,
      );
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("changed");
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });
});
