import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "src");

interface Import {
  readonly specifier: string;
  readonly isType: boolean;
  readonly isLazy: boolean;
}

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => relative(".", path).split(sep).join("/"));

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const found: Import[] = [];
  for (const match of text.matchAll(/^(?:import|export)\s+(type\s)?[^;"]*?from\s+"([^"]+)"/gmu)) {
    found.push({ specifier: match[2], isType: match[1] !== undefined, isLazy: false });
  }
  for (const match of text.matchAll(/\bimport\("([^"]+)"\)/gu)) {
    found.push({ specifier: match[1], isType: false, isLazy: true });
  }
  return found;
}

function targetOf(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier);
}

function folderOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : "";
}

/** Whom each folder may import besides itself: arrows point down. The root of src may import all but the command line. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  text: ["generated"],
  packs: ["text", "generated"],
  retext: ["text", "generated"],
  calendar: ["text", "generated"],
  checks: ["calendar", "packs", "text", "retext", "generated"],
  inputs: ["text", "generated"],
  reporters: ["text", "generated"],
  generated: [],
  suggest: ["packs", "text", "generated"],
  types: ["packs"],
};
/** Files of the root that every folder may import: the nouns, and what has no arrow of its own. */
const COMMON = [
  "types.ts",
  "errors.ts",
  "lazy.ts",
  "score.ts",
  "suppress.ts",
  "english.ts",
  "suggest.ts",
  "names.ts",
  "own-id.ts",
];
/** May reach into the command line: it offers `loadPack`. */
const API = "index.ts";

const relativeImports = files.flatMap((file) =>
  importsOf(file)
    .filter(({ specifier }) => specifier.startsWith("."))
    .map((each) => ({ file, target: targetOf(file, each.specifier), ...each })),
);

describe("the straight line", () => {
  it("reads the imports of all files", () => {
    expect(relativeImports.length).toBeGreaterThan(100);
  });

  it("touches Node in src/cli only", () => {
    const offenders = files
      .filter((file) => folderOf(file) !== "cli")
      .filter((file) => importsOf(file).some(({ specifier }) => specifier.startsWith("node:")));
    expect(offenders).toEqual([]);
  });

  it("reads no clock, environment or terminal outside src/cli", () => {
    const offenders = files
      .filter((file) => folderOf(file) !== "cli")
      .filter((file) =>
        /\bprocess\.|\bDate\.now|new Date\(\)|\bconsole\./u.test(readFileSync(join(root, file), "utf8")),
      );
    expect(offenders).toEqual([]);
  });

  it("lets no arrow point up", () => {
    const up = relativeImports.filter(({ file, target, isType }) => {
      const from = folderOf(file);
      const to = folderOf(target);
      if (from === to || isType || file === API || from === "cli") return false;
      if (from === "") return to === "cli";
      if (to === "types") return false;
      if (to === "") return !COMMON.includes(target);
      return !BELOW[from].includes(to);
    });
    expect(up.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it("keeps the checks apart from each other", () => {
    const shared = new Set(["checks/check.ts", "checks/entries.ts", "checks/together.ts"]);
    const crossing = relativeImports.filter(
      ({ file, target }) =>
        folderOf(file) === "checks" &&
        file !== "checks/index.ts" &&
        folderOf(target) === "checks" &&
        !shared.has(target),
    );
    expect(crossing.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it("keeps heavy packages off the path of a plain check", () => {
    const heavy = /^(unified|retext|mdast|micromark|yaml$|chalk|syllable|spache$|dale-chall$|flesch|cuss)/u;
    const entry = "cli/entry.ts";
    const reached = new Set([entry]);
    for (const file of reached) {
      for (const { specifier, isType, isLazy } of importsOf(file)) {
        if (isType || isLazy) continue;
        if (specifier.startsWith(".")) reached.add(targetOf(file, specifier));
        else if (heavy.test(specifier)) expect.fail(`${file} imports ${specifier} before it is needed`);
      }
    }
    expect(reached.size).toBeGreaterThan(30);
  });
});

describe("sizes", () => {
  it("keeps every file of src under 250 lines", () => {
    const long = files
      .filter((file) => folderOf(file) !== "generated")
      .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length }))
      .filter(({ lines }) => lines > 251);
    expect(long).toEqual([]);
  });
});
