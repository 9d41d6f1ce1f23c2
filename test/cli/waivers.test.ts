import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

/** An ignore comment, as each format holds it for a post that says “Act now”. */
const FORMATS: Readonly<Record<string, (comment: string) => string>> = {
  "a.txt": (comment) => `<!-- voicecheck-ignore ${comment} -->\nAct now\n---\nFine\n`,
  "b.md": (comment) => `Good morning.\n\n<!-- voicecheck-ignore ${comment} -->\n\nAct now.\n`,
  "front.md": (comment) => `---\nvoicecheck: ${comment}\n---\nAct now.\n`,
  "a.csv": (comment) => `text,voicecheck\nAct now,${comment}\nFine,\n`,
  "a.tsv": (comment) => `text\tvoicecheck\nAct now\t${comment}\nFine\t\n`,
  "a.json": (comment) => JSON.stringify([{ text: "Act now", voicecheck: comment }, "Fine"]),
  "a.ndjson": (comment) => `${JSON.stringify({ text: "Act now", voicecheck: comment })}\n"Fine"\n`,
  "a.yaml": (comment) => `# voicecheck-ignore ${comment}\n- Act now\n- Fine\n`,
  "behind.yaml": (comment) => `- Act now # voicecheck-ignore ${comment}\n- Fine\n`,
  "key.yaml": (comment) => `- text: Act now\n  voicecheck: ${comment}\n- Fine\n`,
};

describe.each(Object.entries(FORMATS))("an ignore comment in %s", (name, write) => {
  const cwd = folderOf({ "voicecheck.yaml": `${PACK}waivers: {reason: required}\n` });
  it.each<readonly [string, string, readonly string[]]>([
    ["by its group", "commercial -- our name", []],
    ["by its rule", "commercial/push until=2999-12-31 -- our name", []],
    ["by its entry", "commercial/push/act-now until=2999-12-31 -- our name", []],
    ["without a reason", "commercial", ["error waiver/no-reason"]],
    [
      "after its end",
      "commercial until=2020-01-31 -- our name",
      ["error commercial/push", "error waiver/expired"],
    ],
    ["with nothing to ignore", "corporate -- our name", ["error commercial/push", "warning waiver/unused"]],
    ["that doesn't exist", "comercial -- our name", ["error commercial/push", "error waiver/unknown"]],
  ])("names a rule %s", async (_, comment, expected) => {
    writeFileSync(join(cwd, name), write(comment));
    const { stdout, stderr } = await run([name, "-f", "json"], { cwd });
    const { posts } = JSON.parse(stdout);
    const told = posts.flatMap(({ findings }: { findings: readonly { level: string; rule: string }[] }) =>
      findings.map(({ level, rule }) => `${level} ${rule}`),
    );
    expect([told.sort(), stderr]).toEqual([expected, ""]);
  });
});

describe("voicecheck waivers", () => {
  const cwd = folderOf({
    "voicecheck.yaml": PACK,
    "a.txt": "<!-- voicecheck-ignore commercial -->\nAct now\n",
    "b.csv":
      "text,date,voicecheck\nAct now,2026-06-01,commercial until=2026-05-31 -- sale; human until=2026-12-31\n",
    "c.md": "---\nvoicecheck: corporate/jargon until=2026-03-01 -- our \u001b[31mname\n---\nWe leverage it\n",
  });

  it("lists ignore comments, those that end first before the others", async () => {
    const { stdout, code } = await run(["waivers", "a.txt", "b.csv", "--no-color"], { cwd });
    expect(stdout.split("\n")).toEqual([
      "2026-05-31  b.csv:2:20  commercial – sale  (ended)",
      "2026-12-31  b.csv:2:20  human",
      "no end      a.txt:1:1   commercial",
      "3 ignore comments, 1 ended",
      "",
    ]);
    expect(code).toBe(0);
  });

  it("gives the same as data, and shows nothing that acts", async () => {
    const { stdout } = await run(["waivers", "c.md", "-f", "json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject([
      { source: "c.md", line: 2, names: ["corporate/jargon"], until: "2026-03-01" },
    ]);
    expect((await run(["waivers", "c.md"], { cwd })).stdout).not.toContain("\u001b");
  });

  it("lists one that holds for a whole file once, and those of one day as they stand", async () => {
    const folder = folderOf({
      "voicecheck.yaml": PACK,
      "a.txt": "---\nvoicecheck: human until=2026-07-01\n---\nRye\n---\nOats\n---\nSpelt\n",
      "b.csv": "text,voicecheck\nRye,commercial\nOats,human until=2026-07-01\nSpelt,corporate\n",
    });
    const { stdout } = await run(["waivers", "a.txt", "b.csv", "--no-color"], { cwd: folder });
    expect(stdout.split("\n")).toEqual([
      "2026-07-01  a.txt:2:13  human",
      "2026-07-01  b.csv:3:6   human",
      "no end      b.csv:2:5   commercial",
      "no end      b.csv:4:7   corporate",
      "4 ignore comments",
      "",
    ]);
  });

  it("fails where nothing is named or can't be read", async () => {
    expect(await run(["waivers"], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("voicecheck waivers posts/"),
    });
    expect((await run(["waivers", "gone.txt"], { cwd })).code).toBe(2);
  });
});
