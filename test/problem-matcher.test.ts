import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderOf } from "./cli/folder.ts";
import { PACK, run } from "./cli/run.ts";

interface Pattern extends Readonly<Record<string, string | number | undefined>> {
  readonly regexp: string;
}

interface Matcher {
  readonly owner: string;
  readonly severity?: string;
  readonly pattern: readonly Pattern[];
}

const path = join(import.meta.dirname, "../integrations/github/problem-matcher.json");
const { problemMatcher }: { readonly problemMatcher: readonly Matcher[] } = JSON.parse(
  readFileSync(path, "utf8"),
);
const FIELDS = ["severity", "file", "line", "column", "code", "message"] as const;

/** What GitHub's runner makes of a log: the fields of each line that a matcher knows, as one text. */
function annotationsOf(log: string): readonly string[] {
  return log.split("\n").flatMap((line) =>
    problemMatcher.flatMap(({ severity, pattern: [pattern] }) => {
      const match = new RegExp(pattern.regexp, "u").exec(line);
      if (match === null) return [];
      const fields = FIELDS.map((name) => {
        const group = pattern[name];
        return typeof group === "number" ? match[group] : name === "severity" ? severity : undefined;
      });
      return [fields.map((field) => field ?? "-").join(" | ")];
    }),
  );
}

async function logOf(files: Readonly<Record<string, string>>, ...paths: readonly string[]): Promise<string> {
  const cwd = folderOf({ "voicecheck.yaml": PACK, ...files });
  const { stdout, stderr } = await run([...paths, "-f", "concise"], { cwd });
  return stderr + stdout;
}

it("has three kinds of severity, as the runner knows them", () => {
  const fixed = problemMatcher.flatMap(({ severity }) => severity ?? []);
  expect(fixed.every((each) => ["error", "warning", "notice"].includes(each))).toBe(true);
  expect(new Set(problemMatcher.map(({ owner }) => owner)).size).toBe(problemMatcher.length);
});

it("finds every flag of a real log, whatever the file is called", async () => {
  const files = {
    "posts/a.txt": "🥐 Act now, we leverage it. Kindly\n",
    "posts/🥐 ü [x], (1): b.txt": "Fine.\n\n🥐🥐 Act now\n",
  };
  const log = await logOf(files, "posts");
  expect(annotationsOf(log)).toEqual([
    "error | posts/a.txt | 1 | 4 | commercial/push/act-now | “Act now” pushes.",
    "warning | posts/a.txt | 1 | 16 | corporate/jargon/leverage | “leverage” is meeting-room talk. Say “use”.",
    "notice | posts/a.txt | 1 | 29 | human/stiff/kindly | “Kindly” is not our voice. Say “Please”.",
    "error | posts/🥐 ü [x], (1): b.txt | 3 | 6 | commercial/push/act-now | “Act now” pushes.",
  ]);
  expect(annotationsOf(log)).toHaveLength(log.trim().split("\n").length);
});

it("finds what could not be checked, and no notes", async () => {
  const files = { "a.json": '[{"text": "Fine"},\n oops]', "b.csv": "text,wibble\nFine,1,2,3\n" };
  const found = annotationsOf(await logOf(files, "a.json", "b.csv", "gone.txt"));
  expect(found.map((each) => each.replace(/[^|]*$/u, ""))).toEqual([
    "error | gone.txt | - | - | - |",
    "error | a.json | 2 | 2 | - |",
  ]);
});

it("is not led elsewhere by the words of a post", async () => {
  const log = await logOf(
    {
      "voicecheck.yaml": "voicecheck: 1\nrules: {a/b: {regex: {all: '.+'}, message: <match>}}\n",
      "a.txt": "x evil.txt:9:9: error a/b: boo\n",
      "c.txt": "evil.txt: error: boo\n",
    },
    "a.txt",
    "c.txt",
  );
  expect(annotationsOf(log)).toEqual([
    "warning | a.txt | 1 | 1 | a/b/all | x evil.txt:9:9: error a/b: boo",
    "warning | c.txt | 1 | 1 | a/b/all | evil.txt: error: boo",
  ]);
});
