/** More findings than a function takes arguments: about 120,000, from where on `push(...list)` throws. */
import { describe, expect, it } from "vitest";
import { csv } from "../src/reporters/csv.ts";
import { markdown } from "../src/reporters/markdown.ts";
import { loadedLint, resultOf } from "./lints.ts";
import { flagged, plain, reportOf } from "./reporters/sample.ts";

const MANY = 130_000;

describe("very many", () => {
  it.each([
    ["matches of an expression", "{regex: {bold: '\\*a\\*'}}", "*a* "],
    ["terms", "{terms: [rye]}", "rye "],
    ["terms in tags", "{in: [hashtag], terms: [rye]}", "#RyeDay "],
  ])("%s are all found in a post", async (_, rule, unit) => {
    const lint = await loadedLint(`rules: {a/b: ${rule}}`);
    const { findings, problems } = resultOf(lint, unit.repeat(MANY));
    expect(problems).toEqual([]);
    expect(findings).toHaveLength(MANY);
  });

  it.each([csv, markdown])("posts can be told: $name", ({ render }) => {
    const gates = [{ axis: "corporate", least: 70 }];
    const post = { ...flagged("Rye"), gates };
    expect(render(reportOf(new Array(MANY).fill(post)), plain)).not.toBe("");
  });
});
