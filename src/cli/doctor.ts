import { dirname, relative, resolve } from "node:path";
import { VERSION } from "../generated/version.ts";
import { overridesFor } from "../held.ts";
import type { PlacedPack } from "../packs/parse.ts";
import { padded } from "../reporters/cells.ts";
import { counted } from "../reporters/counts.ts";
import { harmless, harmlessJson, harmlessLines } from "../reporters/harmless.ts";
import { createDoc } from "../text/doc.ts";
import type { Facts, Post, Problem, Rule, Style } from "../types.ts";
import { ignoredUnder } from "./ignored.ts";
import type { Io } from "./io.ts";
import { folderOfPack, knownOfFile, packChooser } from "./lints.ts";
import { loadPlacedPack } from "./load-pack.ts";
import type { Options } from "./options.ts";
import { writeForms } from "./output.ts";
import { gitRootOf } from "./parents.ts";
import { inputFor, readPosts } from "./read.ts";
import { findTargets } from "./targets.ts";

/** What decides how a file is checked. */
interface Diagnosis {
  readonly version: string;
  readonly node: string;
  readonly folder: string;
  readonly repository?: string;
  readonly pack: string;
  /** Why it is this one. */
  readonly because: string;
  readonly layers: readonly string[];
  readonly failOn: string;
  readonly file?: FileDiagnosis;
  readonly rules: readonly RuleDiagnosis[];
}

interface FileDiagnosis {
  readonly name: string;
  readonly format: string;
  readonly posts: number;
  /** A walk through its folder leaves it out. */
  readonly ignored: boolean;
  /** What the pack says of posts in it. */
  readonly facts: Facts;
  /** How many of the pack's overrides hold for some of its posts, of how many. */
  readonly overrides: { readonly hold: number; readonly of: number };
  readonly problems: readonly Pick<Problem, "line" | "level" | "message">[];
}

interface RuleDiagnosis {
  readonly rule: string;
  readonly level: string;
  /** Where that is said: a file or a built-in pack, with line and column. */
  readonly from: string;
}

/** `voicecheck doctor [FILE]`: which pack, which rules, and why. 2 where the file could not be read. Throws `PackError`. */
export async function examine(file: string | undefined, options: Options, io: Io): Promise<0 | 2> {
  const spec = packChooser(options, io)(file === undefined ? io.cwd : dirname(resolve(io.cwd, file)));
  const placed = await loadPlacedPack(spec, io);
  const { pack, layerNames } = placed;
  const repository = gitRootOf(io.cwd);
  const found: Diagnosis = {
    ...{ version: VERSION, node: process.version, folder: io.cwd },
    ...(repository !== undefined && { repository }),
    ...{ pack: shownPack(spec, io), because: reasonFor(spec, file, options), layers: layerNames },
    failOn: options.failOn ?? pack.failOn,
    ...(file !== undefined && { file: await fileOf(file, { spec, placed }, options, io) }),
    rules: pack.rules.map((rule) => ruleOf(rule, placed)),
  };
  const forms = {
    pretty: (style: Style) => linesOf(found, style),
    json: () => `${harmlessJson(found, 1)}\n`,
  };
  await writeForms("doctor", forms, options, io);
  return found.file?.problems.some(({ level }) => level === "error") === true ? 2 : 0;
}

function shownPack(spec: string, { cwd }: Pick<Io, "cwd">): string {
  if (spec.startsWith("voicecheck:")) return spec;
  const short = relative(cwd, resolve(cwd, spec)).replaceAll("\\", "/");
  return short.startsWith("..") ? spec : short;
}

function reasonFor(spec: string, file: string | undefined, { config }: Options): string {
  if (config === false) return "by --no-config";
  if (config !== undefined) return "by --config";
  const what = file === undefined ? "the working folder" : file;
  if (spec.startsWith("voicecheck:")) return `there is no voicecheck.yaml for ${what}`;
  return `the nearest voicecheck.yaml from ${what} upwards`;
}

async function fileOf(
  file: string,
  { spec, placed: { pack } }: { readonly spec: string; readonly placed: PlacedPack },
  options: Options,
  io: Io,
): Promise<FileDiagnosis> {
  const { list, problems: missing } = await findTargets([file], options, io);
  const problems: Problem[] = [...missing];
  const posts: Post[] = [];
  const lint = { pack, folder: folderOfPack(spec, io) };
  for (const target of list) {
    const known = knownOfFile(lint, target, options);
    const onProblem = (problem: Problem): void => void problems.push(problem);
    const read = await readPosts(target, { onProblem, known, facts: options.facts, io });
    for (const post of read) posts.push(post);
  }
  const [first] = list;
  const path = resolve(io.cwd, file);
  return {
    name: file,
    format: list.length === 1 ? inputFor(first.name).name : `a folder with ${counted(list.length, "file")}`,
    posts: posts.length,
    ignored: ignoredUnder(dirname(path))(relative(dirname(path), path)),
    facts: first === undefined ? {} : (knownOfFile(lint, first, options).facts ?? {}),
    overrides: {
      hold: heldBy(posts, pack),
      of: pack.overrides.filter(({ when }) => when !== undefined).length,
    },
    problems: problems.map(({ line, level, message }) => ({ line, level, message })),
  };
}

/** How many overrides hold for some of the posts. */
function heldBy(posts: readonly Post[], pack: PlacedPack["pack"]): number {
  const held = overridesFor(pack);
  const all = new Set<number>();
  for (const post of posts) {
    const doc = createDoc(post);
    const platforms = post.platforms.length === 0 ? [undefined] : post.platforms;
    for (const platform of platforms) for (const step of held({ post, platform, doc })) all.add(step);
  }
  return all.size;
}

function ruleOf(rule: Rule, { levels, places }: PlacedPack): RuleDiagnosis {
  const place = levels(rule.id) ?? places({ rule: rule.id });
  const from = place === undefined ? "" : `${place.file}:${place.line}:${place.column}`;
  return { rule: rule.id, level: rule.off === true ? "off" : rule.level, from };
}

function linesOf(found: Diagnosis, style: Style): string {
  const { version, node, folder, repository, pack, because, layers, failOn, file, rules } = found;
  const facts: [string, string][] = [
    ["voicecheck", `${version}, Node ${node.slice(1)}`],
    [
      "folder",
      repository === undefined ? `${folder} (in no repository)` : `${folder} (repository ${repository})`,
    ],
    ["pack", `${pack}: ${because}`],
    ["made of", layers.join(" < ")],
    ["fails on", failOn],
    ...(file === undefined ? [] : fileLines(file)),
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  const ruleWidth = Math.max(0, ...rules.map(({ rule }) => rule.length));
  const off = rules.filter(({ level }) => level === "off").length;
  return harmlessLines([
    ...facts.map(([name, value]) => `${style.paint("bold", name.padEnd(width))}  ${harmless(value)}`),
    "",
    `${counted(rules.length - off, "rule")} on, ${off} off; where each level is said:`,
    ...rules.map(({ rule, level, from }) => {
      const shown =
        level === "error" || level === "warning" || level === "info"
          ? style.paint(level, level.padEnd(7))
          : style.paint("dim", level.padEnd(7));
      return `${shown}  ${padded(harmless(rule), ruleWidth)}  ${style.paint("dim", harmless(from))}`;
    }),
  ]);
}

function fileLines({
  name,
  format,
  posts,
  ignored,
  facts,
  overrides,
  problems,
}: FileDiagnosis): [string, string][] {
  const said = Object.entries(facts).map(([fact, value]) => `${fact} ${String(value)}`);
  return [
    ["file", `${name}: ${format}, ${counted(posts, "post")}`],
    ...(ignored
      ? [
          ["ignored", "yes: a walk through its folder leaves it out; named, it is checked"] as [
            string,
            string,
          ],
        ]
      : []),
    ...(said.length === 0
      ? []
      : [["facts", `${said.join(", ")} (by “files” of the pack)`] as [string, string]]),
    ["overrides", `${overrides.hold} of ${overrides.of} hold for some post of it`],
    ...problems.map(({ line, level, message }): [string, string] => [
      level,
      line === undefined ? message : `line ${line}: ${message}`,
    ]),
  ];
}
