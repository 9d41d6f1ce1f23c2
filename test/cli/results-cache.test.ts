import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkTargets } from "../../src/cli/check.ts";
import { parseCommandLine } from "../../src/cli/command-line.ts";
import { type LintFor, prepareLints } from "../../src/cli/lints.ts";
import { openResults } from "../../src/cli/results-cache.ts";
import { findTargets } from "../../src/cli/targets.ts";
import { createReport } from "../../src/report.ts";
import { json } from "../../src/reporters/json.ts";
import { plain } from "../reporters/sample.ts";
import { fakeIo } from "./fake-io.ts";
import { folderOf } from "./folder.ts";
import { run } from "./run.ts";

const PACK = `voicecheck: 1
name: bakery
gates: {corporate: 90}
rules:
  corporate/jargon:
    terms: {leverage (v): use, synergy (n): teamwork}
  calendar/copied:
    calendar: {count: repeats, part: text, max: 0, per: run}
    message: "Said before."
  calendar/often:
    calendar: {count: [oven], max: 1, per: week}
    message: "<count> ovens in a week."
overrides:
  - {when: {platform: linkedin}, rules: {corporate/jargon: error}}
`;
const ROWS = [
  "Date,Platform,Copy",
  '2026-06-01,x,"We leverage the oven, and it bakes rye for you"',
  '2026-06-02,linkedin,"Two lines of it:\n\nthe synergy of ""rye"" and #oven heat"',
  '2026-06-03,"x, linkedin","We leverage the oven, and it bakes rye for you"',
  "2026-06-04,,Rolls at seven",
];
const HERE = { "node_modules/": "", "voicecheck.yaml": PACK, "june.csv": `${ROWS.join("\n")}\n` };

interface Run {
  /** The JSON report. */
  readonly report: string;
  /** How many posts were looked at. */
  readonly looked: number;
}

interface World {
  readonly tool?: string;
  readonly today?: string;
  readonly env?: Record<string, string>;
}

async function check(cwd: string, argv: readonly string[], world: World | "without" = {}): Promise<Run> {
  const { tool = "1", today, env }: World = world === "without" ? {} : world;
  const { io } = fakeIo({ cwd, today, env });
  const request = parseCommandLine(argv);
  if (request.command !== "check") throw new Error("no check");
  const { paths, options } = request;
  const targets = await findTargets(paths, options, io);
  const { lintFor, looked } = counting(await prepareLints(targets.list, options, io));
  const cache = world === "without" ? undefined : openResults(lintFor, options, io, tool);
  const { results, problems } = await checkTargets(targets, cache?.lintFor ?? lintFor, options, io);
  cache?.end();
  return { report: json.render(createReport(results, problems), plain), looked: looked() };
}

function counting(lintFor: LintFor): { readonly lintFor: LintFor; readonly looked: () => number } {
  let looked = 0;
  const known = new Map<ReturnType<LintFor>, ReturnType<LintFor>>();
  const counted = (packLint: ReturnType<LintFor>): ReturnType<LintFor> => {
    const { lint } = packLint;
    const inspect: typeof lint.inspect = (post) => {
      looked++;
      return lint.inspect(post);
    };
    const own = Object.assign((post: Parameters<typeof lint>[0]) => lint(post), { ...lint, inspect });
    return { ...packLint, lint: own };
  };
  return {
    lintFor: (target) => {
      const packLint = lintFor(target);
      const own = known.get(packLint) ?? counted(packLint);
      known.set(packLint, own);
      return own;
    },
    looked: () => looked,
  };
}

function cacheFile(cwd: string): string {
  const folder = join(cwd, "node_modules/.cache/voicecheck");
  const [name] = readdirSync(folder).filter((each) => each.startsWith("results-"));
  return join(folder, name);
}

describe("--cache", () => {
  it("reports the same to the byte, and looks at no post twice", async () => {
    const cwd = folderOf(HERE);
    const without = await check(cwd, ["june.csv"], "without");
    expect(JSON.parse(without.report).summary).toMatchObject({ posts: 4, flagged: 3 });
    expect(without.report).toContain("calendar/copied");
    expect(without.report).toContain("calendar/often");
    expect(without.report).toContain("gate/corporate");
    expect(await check(cwd, ["june.csv"])).toEqual({ report: without.report, looked: 4 });
    expect(await check(cwd, ["june.csv"])).toEqual({ report: without.report, looked: 0 });
  });

  it("looks at the post that changed alone, and knows where the others stand now", async () => {
    const cwd = folderOf(HERE);
    await check(cwd, ["june.csv"]);
    const [head, first, ...rest] = ROWS;
    const changed = [head, '2026-06-05,x,"New rye"', ...rest.toReversed(), first].join("\r\n");
    writeFileSync(join(cwd, "june.csv"), `${changed}\r\n`);
    const without = await check(cwd, ["june.csv"], "without");
    expect(await check(cwd, ["june.csv"])).toEqual({ report: without.report, looked: 1 });
  });

  it("holds for all files of a pack, and keeps those that a run leaves out", async () => {
    const cwd = folderOf({ ...HERE, "a.txt": "We leverage it", "b.txt": "Synergy" });
    expect((await check(cwd, ["a.txt", "b.txt"])).looked).toBe(2);
    expect((await check(cwd, ["june.csv"])).looked).toBe(4);
    expect((await check(cwd, ["a.txt"])).looked).toBe(0);
  });

  it("reports the same of all example posts under the built-in pack", async () => {
    const posts = join(import.meta.dirname, "../../fixtures/posts");
    const files = readdirSync(posts).map((name) => [name, readFileSync(join(posts, name))] as const);
    const cwd = folderOf({ "node_modules/": "", ...Object.fromEntries(files) });
    const argv = ["--no-config", "--all", "."];
    const without = await check(cwd, argv, "without");
    const first = await check(cwd, argv);
    const second = await check(cwd, argv);
    expect([first.report, second.report]).toEqual([without.report, without.report]);
    expect(second.looked).toBeLessThan(first.looked / 2);
  });

  it.each([
    ["the pack", (cwd: string) => writeFileSync(join(cwd, "voicecheck.yaml"), `${PACK}fail_on: info\n`), {}],
    ["the tool", () => undefined, { tool: "2" }],
    ["the platform", () => undefined, { argv: ["--platform", "threads"] }],
    ["the rules asked for", () => undefined, { argv: ["--skip", "corporate/jargon/synergy"] }],
    ["the findings asked for", () => undefined, { argv: ["--all"] }],
  ])("looks at all posts again where %s changed", async (_, change, { argv = [], ...world }: Change) => {
    const cwd = folderOf(HERE);
    await check(cwd, ["june.csv"]);
    change(cwd);
    const without = await check(cwd, ["june.csv", ...argv], "without");
    const changed = await check(cwd, ["june.csv", ...argv], world);
    expect(changed).toEqual({ report: without.report, looked: 4 });
  });

  it("heeds the day on which an allowance ends", async () => {
    const pack = `${PACK}allow: {synergy: {why: a product, until: 2026-07-01}}\n`;
    const cwd = folderOf({ ...HERE, "voicecheck.yaml": pack, "a.txt": "Synergy" });
    const [june, july] = ["2026-06-30", "2026-07-02"];
    expect(await check(cwd, ["a.txt"], { today: june })).toMatchObject({ looked: 1 });
    expect(await check(cwd, ["a.txt"], { today: june })).toMatchObject({ looked: 0 });
    const later = await check(cwd, ["a.txt"], { today: july });
    expect(later.looked).toBe(1);
    expect(later.report).toContain("2026-07-01");
  });

  it("looks at posts with ignore comments each time: they end, and are judged together", async () => {
    const waived = "<!-- voicecheck-ignore corporate/jargon until=2026-06-30 -->\nSynergy\n---\nRye\n";
    const cwd = folderOf({ ...HERE, "a.txt": waived });
    for (const today of ["2026-06-30", "2026-06-30", "2026-07-01"]) {
      const { report, looked } = await check(cwd, ["a.txt"], { today });
      expect([looked > 0, report.includes("waiver/expired")]).toEqual([true, today > "2026-06-30"]);
    }
  });

  it.each([
    ["damaged", (text: string) => text.replace("jargon", "jargoN")],
    ["cut off", (text: string) => text.slice(0, -100)],
    ["foreign", () => "SQLite format 3\u0000"],
    ["empty", () => ""],
  ])("takes nothing from a %s cache, and mends it", async (_, damage) => {
    const cwd = folderOf(HERE);
    const { report } = await check(cwd, ["june.csv"]);
    const file = cacheFile(cwd);
    writeFileSync(file, damage(readFileSync(file, "utf8")));
    expect(await check(cwd, ["june.csv"])).toEqual({ report, looked: 4 });
    expect(await check(cwd, ["june.csv"])).toEqual({ report, looked: 0 });
  });

  it("does without a place to write to", async () => {
    const cwd = folderOf({ ...HERE, "node_modules/.cache": "a file" });
    const without = await check(cwd, ["june.csv"], "without");
    for (let times = 0; times < 2; times++)
      expect(await check(cwd, ["june.csv"])).toEqual({ report: without.report, looked: 4 });
  });

  it("lets two runs go on at once", async () => {
    const cwd = folderOf(HERE);
    const { report } = await check(cwd, ["june.csv"], "without");
    const both = await Promise.all([check(cwd, ["june.csv"]), check(cwd, ["june.csv"])]);
    expect(both.map((each) => each.report)).toEqual([report, report]);
    expect(readdirSync(join(cwd, "node_modules/.cache/voicecheck"))).toHaveLength(1);
    expect((await check(cwd, ["june.csv"])).looked).toBe(0);
  });

  it("writes nothing where nothing is new", async () => {
    const cwd = folderOf(HERE);
    await check(cwd, ["june.csv"]);
    chmodSync(cacheFile(cwd), 0o400);
    const before = readFileSync(cacheFile(cwd), "utf8");
    await check(cwd, ["june.csv"]);
    expect(readFileSync(cacheFile(cwd), "utf8")).toBe(before);
  });

  it("never writes into the repository itself", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "june.csv": HERE["june.csv"], ".git/": "" });
    const home = folderOf({});
    await check(cwd, ["june.csv"], { env: { XDG_CACHE_HOME: home } });
    expect(readdirSync(cwd).sort()).toEqual([".git", "june.csv", "voicecheck.yaml"]);
    expect(readdirSync(join(home, "voicecheck"))).toHaveLength(1);
  });

  it("is refused for a stream, which keeps nothing", async () => {
    const cwd = folderOf(HERE);
    const { stderr, code } = await run(["june.csv", "--cache", "-f", "ndjson"], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining("keeps no results")]);
    expect(await run(["june.csv", "--cache", "-f", "concise"], { cwd })).toEqual(
      await run(["june.csv", "-f", "concise"], { cwd }),
    );
  });
});

interface Change extends World {
  readonly argv?: readonly string[];
}
