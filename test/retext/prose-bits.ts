import fc from "fast-check";

/** Words and marks between which words of a list are mixed, for the parity tests of screens. */
const glue: readonly string[] = [
  " ",
  " ",
  " ",
  "  ",
  "\n",
  "\n\n",
  "\u00a0",
  ". ",
  ", ",
  "! ",
  " – ",
  "-",
  "--",
  "'",
  "''",
  "’",
  "'s ",
  '"',
  "“",
  "”",
  "(",
  ") ",
  "/",
  "_",
  "*",
  "&",
  ": ",
  "…",
  ".",
  "\u200b",
  "\u00ad",
  "é",
  "\u0301",
  "1",
  "😀",
  " the ",
  " a ",
  " an ",
  " is ",
  " were ",
  "plain words",
  " house and garden ",
  "@someone",
  " https://example.org/a ",
  "#tag ",
];

/** Texts in which these words stand in many forms, cases and company. */
export function proseWith(words: readonly string[]): fc.Arbitrary<string> {
  const word = fc
    .constantFrom(...words)
    .chain((each) =>
      fc.constantFrom(
        each,
        each,
        each.toUpperCase(),
        each.charAt(0).toUpperCase() + each.slice(1),
        `${each}s`,
        `${each.slice(0, 2)}-${each.slice(2)}`,
        `${each.slice(0, 1)}'${each.slice(1)}`,
        `${each.slice(0, 3)}’${each.slice(3)}`,
        `"${each}"`,
        `‘${each}’`,
        `'n'${each}`,
        each.replaceAll(" ", "-"),
        each.replaceAll(" ", "  "),
        each.replaceAll(" ", "\n"),
        each.replaceAll("k", "\u212a"),
      ),
    );
  const part = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...glue) }, { weight: 1, arbitrary: word });
  return fc.array(part, { maxLength: 24 }).map((parts) => parts.join(""));
}
