/** One step of a glob's machine: takes a character, or goes on without one. */
interface Step {
  /** What the character must be; without it the step takes none. */
  readonly takes?: (character: string) => boolean;
  /** Where it goes on; the number of steps is the end. */
  readonly next: readonly number[];
}

/** A glob as it is asked for. */
interface Compiled {
  /** What stands behind its last sign: `.md`. Most paths end otherwise, which is told at once. */
  readonly tail: string;
  /** Made for the first path that ends so. */
  steps: readonly Step[] | undefined;
  /** The path asked for last, and the answer: many posts stand in one file. */
  path: string | undefined;
  holds: boolean;
}

const compiled = new Map<string, Compiled>();
const MOST_COMPILED = 200;

/**
 * Whether a path with forward slashes matches a glob: `*` within a folder, `**` across folders, `?` one character, `{a,b}`. A glob
 * without a slash holds in every folder. Takes time in proportion to glob × path, whatever the glob.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const known = compiled.get(glob) ?? compile(glob);
  if (!path.endsWith(known.tail)) return false;
  if (known.path !== path) {
    known.steps ??= stepsOf(glob.includes("/") ? glob.replace(/^\.\//u, "") : `**/${glob}`);
    known.holds = matchesPath(known.steps, path);
    known.path = path;
  }
  return known.holds;
}

function compile(glob: string): Compiled {
  const made = { tail: plainTail(glob), steps: undefined, path: undefined, holds: false };
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(glob, made);
  return made;
}

function plainTail(glob: string): string {
  let start = glob.length;
  while (start > 0 && !"*?{}/".includes(glob[start - 1])) start--;
  return glob.slice(start);
}

function matchesPath(steps: readonly Step[], path: string): boolean {
  let states = reached(steps, [0]);
  for (const character of path.replace(/^\.\//u, "")) {
    const next: number[] = [];
    for (const state of states) {
      if (steps[state]?.takes?.(character) === true) next.push(...steps[state].next);
    }
    states = reached(steps, next);
  }
  return states.has(steps.length);
}

/** All states that can be reached without a character. */
function reached(steps: readonly Step[], from: readonly number[]): ReadonlySet<number> {
  const states = new Set(from);
  for (const state of states) {
    if (state === steps.length || steps[state].takes !== undefined) continue;
    for (const next of steps[state].next) states.add(next);
  }
  return states;
}

const SIGN = /(\*\*\/|\*\*|\*|\?|\{[^{}]*\})/u;

function stepsOf(glob: string): readonly Step[] {
  const steps: Step[] = [];
  for (const part of glob.split(SIGN)) {
    const at = steps.length;
    if (part === "**/") {
      steps.push({ next: [at + 1, at + 4] });
      steps.push({ takes: isNoSlash, next: [at + 2] });
      steps.push({ next: [at + 1, at + 3] });
      steps.push({ takes: (character) => character === "/", next: [at] });
    } else if (part === "**") steps.push({ next: [at + 1, at + 2] }, { takes: () => true, next: [at] });
    else if (part === "*") steps.push({ next: [at + 1, at + 2] }, { takes: isNoSlash, next: [at] });
    else if (part === "?") steps.push({ takes: isNoSlash, next: [at + 1] });
    else if (/^\{.*\}$/su.test(part)) pushChoice(steps, part.slice(1, -1).split(","));
    else pushText(steps, part);
  }
  return steps;
}

function isNoSlash(character: string): boolean {
  return character !== "/";
}

function pushText(steps: Step[], text: string): void {
  for (const wanted of text)
    steps.push({ takes: (character) => character === wanted, next: [steps.length + 1] });
}

/** `{a,b}`: a fork, then each text with a step over the others to the end. */
function pushChoice(steps: Step[], texts: readonly string[]): void {
  const lengths = texts.map((text) => [...text].length + 1);
  const end = lengths.reduce((sum, length) => sum + length, steps.length + 1);
  let start = steps.length + 1;
  const starts = lengths.map((length) => {
    start += length;
    return start - length;
  });
  steps.push({ next: starts });
  for (const text of texts) {
    pushText(steps, text);
    steps.push({ next: [end] });
  }
}
