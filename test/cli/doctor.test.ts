import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const cwd = folderOf({
  "voicecheck.yaml": PACK,
  "packs/own.yaml": PACK.replace("name: acme", "name: own"),
  "posts/a.txt": "Rye",
  "posts/b.csv": "id,text\n1,Bread\n",
  "bad.ndjson": '{"text":"Rye"}\n[1\n',
  ".git/HEAD": "ref: refs/heads/main\n",
  "inside/post.txt": "Rye",
});

/** The lines of the report by their first word. */
async function doctor(args: readonly string[], folder = cwd) {
  const { stdout, code } = await run(["doctor", ...args, "--no-color"], { cwd: folder });
  const facts = stdout.split("\n\n")[0].split("\n");
  return { code, facts: new Map(facts.map((line) => [line.split(/ {2,}/u)[0], line.split(/ {2,}/u)[1]])) };
}

describe("voicecheck doctor", () => {
  it.each([
    [["--no-config"], "voicecheck:social: by --no-config"],
    [["--config", "packs/own.yaml"], "packs/own.yaml: by --config"],
    [[], "voicecheck.yaml: the nearest voicecheck.yaml from the working folder upwards"],
  ])("says why the pack is this one: %j", async (args, pack) => {
    expect((await doctor(args)).facts.get("pack")).toBe(pack);
  });

  it("names a pack outside the working folder in full, and the repository around it", async () => {
    const { facts } = await doctor([], join(cwd, "inside"));
    expect(facts.get("pack")).toBe(
      `${join(cwd, "voicecheck.yaml")}: the nearest voicecheck.yaml from the working folder upwards`,
    );
    expect(facts.get("folder")).toBe(`${join(cwd, "inside")} (repository ${cwd})`);
  });

  it("takes a folder, and counts what is in it", async () => {
    const { facts, code } = await doctor(["posts"]);
    expect([code, facts.get("file")]).toEqual([0, "posts: a folder with 2 files, 2 posts"]);
    expect(facts.has("ignored")).toBe(false);
  });

  it("says on which line a file can't be read", async () => {
    const { facts, code } = await doctor(["bad.ndjson"]);
    expect([code, facts.get("error")]).toEqual([2, expect.stringMatching(/^line 2: /u)]);
  });
});
