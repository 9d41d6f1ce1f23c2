import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../src/cli");

/** What the program reads in its environment, and what for. */
const MEANINGS: Readonly<Record<string, string>> = {
  NO_COLOR: "Not empty: no colour. `--color` is stronger.",
  FORCE_COLOR: "Colour also where the output is no terminal (0: none). `--no-color` is stronger.",
  CI: "Not empty: no progress is shown.",
  GITHUB_STEP_SUMMARY:
    "The file that GitHub's runner takes a summary from: with `-f github` or `-f markdown` the scorecard is added to it.",
  GITHUB_OUTPUT: "As an Action: the file that takes the step's outputs.",
  GITHUB_WORKSPACE: "As an Action: the folder that is checked.",
  XDG_CACHE_HOME: "Where compiled packs are kept when the project has no node_modules.",
  LOCALAPPDATA: "The same on Windows.",
  HOME: "The same elsewhere: in .cache, on a Mac in Library/Caches.",
};

/** Variables by name with their meaning, in this order. Throws where the program reads one that has none here, or the other way round. */
export async function environment(): Promise<readonly (readonly [string, string])[]> {
  const read = new Set<string>();
  for (const file of await readdir(folder)) {
    const text = await readFile(join(folder, file), "utf8");
    for (const [, name] of text.matchAll(/\benv\.([A-Z][A-Z_]+)/gu)) read.add(name);
  }
  const told = Object.entries(MEANINGS);
  const untold = [...read].filter((name) => MEANINGS[name] === undefined);
  const unread = told.map(([name]) => name).filter((name) => !read.has(name));
  if (untold.length > 0) throw new Error(`scripts/docs/environment.ts doesn't say what ${untold} is for`);
  if (unread.length > 0) throw new Error(`nothing in src/cli reads ${unread}; take it out of environment.ts`);
  return told;
}
