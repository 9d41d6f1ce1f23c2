/** What holds whatever stands in a file: through the command line, on files of every kind. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { reportSchema } from "../../scripts/generate/report-schema.ts";
import { reporters } from "../../src/reporters/index.ts";
import type { Place, Problem, Span } from "../../src/types.ts";
import { runs } from "../runs.ts";
import { elementsOf } from "../xml.ts";
import { anyContent, anyText, asFile, MANY_RULES, WRITERS } from "./any-files.ts";
import { folderOf } from "./folder.ts";
import { type Ran, run } from "./run.ts";

interface JsonFinding {
  readonly rule: string;
  readonly text: string;
  readonly span: Span;
  readonly place: Place;
  readonly exact?: false;
}

interface JsonPost {
  readonly score: number;
  readonly axes: Readonly<Record<string, number>>;
  readonly findings: readonly JsonFinding[];
}

interface JsonReport {
  readonly posts: readonly JsonPost[];
  readonly problems: readonly Problem[];
}

const cwd = folderOf({ "voicecheck.yaml": MANY_RULES, "old.yaml": "voicecheck: 1\nname: old\n" });
const kinds = Object.keys(WRITERS);

const COMMANDS: readonly (readonly string[])[] = [
  ...reporters.map(({ name }) => ["-f", name, "FILE"]),
  ["FILE", "--all", "--explain-score"],
  ["FILE", "--fix"],
  ["FILE", "--fix-dry-run"],
  ["FILE", "--diff"],
  ["waivers", "FILE"],
  ["doctor", "FILE"],
  ["pack", "diff", "old.yaml", "voicecheck.yaml", "FILE"],
  ["pack", "test", "FILE"],
  ["--config", "FILE", "--text", "Rye"],
  ["--text", "TEXT"],
  ["explain", "TEXT"],
  ["--only", "TEXT", "FILE"],
  ["--platform", "TEXT", "FILE"],
  ["--stdin-filename", "TEXT"],
];

/** A run with what is piped in, so that no command waits for a terminal. */
function runOn(argv: readonly string[], stdin = ""): Promise<Ran> {
  return run(argv, { cwd, stdin: [stdin] });
}

async function reportOn(files: Readonly<Record<string, string>>): Promise<JsonReport> {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  const { stdout } = await runOn(["-f", "json", "--all", ...Object.keys(files)]);
  const report: JsonReport = JSON.parse(stdout);
  v.parse(reportSchema, report);
  return report;
}

describe("any content of a file of any kind", () => {
  const file = fc.tuple(fc.constantFrom(...kinds), anyContent);

  it("makes no command crash", async () => {
    const property = fc.asyncProperty(
      file,
      fc.constantFrom(...COMMANDS),
      async ([kind, content], command) => {
        const name = `any.${kind}`;
        writeFileSync(join(cwd, name), content);
        const argv = command.map((each) => (each === "FILE" ? name : each === "TEXT" ? `x${content}` : each));
        const { code, stdout, stderr } = await runOn(argv, content);
        expect([0, 1, 2]).toContain(code);
        expect(stderr).not.toContain("This is a mistake in voicecheck");
        if (code === 2) expect(stdout + stderr).not.toBe("");
      },
    );
    await fc.assert(property, { numRuns: runs(120) });
  });

  it("gives findings in order, inside their post and their file, the same each time", async () => {
    const property = fc.asyncProperty(file, async ([kind, content]) => {
      const name = `any.${kind}`;
      const report = await reportOn({ [name]: content });
      expect(await reportOn({ [name]: content })).toEqual(report);
      const text = content.replace(/^\ufeff/u, "");
      for (const { findings } of report.posts) {
        for (const { rule, span, place, text: words, exact } of findings) {
          // An ignore comment is no part of the post's text.
          expect(span.end - span.start).toBe(rule.startsWith("waiver/") ? 0 : words.length);
          expect(place.endOffset).toBeLessThanOrEqual(text.length);
          expect(place.offset).toBeLessThanOrEqual(place.endOffset);
          if (exact === undefined && !/[\ud800-\udfff]/u.test(text))
            expect(text.slice(place.offset, place.endOffset).replaceAll(/\r\n?/gu, "\n")).toBe(words);
        }
        const starts = findings.map(({ span }) => span.start);
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
      }
    });
    await fc.assert(property, { numRuns: runs(60) });
  });

  it("gives JSON, SARIF, GitLab, JUnit and Checkstyle that their readers take", async () => {
    const property = fc.asyncProperty(file, async ([kind, content]) => {
      const name = `any.${kind}`;
      const { posts, problems } = await reportOn({ [name]: content });
      const flags = posts.flatMap(({ findings }) => findings).length;
      const [sarif, gitlab, junit, checkstyle] = await Promise.all(
        ["sarif", "gitlab", "junit", "checkstyle"].map(
          async (format) => (await runOn(["-f", format, "--all", name])).stdout,
        ),
      );
      expect(JSON.parse(sarif).runs[0].results).toHaveLength(flags);
      expect(JSON.parse(gitlab)).toHaveLength(flags + problems.length);
      expect(elementsOf(junit).filter((each) => each === "testcase").length).toBeGreaterThanOrEqual(
        posts.length,
      );
      expect(elementsOf(checkstyle)[0]).toBe("checkstyle");
    });
    await fc.assert(property, { numRuns: runs(30) });
  });
});

describe("a clean post", () => {
  const others = fc.array(anyText.map(asFile), { minLength: 1, maxLength: 4 });
  const CLEAN = "Loaves at https://example.com at nine.";

  /** What is said of a post, wherever it stands. */
  function said({ findings, score, axes }: JsonPost): unknown {
    return { score, axes, findings: findings.map(({ place: _, ...rest }) => rest) };
  }

  it.each(kinds.filter((kind) => kind !== "md"))("changes nothing of its neighbours: %s", async (kind) => {
    const write = WRITERS[kind];
    const property = fc.asyncProperty(others, fc.nat(), async (texts, at) => {
      const with_ = texts.toSpliced(at % (texts.length + 1), 0, CLEAN);
      const [alone, beside] = [
        await reportOn({ [`posts.${kind}`]: write(texts) }),
        await reportOn({ [`posts.${kind}`]: write(with_) }),
      ];
      expect(beside.posts.map(said)).toEqual(
        with_.length - texts.length === beside.posts.length - alone.posts.length
          ? insertedOf(alone.posts.map(said), beside.posts.map(said))
          : [],
      );
    });
    await fc.assert(property, { numRuns: runs(8) });
  });

  /** The list with the one item that only the longer list has. */
  function insertedOf(shorter: readonly unknown[], longer: readonly unknown[]): readonly unknown[] {
    const at = longer.findIndex((item, index) => JSON.stringify(item) !== JSON.stringify(shorter[index]));
    return [...shorter.slice(0, at), longer[at], ...shorter.slice(at)];
  }
});

describe("--fix", () => {
  const PROTECTED =
    /https?:[^\s"\\]+|[\w.]+@[\w.]+|[@#]\w+|[a-z]+\.(?:ai|com)|\$?\d[\d./]*|`[^`]*`|\{\{[^}]*\}\}|“[^”]*”|Leverage Labs|Elevate/gu;

  it.each(kinds)("is safe, and has nothing left to do: %s", async (kind) => {
    const name = `fix.${kind}`;
    const path = join(cwd, name);
    const texts = fc.array(anyText.map(asFile), { minLength: 1, maxLength: 3 });
    const property = fc.asyncProperty(texts, async (list) => {
      const before = await reportOn({ [name]: WRITERS[kind](list) });
      const file = readFileSync(path, "utf8");
      expect((await runOn([name, "--fix"])).stderr).not.toContain("mistake in voicecheck");
      const fixed = readFileSync(path, "utf8");
      expect(fixed.match(PROTECTED)).toEqual(file.match(PROTECTED));
      const after = await reportOn({ [name]: fixed });
      expect(after.posts.length).toBe(before.posts.length);
      for (const [index, { findings }] of after.posts.entries()) {
        const known = countsOf(before.posts[index]);
        for (const [rule, count] of Object.entries(countsOf({ ...before.posts[index], findings })))
          expect([rule, count]).toEqual([rule, Math.min(count, known[rule] ?? 0)]);
      }
      await runOn([name, "--fix"]);
      expect(readFileSync(path, "utf8")).toBe(fixed);
    });
    await fc.assert(property, { numRuns: runs(12) });
  });

  function countsOf({ findings }: JsonPost): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
    return counts;
  }
});
