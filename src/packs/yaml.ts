import { type Document, parseDocument, type YAMLError } from "yaml";
import type { Mistake } from "../errors.ts";
import { mistakeAt, type PackFile } from "./mistakes.ts";
import type { Tree } from "./tree.ts";
import { swallowedTexts } from "./yaml-comments.ts";
import { type Say, treeOf } from "./yaml-tree.ts";
import { wordsOfYaml } from "./yaml-words.ts";

/** Reads YAML (or JSON, which is YAML) with every scalar kept as text as written; PACK-FORMAT section 7. All mistakes are reported. */
export function readYaml(file: PackFile, report: (mistake: Mistake) => void): Tree | undefined {
  const say = oncePerPlace(file, report);
  const swallowed = swallowedTexts(file.text);
  for (const stretch of swallowed) {
    const words = file.text.slice(stretch.start, stretch.end).trimEnd();
    const message = `YAML drops “${words}” without a word: quote it; a comment starts with # and a blank`;
    say(stretch, "comment", message);
  }
  const document = parsed(file.text);
  const problems = [...document.errors, ...document.warnings];
  // What the parser says behind a text that it dropped is most often about the hole.
  const heard = swallowed.length === 0 ? problems : problems.filter(({ pos }) => pos[0] < swallowed[0].start);
  reportProblems(heard, file, say);
  if (problems.length > 0 || document.contents === null) return undefined;
  return treeOf(document, document.contents, { file, say });
}

function parsed(text: string): Document.Parsed {
  return parseDocument(text, {
    schema: "failsafe",
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
    keepSourceTokens: true,
  });
}

/** Of several complaints about one line the first says it; the others follow from it. */
function reportProblems(problems: readonly YAMLError[], file: PackFile, say: Say): void {
  const lines = new Set<number>();
  for (const problem of [...problems].sort((one, other) => one.pos[0] - other.pos[0])) {
    const [start, end] = problem.pos;
    const { line } = file.lines.positionOf(start);
    if (lines.has(line)) continue;
    lines.add(line);
    say({ start, end }, "yaml", wordsOfYaml(file.text, problem));
  }
}

function oncePerPlace(file: PackFile, report: (mistake: Mistake) => void): Say {
  const said = new Set<string>();
  return (stretch, code, message) => {
    const key = `${stretch.start} ${message}`;
    if (said.has(key)) return;
    said.add(key);
    report(mistakeAt(file, stretch, code, message));
  };
}
