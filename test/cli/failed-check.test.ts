/** A mistake of our own, which one post brings to light: what every check needs of the engine fails for one word. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const { toLowerCase } = String.prototype;

beforeEach(() => {
  vi.spyOn(String.prototype, "toLowerCase").mockImplementation(function (this: string) {
    const lower = Reflect.apply(toLowerCase, this, []);
    if (lower === "unlucky") throw new TypeError("no such luck");
    return lower;
  });
});

afterEach(() => void vi.restoreAllMocks());

const SHEET = "text\nAct now\nUnlucky\nLimited offer\n";
const LINES =
  '{"id":1,"text":"Act now"}\n{"id":2,"text":["Rye","Unlucky"]}\n{"id":3,"text":"Limited offer"}\n';
const SAID = "could not be checked \\(TypeError: no such luck at .*\\), which is a mistake in voicecheck";

describe("a check that fails on a post", () => {
  it.each([
    [["-f", "concise", "posts.csv"], 3],
    [["-f", "json", "posts.csv"], 3],
    [["-f", "ndjson", "posts.csv"], 3],
    [["-f", "ndjson", "posts.ndjson"], 2],
    [["-f", "sarif", "posts.ndjson"], 2],
    [["pack", "diff", "voicecheck.yaml", "voicecheck.yaml", "posts.csv"], 3],
  ])("loses no other, is said with its place, and exits 2: %j", async (argv, line) => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "posts.csv": SHEET, "posts.ndjson": LINES });
    const { stdout, stderr, code } = await run(argv, { cwd });
    const errors = stderr.split("\n").filter((each) => each.includes(": error: "));
    expect(errors).toEqual([
      expect.stringMatching(new RegExp(`^posts\\.\\w+:${line}: error: .*${SAID}`, "u")),
    ]);
    if (argv[0] === "-f") for (const words of ["Act now", "Limited offer"]) expect(stdout).toContain(words);
    expect(code).toBe(2);
  });

  it("is what a line of a stream is answered with", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "posts.ndjson": LINES });
    const { stdout } = await run(["-f", "ndjson", "posts.ndjson"], { cwd });
    const [, second] = stdout.split("\n").map((each) => (each === "" ? {} : JSON.parse(each)));
    expect(second).toMatchObject({
      id: 2,
      line: 2,
      findings: [],
      parts: [{ source: "posts.ndjson", line: 2, error: { code: "failed-check" } }],
    });
  });
});
