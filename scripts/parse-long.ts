/** Compares the linear parser with parse-english on many random texts: `npx tsx scripts/parse-long.ts [count] [seed]`. */
import fc from "fast-check";
import { differenceOn, mixes } from "../test/text/parse-oracle.ts";

const CHUNK = 5_000;
const count = Number(process.argv[2] ?? 120_000);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));

/** The first text of a chunk on which the parsers differ, with the difference. */
function firstDifference(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const difference = differenceOn(text);
    if (difference !== undefined) return `${JSON.stringify(text)}\n${difference}`;
  }
  return undefined;
}

let compared = 0;
let difference: string | undefined;
while (compared < count && difference === undefined) {
  const texts = fc.sample(mixes, { numRuns: Math.min(CHUNK, count - compared), seed: seed + compared });
  difference = firstDifference(texts);
  compared += texts.length;
}
if (difference !== undefined) {
  console.error(difference);
  process.exitCode = 1;
}
console.log(
  `${compared} texts compared (seed ${seed}), ${difference === undefined ? "no difference" : "stopped at a difference"}`,
);
