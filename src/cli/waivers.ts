import { UsageError } from "../errors.ts";
import { padded } from "../reporters/cells.ts";
import { counted } from "../reporters/counts.ts";
import { harmless, harmlessJson, harmlessLines } from "../reporters/harmless.ts";
import type { Post, Problem, Style, Waiver } from "../types.ts";
import type { Io } from "./io.ts";
import { knownOfFile, prepareLints } from "./lints.ts";
import type { Options } from "./options.ts";
import { problemLines, writeForms } from "./output.ts";
import { readPosts } from "./read.ts";
import { findTargets, isNothing } from "./targets.ts";

/** An ignore comment, and the post that it holds for; one that holds for a file is listed once. */
interface Listed {
  readonly waiver: Waiver;
  readonly post: Post;
}

/** `voicecheck waivers PATHS`: all ignore comments, those that end first before the others. 2 where something could not be read. */
export async function listWaivers(paths: readonly string[], options: Options, io: Io): Promise<0 | 2> {
  const targets = await findTargets(paths, options, io);
  if (isNothing(targets))
    throw new UsageError("no-posts", "name files or folders: voicecheck waivers posts/");
  const lintFor = await prepareLints(targets.list, options, io);
  const problems: Problem[] = [...targets.problems];
  const onProblem = (problem: Problem): void => void problems.push(problem);
  const listed: Listed[] = [];
  for (const target of targets.list) {
    const known = knownOfFile(lintFor(target), target, options);
    const posts = await readPosts(target, { onProblem, known, facts: options.facts, io });
    for (const post of posts) {
      for (const waiver of post.waivers) if (waiver.shared !== "again") listed.push({ waiver, post });
    }
  }
  const errors = problems.filter(({ level }) => level === "error");
  await io.stderr.write(problemLines(errors));
  const sorted = listed.sort(byEnd);
  const today = io.today();
  const forms = {
    pretty: (style: Style) => linesOf(sorted, today, style),
    json: () =>
      `${harmlessJson(
        sorted.map((each) => dataOf(each, today)),
        1,
      )}\n`,
  };
  await writeForms("waivers", forms, options, io);
  return errors.length > 0 ? 2 : 0;
}

/** Those without an end come last; of the same day they stay as they stand in the files. */
function byEnd({ waiver: one }: Listed, { waiver: other }: Listed): number {
  const [first, second] = [one.until ?? "9999", other.until ?? "9999"];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function dataOf({ waiver, post }: Listed, today: string): object {
  const { names, until, reason, place } = waiver;
  return {
    source: post.source,
    line: place.line,
    column: place.column,
    names,
    until,
    expired: isOver(waiver, post, today),
    reason,
  };
}

function isOver({ until }: Waiver, { date }: Post, today: string): boolean {
  return until !== undefined && (date ?? today).slice(0, until.length) > until;
}

function linesOf(listed: readonly Listed[], today: string, style: Style): string {
  const places = listed.map(({ waiver: { place }, post }) =>
    harmless(`${post.source}:${place.line}:${place.column}`),
  );
  const width = Math.max(0, ...places.map((place) => place.length));
  const lines = listed.map(({ waiver, post }, index) => {
    const isEnded = isOver(waiver, post, today);
    const end = (waiver.until ?? "no end").padEnd(10);
    const said = harmless(
      `${waiver.names.join(", ")}${waiver.reason === undefined ? "" : ` – ${waiver.reason}`}`,
    );
    return `${isEnded ? style.paint("error", end) : end}  ${padded(places[index], width)}  ${said}${isEnded ? style.paint("error", "  (ended)") : ""}`;
  });
  const ended = listed.filter(({ waiver, post }) => isOver(waiver, post, today)).length;
  const tail = ended === 0 ? "" : `, ${ended} ended`;
  return harmlessLines([...lines, `${counted(listed.length, "ignore comment")}${tail}`]);
}
