import type { Habits } from "../habits.ts";

/** What a company says of itself when it begins. */
export interface Answers {
  readonly name: string;
  readonly platforms: readonly string[];
  readonly level: ReadingLevel;
  readonly markets: readonly string[];
  /** Names and handles of those who pay for posts or give something for them. */
  readonly sponsors: readonly string[];
  readonly habits?: Habits;
}

/** For whom posts are written. */
export type ReadingLevel = "everybody" | "general" | "specialists";

/** School grades by reading level; `general` is what the built-in pack asks for. */
const GRADES: Readonly<
  Record<ReadingLevel, { readonly post: number; readonly sentence: number } | undefined>
> = {
  everybody: { post: 10, sentence: 14 },
  general: undefined,
  specialists: { post: 17, sentence: 21 },
};

/** A pack to begin with, with a comment beside everything that may be changed. */
export function packText(answers: Answers): string {
  const { name, markets } = answers;
  return [
    "# yaml-language-server: $schema=./node_modules/voicecheck/schema/pack.v1.json",
    "# How we sound. “voicecheck rules” lists what is checked, “voicecheck explain RULE” says why.",
    "voicecheck: 1",
    `name: ${quoted(name)}`,
    "extends: [voicecheck:social] # more to choose from: voicecheck:human, voicecheck:claims",
    "",
    "brand:",
    `  names: ${listed([name])}`,
    "  products: [] # written exactly so they are never flagged",
    `  markets: ${listed(markets)} # where readers live: it decides which labels paid posts need`,
    "",
    "# For people to read; nothing here is checked.",
    "voice:",
    "  do: [Speak as yourself., Say what happened and to whom.]",
    "  dont: [Write what any company could have written.]",
    "",
    "# Phrases that no rule flags, with the reason.",
    "allow: {} # {SKU: shop owners say it}",
    ...filesOf(answers),
    ...rulesOf(answers),
    "",
    "# A lower score on an axis is an error: gates: {corporate: 70}",
    "# fail_on: warning",
    "",
  ].join("\n");
}

function filesOf({ platforms }: Answers): readonly string[] {
  if (platforms.length === 0) return [];
  const [only] = platforms;
  const globs =
    platforms.length === 1
      ? [`  "**": { platform: ${only} }`]
      : platforms.map((platform) => `  "**/${platform}/**": { platform: ${platform} }`);
  return [
    "",
    "# Where posts go that don't say so themselves, by the file they stand in.",
    "files:",
    ...globs,
  ];
}

function rulesOf(answers: Answers): readonly string[] {
  const rules = [...gradeRules(answers), ...sponsorRules(answers), ...habitRules(answers)];
  if (rules.length > 0) return ["", "rules:", ...rules];
  return [
    "",
    "rules: {} # {corporate/jargon: {terms: {our word: off, learnings: lessons}}, commercial: info}",
  ];
}

function gradeRules({ level }: Answers): readonly string[] {
  const grades = GRADES[level];
  if (grades === undefined) return [];
  const rule = (name: string, of: "post" | "sentence"): string =>
    `  readability/${name}: { readability: { max_grade: ${grades[of]}, of: ${of}, min_words: 25 } }`;
  return [
    `  # Written for ${level}: the school grade up to which a text may read.`,
    rule("hard-post", "post"),
    rule("hard-sentence", "sentence"),
  ];
}

function sponsorRules({ sponsors }: Answers): readonly string[] {
  if (sponsors.length === 0) return [];
  return [
    "  # A post that thanks or names one of these with “by”, “from” or “with” needs a label.",
    "  disclosure/missing:",
    "    disclosure:",
    "      find: missing",
    `      cues+: ${listed(sponsors.map((name) => `(by|from|with|thanks to|thank you) ${escaped(name)}`))}`,
  ];
}

/** What stands for something in patterns stands for itself here. */
function escaped(name: string): string {
  return name.replace(/[()[\]<>|*\\]/gu, " ").trim();
}

function habitRules({ habits }: Answers): readonly string[] {
  if (habits === undefined) return [];
  const { posts, exclamations, emoji, sentence, hashtags } = habits;
  const tags = Object.entries(hashtags).map(([platform, max]) => `${platform}: ${max}`);
  const platform = Object.keys(hashtags).find(
    (name) => hashtags[name] === Math.max(...Object.values(hashtags)),
  );
  return [
    `  # What 95 of 100 of your ${posts} posts keep to. Change a number (and its examples), or take a rule out.`,
    ...limitRule(
      "commercial/loud",
      `count: exclamations, max: ${exclamations}`,
      (count) => `Rye${"!".repeat(count)}`,
      exclamations,
    ),
    ...limitRule(
      "accessibility/too-many-emoji",
      `count: emoji, max: ${emoji}`,
      (count) => `Rye ${"🍞 ".repeat(count)}`.trim(),
      emoji,
    ),
    ...limitRule(
      "readability/long-sentence",
      `count: words, max: ${sentence}, per: sentence`,
      sentenceOf,
      sentence,
    ),
    ...(platform === undefined
      ? []
      : limitRule(
          "platform/tag-wall",
          `count: hashtags, max: { ${tags.join(", ")} }`,
          (count) => `Rye ${"#rye ".repeat(count)}`.trim(),
          hashtags[platform],
          platform,
        )),
  ];
}

const BAKED = ["rye", "rolls", "buns", "loaves", "tarts", "cakes"];

/** A sentence of so many words. */
function sentenceOf(words: number): string {
  const all = Array.from({ length: words }, (_, index) =>
    index % 2 === 1 ? "and" : BAKED[(index / 2) % BAKED.length],
  );
  const text = all.join(" ");
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/** A limit of the built-in pack with another number, and examples that hold for it. */
function limitRule(
  rule: string,
  limit: string,
  textWith: (count: number) => string,
  max: number,
  platform?: string,
): readonly string[] {
  const post = (text: string): string =>
    platform === undefined
      ? JSON.stringify(text)
      : `{ text: ${JSON.stringify(text)}, platform: ${platform} }`;
  const level = rule === "accessibility/too-many-emoji" ? ["    level: info"] : [];
  return [
    `  ${rule}:`,
    ...level,
    `    limit: { ${limit} }`,
    "    examples:",
    `      bad: [${[max + 1, max + 2].map((count) => post(textWith(count))).join(", ")}]`,
    `      good: [${[Math.max(0, max - 1), max].map((count) => post(textWith(count))).join(", ")}]`,
  ];
}

function listed(values: readonly string[]): string {
  return values.length === 0 ? "[]" : `[${values.map(quoted).join(", ")}]`;
}

/** As it is where YAML reads a text so, else in quotes. */
function quoted(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N} .-]*[\p{L}\p{N}]$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off)$/iu.test(text);
  return isPlain ? text : JSON.stringify(text);
}
