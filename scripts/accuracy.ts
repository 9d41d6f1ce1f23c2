/**
 * Scores the built-in pack on labelled posts: `npm run accuracy -- [DATA] [--pack NAME] [--json]`.
 * DATA (default ../shared/data) holds dev-posts.ndjson, pool-posts.ndjson and score.py. Exits 2 where something is missing.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPack, prepare } from "../src/index.ts";
import { entriesOf } from "../src/packs/entries-of.ts";
import type { Finding, Pack, PostResult } from "../src/types.ts";

interface LabelledPost {
  readonly id: string;
  readonly text: string;
  readonly kind?: string;
  readonly speaker?: "brand" | "employee" | "partner";
  readonly labels: Readonly<Record<string, string>>;
  readonly spans: readonly {
    readonly axis: string;
    readonly start: number;
    readonly end: number;
    readonly label: string;
  }[];
}

/** The data's axes for our groups; groups without one are left out. */
const AXES: Readonly<Record<string, string>> = {
  corporate: "corporate",
  commercial: "commercial",
  readability: "hard",
  profanity: "profanity",
  disclosure: "sponsor",
};
const WORST = 15;

interface Flag {
  readonly id: string;
  readonly axis: string;
  /** Code points. */
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly text: string;
}

function rows<T>(path: string): T[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line): T => JSON.parse(line));
}

function nameOf(finding: Finding): string {
  return finding.entry === undefined ? finding.rule : `${finding.rule}/${finding.entry}`;
}

function flagsOf({ post, findings }: PostResult): Flag[] {
  const codePoints = (offset: number): number => [...post.text.slice(0, offset)].length;
  return findings.flatMap((finding) => {
    const axis = AXES[finding.rule.split("/")[0]];
    if (axis === undefined || finding.level === "info" || finding.confidence === "maybe") return [];
    const { start, end } = finding.span;
    const flag = { id: String(post.id), axis, rule: nameOf(finding), text: finding.text };
    return [{ ...flag, start: codePoints(start), end: codePoints(end) }];
  });
}

type Verdict = "right" | "wrong" | "arguable";

function verdictOn(flag: Flag, post: LabelledPost): Verdict {
  const meets = (label: string): boolean =>
    post.spans.some(
      (span) =>
        span.axis === flag.axis && span.label === label && span.start < flag.end && flag.start < span.end,
    );
  if (meets("yes")) return "right";
  return meets("arguable") || post.labels[flag.axis] !== "no" ? "arguable" : "wrong";
}

/** The rules and entries with the most flags on posts that are clean on their axis. */
function worstRules(flags: readonly Flag[], posts: ReadonlyMap<string, LabelledPost>): string[] {
  const tally = new Map<string, Record<Verdict, number>>();
  for (const flag of flags) {
    const post = posts.get(flag.id);
    if (post === undefined) continue;
    const counts = tally.get(flag.rule) ?? { right: 0, wrong: 0, arguable: 0 };
    counts[verdictOn(flag, post)]++;
    tally.set(flag.rule, counts);
  }
  const sorted = [...tally]
    .filter(([, { wrong }]) => wrong > 0)
    .sort(([, one], [, other]) => other.wrong - one.wrong);
  return sorted
    .slice(0, WORST)
    .map(
      ([rule, { right, arguable, wrong }]) => `${wrong} wrong, ${arguable} arguable, ${right} right  ${rule}`,
    );
}

/** Entries of corporate and commercial rules that fired nowhere. */
function silentEntries(
  pack: Pack,
  fired: ReadonlySet<string>,
): { readonly silent: string[]; readonly all: number } {
  const groups = new Set(["corporate", "commercial"]);
  const names = pack.rules
    .filter((rule) => groups.has(rule.group))
    .flatMap((rule) => entriesOf(rule).map(({ slug }) => `${rule.id}/${slug}`));
  return { silent: names.filter((name) => !fired.has(name)), all: names.length };
}

function missing(data: string): string | undefined {
  for (const file of ["dev-posts.ndjson", "pool-posts.ndjson", "score.py"]) {
    if (!existsSync(join(data, file)))
      return `${join(data, file)} is not there; give the data folder: npm run accuracy -- FOLDER`;
  }
  const python = spawnSync("python3", ["--version"]);
  return python.error === undefined ? undefined : "python3 is not there; score.py needs it";
}

function scoreTable(data: string, labels: string, flags: readonly Flag[]): string {
  const folder = mkdtempSync(join(tmpdir(), "accuracy-"));
  try {
    const file = join(folder, "flags.ndjson");
    writeFileSync(file, flags.map((flag) => `${JSON.stringify(flag)}\n`).join(""));
    const { stdout, stderr, status } = spawnSync("python3", [join(data, "score.py"), labels, file], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(data: string): Promise<void> {
  const lack = missing(data);
  if (lack !== undefined) {
    console.error(`accuracy: ${lack}`);
    process.exitCode = 2;
    return;
  }
  const pack = await loadPack("voicecheck:social");
  const lint = prepare(pack, { all: true });
  await lint.load();
  const labels = join(data, "dev-posts.ndjson");
  const posts = rows<LabelledPost>(labels);
  const results = posts.map(({ id, text, speaker }) => lint({ id, text, speaker }));
  const pool = rows<{ id: string; text: string }>(join(data, "pool-posts.ndjson")).map(({ id, text }) =>
    lint({ id, text }),
  );
  const flags = results.flatMap(flagsOf);
  const byId = new Map(posts.map((post) => [post.id, post]));
  const fired = new Set([...results, ...pool].flatMap(({ findings }) => findings.map(nameOf)));
  const { silent, all } = silentEntries(pack, fired);
  const personal = flags.filter(
    (flag) => flag.axis === "corporate" && byId.get(flag.id)?.kind === "personal",
  );
  console.log(scoreTable(data, labels, flags));
  console.log(`corporate flags on personal posts: ${personal.length}`);
  for (const { rule, text } of personal) console.log(`  ${rule}: ${text}`);
  console.log(`\nrules with false flags, worst first:\n  ${worstRules(flags, byId).join("\n  ")}`);
  console.log(
    `\nentries that fire nowhere in dev or pool: ${silent.length} of ${all} (${Math.round((100 * silent.length) / all)} of 100)`,
  );
  if (process.argv.includes("--silent")) console.log(`  ${silent.join("\n  ")}`);
}

await main(process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "../shared/data");
