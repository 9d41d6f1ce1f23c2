import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import { type Ambiguity, ambiguityOf } from "./regex/ambiguity.ts";
import { regexFlags } from "./regex/flags.ts";
import { type Positions, positionsOf, type Reading } from "./regex/positions.ts";

const SAID: Readonly<Record<Ambiguity, string>> = {
  nested:
    "a repetition inside another can match the same text in several ways; make the inner one plain, or put a mark that only it can match between the rounds",
  beside:
    "two repetitions beside each other can match the same text; put something between them that neither can match",
  intricate: "the expression is too intricate to be sure that it stays fast; split it into several",
};
const MOST_POSITIONS = 400;
/** Repetitions up to this often are cheap enough to be tried in all ways. */
const BOUNDED = 4;
/** Beyond this many ways of bounded choices, the choices are looked at as if they were endless. */
const MOST_WAYS = 256;

/**
 * Why an expression of a `regex` rule can't be used, or nothing when it is safe: it then takes time linear in each match's length.
 * Refused are syntax errors and syntax that is too new for this Node, back-references, ambiguous repetitions and expressions that match the empty text.
 */
export function regexMistake(source: string): string | undefined {
  const pattern = parse(source);
  if (typeof pattern === "string") return pattern;
  const shape = shapeOf(pattern);
  if (shape.hasBackreference)
    return "back-references can't be matched in linear time; write the alternatives out";
  if (shape.repeatedLookaround)
    return "a look-around inside a repetition, or one behind with a repetition in it, can take long; move it out";
  const flags = regexFlags(source, false);
  if (flags === undefined)
    return "its syntax is newer than the Node that runs here; write it in older syntax, such as [Nn]ow for (?i:n)ow";
  for (const alternatives of [pattern.alternatives, ...shape.lookarounds]) {
    const mistake = slowness(alternatives, shape.ways, flags);
    if (mistake !== undefined) return mistake;
  }
  const { nullable } = positionsOf(pattern.alternatives, { bounded: BOUNDED, starAll: false });
  return nullable
    ? "it matches the empty text, so it would flag everything; make at least one part required"
    : undefined;
}

function parse(source: string): AST.Pattern | string {
  const flags = regexFlags(source, false);
  const parser = new RegExpParser({ ecmaVersion: 2025 });
  try {
    return parser.parsePattern(source, 0, source.length, { unicode: flags?.includes("u") ?? true });
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: \/.*\/\w*: /su, "") : "";
    return `it is no regular expression: ${reason}; a mark that stands for itself needs a backslash`;
  }
}

function slowness(alternatives: readonly AST.Alternative[], ways: number, flags: string): string | undefined {
  const readings: Reading[] = [{ bounded: BOUNDED, starAll: false }];
  if (ways > MOST_WAYS) readings.push({ bounded: 1, starAll: true });
  for (const reading of readings) {
    const positions: Positions = positionsOf(alternatives, reading);
    if (positions.elements.length > MOST_POSITIONS) return SAID.intricate;
    const ambiguity = ambiguityOf(positions, flags);
    if (ambiguity !== undefined) return SAID[ambiguity];
  }
  return undefined;
}

interface Shape {
  readonly hasBackreference: boolean;
  readonly repeatedLookaround: boolean;
  readonly lookarounds: readonly (readonly AST.Alternative[])[];
  /** In how many ways the bounded choices can be taken together. */
  readonly ways: number;
}

function shapeOf(pattern: AST.Pattern): Shape {
  let hasBackreference = false;
  let repeatedLookaround = false;
  let ways = 1;
  const lookarounds: (readonly AST.Alternative[])[] = [];
  visitRegExpAST(pattern, {
    onBackreferenceEnter: () => {
      hasBackreference = true;
    },
    onAssertionEnter: (node) => {
      if (node.kind !== "lookahead" && node.kind !== "lookbehind") return;
      lookarounds.push(node.alternatives);
      const repeats = /[*+]|,\}/u.test(node.raw);
      if (repeats && (node.kind === "lookbehind" || isRepeated(node))) repeatedLookaround = true;
    },
    onQuantifierEnter: ({ min, max }) => {
      if (max <= BOUNDED) ways *= max - min + 1;
    },
    onGroupEnter: ({ alternatives }) => {
      ways *= alternatives.length;
    },
    onCapturingGroupEnter: ({ alternatives }) => {
      ways *= alternatives.length;
    },
  });
  return { hasBackreference, repeatedLookaround, lookarounds, ways };
}

function isRepeated(node: AST.Node): boolean {
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (parent.type === "Quantifier" && parent.max > 1) return true;
  }
  return false;
}
