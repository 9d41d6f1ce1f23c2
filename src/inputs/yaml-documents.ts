import type { Document } from "yaml";
import type { LineIndex } from "../text/lines.ts";
import type { Problem, Source, Span } from "../types.ts";
import { linkAliases } from "./yaml-aliases.ts";
import { itemsByIndent, withoutItems } from "./yaml-items.ts";
import type { Yaml } from "./yaml-nodes.ts";

/** The documents of a file. */
export interface YamlDocuments {
  readonly documents: readonly Document.Parsed[];
  /** What they were read from: the text, with blanks for items of lists that are no YAML. */
  readonly text: string;
  /** These items, in order. */
  readonly lost: readonly Span[];
}

interface File {
  readonly yaml: Yaml;
  readonly source: Pick<Source, "text" | "report">;
  readonly lines: () => LineIndex;
}

type Fault = Pick<Document.Parsed["errors"][number], "code" | "message" | "pos">;

/** Reads all documents of a file. All mistakes are said; an item of a list that is no YAML spoils no other. */
export function documentsOf({ yaml, source, lines }: File): YamlDocuments {
  const { text, report } = source;
  const whole = parsed(yaml, text);
  const broken = whole.some(({ errors }) => errors.some(isBreak)) ? brokenItems(yaml, text) : [];
  const lost = broken.map(({ item }) => item);
  const sound = withoutItems(text, lost);
  const documents = lost.length === 0 ? whole : parsed(yaml, sound);
  for (const document of documents) linkAliases(yaml, document);
  const faults = [...broken.map(({ fault }) => fault), ...documents.flatMap(({ errors }) => errors)];
  for (const fault of faults.sort((one, other) => one.pos[0] - other.pos[0]))
    report({ ...lines().positionOf(fault.pos[0]), ...toldOf(fault, text) });
  return { documents, text: sound, lost };
}

function parsed(yaml: Yaml, text: string): readonly Document.Parsed[] {
  const options = { schema: "failsafe", merge: true, prettyErrors: false, logLevel: "silent" } as const;
  return yaml.parseAllDocuments(text, options);
}

interface BrokenItem {
  readonly item: Span;
  readonly fault: Fault;
}

/** The items that are no YAML by themselves, each with its first mistake, from which the others follow. */
function brokenItems(yaml: Yaml, text: string): readonly BrokenItem[] {
  return itemsByIndent(text).flatMap((item): readonly BrokenItem[] => {
    const fault = parsed(yaml, text.slice(item.start, item.end))
      .flatMap(({ errors }) => errors)
      .find(isBreak);
    if (fault === undefined) return [];
    const [from, to] = fault.pos;
    const pos: Fault["pos"] = [from + item.start, to + item.start];
    return [{ item, fault: { code: fault.code, message: fault.message, pos } }];
  });
}

/** Whether words may be lost by a mistake. */
function isBreak({ code }: Fault): boolean {
  return code !== "DUPLICATE_KEY";
}

type Told = Pick<Problem, "code" | "message" | "level">;

function toldOf({ code, message, pos }: Fault, text: string): Told {
  if (code === "DUPLICATE_KEY") return TWICE;
  return /(?:^|[\r\n])[ ]*\t[ \t]*$/u.test(text.slice(Math.max(0, pos[0] - LONGEST_INDENT), pos[0]))
    ? TAB
    : brokenYaml(message);
}

const LONGEST_INDENT = 200;

/** What is said of a mistake in a file of YAML. */
export function brokenYaml(reason: string): Told {
  // The library calls itself once for each level, and says so where that ends.
  if (reason.includes("call stack")) return TOO_DEEP;
  const what = reason.split("\n")[0].replace(/ at line \d+, column \d+:?$/u, "");
  const message = `this is no YAML (${what}), so this post was not checked; put quotes around texts that hold “: ” or begin with @ * & ! % [ {`;
  return { code: "bad-yaml", message, level: "error" };
}

const TAB: Told = {
  code: "bad-yaml",
  message:
    "a tab stands before this, and YAML knows blanks only, so this post was not checked; put blanks there",
  level: "error",
};

const TWICE: Told = {
  code: "bad-yaml",
  message: "this key stands here a second time, so only what follows it was used; leave one of them",
  level: "error",
};

const TOO_DEEP: Told = {
  code: "bad-yaml",
  message:
    "this is nested too deeply to be read, so it was not checked; write it with fewer brackets, or fewer lists in lists",
  level: "error",
};
