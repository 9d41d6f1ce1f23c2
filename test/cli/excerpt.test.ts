import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

/** What stands on stderr below the message of the first error, and the problem in the JSON. */
async function told(
  name: string,
  content: string,
): Promise<{ readonly lines: readonly string[]; readonly problem: object }> {
  const cwd = folderOf({ "voicecheck.yaml": PACK, [name]: content });
  const { stdout, stderr, code } = await run([name, "-f", "json"], { cwd });
  expect(code).toBe(2);
  const lines = stderr.split("\n");
  const at = lines.findIndex((line) => line.includes(": error: "));
  return { lines: lines.slice(at + 1, at + 3), problem: JSON.parse(stdout).problems[0] };
}

const TABLE: readonly (readonly [string, string, string, string])[] = [
  ["june.csv", 'id,text\r\n1,"We bake.\r\n2,Come by\r\n', '2 | 1,"We bake.', "  |   ^"],
  ["june.json", '[{"text": "Rye"},\n {"text": oops}]', '2 |  {"text": oops}]', "  |           ^"],
  ["old.json", '[{"text": "Rye"},\r {"text": oops}]', '2 |  {"text": oops}]', "  |           ^"],
  ["june.yaml", "- text: Rye\n- text: Come: by: six\n", "2 | - text: Come: by: six", "  |         ^"],
  ["tab.json", '[\n\t{"text": oops}]', '2 |  {"text": oops}]', "  |           ^"],
  ["escape.json", "[\n\u001b[31moops]", "2 | ␛[31moops]", "  | ^"],
];

describe("an error with a place", () => {
  it.each(TABLE)("shows the line of %s with a caret", async (name, content, line, caret) => {
    expect((await told(name, content)).lines).toEqual([line, caret]);
  });

  it("shows what stands around it in a long line, quickly", async () => {
    const { lines } = await told("long.json", `["${"a".repeat(1_000_000)}", oops]`);
    expect(lines[0]).toMatch(/^1 \| a{10,}", oops\]$/u);
    expect(lines[1].indexOf("^")).toBe(lines[0].indexOf("oops"));
  });

  it("is the same data as before", async () => {
    expect(Object.keys((await told("june.json", "[oops]")).problem)).toEqual([
      ...["source", "line", "column", "code", "message", "level"],
    ]);
  });
});
