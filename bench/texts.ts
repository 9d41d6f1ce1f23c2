/** Texts to measure on: seeded, so that each run sees the same. */

const WORDS =
  "we you bread oven morning team work week new open people make bake good day year help time place know learn story price customer market leverage growth solution proud share join today community loaf flour city street kind plan idea".split(
    " ",
  );

/** A small pseudo-random generator (mulberry32), numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Posts of about 280 characters with links, tags, emoji and line breaks. */
export function posts(count: number, seed = 7): { id: string; text: string }[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)];
  const sentence = (): string => {
    const words = Array.from({ length: 6 + Math.floor(next() * 10) }, () => pick(WORDS)).join(" ");
    return words[0].toUpperCase() + words.slice(1) + pick([".", ".", ".", "!", "?"]);
  };
  return Array.from({ length: count }, (_, index) => {
    const parts = Array.from({ length: 4 }, sentence);
    const extras = [
      pick(["", "🎉", "👇"]),
      pick(["", "https://example.com/a?b=1"]),
      pick(["", "#FreshBread @millhouse"]),
    ];
    return {
      id: `p${index}`,
      text: `${parts.slice(0, 2).join(" ")}\n\n${parts.slice(2).join(" ")} ${extras.join(" ").trim()}`,
    };
  });
}

/** A megabyte each of what makes linters slow. */
export function hostileTexts(size = 1_000_000): Readonly<Record<string, string>> {
  const fill = (bit: string): string => bit.repeat(Math.ceil(size / bit.length)).slice(0, size);
  return {
    "one letter": fill("a"),
    "one word": fill("leverage "),
    "!?": fill("!?"),
    "a-a-": fill("a-a-"),
    "a.a.": fill("a.a."),
    emoji: fill("👨‍👩‍👧‍👦"),
    "[": fill("["),
    '"': fill('"a '),
    "@": fill("@a "),
    "#": fill("#Aa"),
    "http://": fill("http://a"),
    "`": fill("`a"),
    newlines: fill("\n"),
    blanks: fill(" "),
    "combining marks": fill("a\u0301\u0323"),
    "lone surrogates": fill("\ud800"),
    "it's not": fill("it's not the word, "),
  };
}
