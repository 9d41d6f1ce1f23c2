import { describe, expect, it } from "vitest";
import { inputs } from "../../src/inputs/index.ts";
import { readSource } from "../inputs.contract.ts";

/** Which part of which number each post is; a hyphen for those of no thread. */
async function partsOf(format: string, file: string): Promise<readonly string[]> {
  const [input] = inputs.filter(({ name }) => name === format);
  const { posts } = await readSource(input, file);
  return posts.map(({ thread }) => (thread === undefined ? "-" : `${thread.part} of ${thread.of}`));
}

describe("posts that are numbered", () => {
  it.each([
    [
      ["1/2 Rye", "2/2 Oats", "Tea"],
      ["1 of 2", "2 of 2", "-"],
    ],
    [
      ["Rye 1/3", "Oats (2/3)", "Tea 3/3"],
      ["1 of 3", "2 of 3", "3 of 3"],
    ],
    [
      ["1/ Rye", "2/ Oats", "1/ Tea", "2/ Cake"],
      ["1 of 2", "2 of 2", "1 of 2", "2 of 2"],
    ],
    // The third is missing, and is not made up.
    [
      ["1/4 Rye", "2/4 Oats", "4/4 Tea"],
      ["1 of 3", "2 of 3", "3 of 3"],
    ],
    [
      ["1/2 price", "2/3 of the rye", "1/2 of the oats"],
      ["-", "-", "-"],
    ],
    [
      ["1/4 cup of rye", "3/4 cup of oats"],
      ["-", "-"],
    ],
    [
      ["1/2 Rye", "Oats", "2/2 Tea"],
      ["-", "-", "-"],
    ],
    [
      ["2/2 Rye", "1/2 Oats"],
      ["-", "-"],
    ],
  ])("%j", async (texts, expected) => {
    expect(await partsOf("csv", ["text", ...texts].join("\n"))).toEqual(expected);
    expect(await partsOf("json", JSON.stringify(texts))).toEqual(expected);
    expect(await partsOf("yaml", JSON.stringify(texts))).toEqual(expected);
    expect(await partsOf("text", texts.join("\n---\n"))).toEqual(expected);
  });

  it("are of one thread only for the same platform, account and author", async () => {
    const rows = ["1/2 Rye,x,Ana", "2/2 Oats,x,Sam", "1/2 Rye,x,Ana", "2/2 Oats,threads,Ana"];
    expect(await partsOf("csv", ["text,platform,author", ...rows].join("\n"))).toEqual(["-", "-", "-", "-"]);
  });

  it("know what the first part says", async () => {
    const [csv] = inputs.filter(({ name }) => name === "csv");
    const { posts } = await readSource(csv, "text\n1/2 Rye #ad\n2/2 Oats");
    expect(posts[1].thread?.first).toBe("1/2 Rye #ad");
  });
});
