/** More findings than a function takes arguments: about 120,000, from where on `push(...list)` throws. */
import { describe, expect, it } from "vitest";
import { fixSource } from "../src/fix-source.ts";
import { postFrom } from "../src/post.ts";
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

  it("words that can't be mended safely are left, soon", async () => {
    const lint = await loadedLint("rules: {a/b: {terms: {rye: oat}}}");
    let reads = 0;
    const source = {
      ...{ lint, pack: lint.pack, write: (words: string) => words },
      read: async (text: string) => {
        reads++;
        return [postFrom({ id: "p", text: text.replaceAll("oat", "gone") })];
      },
    };
    const { done, refusals } = await fixSource("rye bread. ".repeat(2_000).trim(), source);
    expect([done.length, refusals.length]).toEqual([0, 2_000]);
    expect(reads).toBeLessThan(300);
  });

  it.each([csv, markdown])("posts can be told: $name", ({ render }) => {
    const gates = [{ axis: "corporate", least: 70 }];
    const post = { ...flagged("Rye"), gates };
    expect(render(reportOf(new Array(MANY).fill(post)), plain)).not.toBe("");
  });
});
