import { describe, expect, it } from "vitest";
import { markdown } from "../../src/reporters/markdown.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(markdown, (finding) => `${finding.rule}/${finding.entry}`);

describe("markdown", () => {
  it("is a scorecard, worst posts first", () => {
    const posts = [
      flagged("We [[ideate]]", { id: "one", score: 40 }),
      flagged("Fine", { id: "post.txt#2", platforms: ["x"] }),
      flagged("We [[leverage]]", { id: "three", line: 7, score: 80, findings: [{ level: "error" }] }),
      flagged("We [[unpack]]", { id: "four", score: 20 }),
    ];
    expect(
      markdown.render(
        reportOf(posts, [{ source: "c.txt", line: 2, code: "syntax", message: "no *YAML*", level: "error" }]),
        plain,
      ),
    ).toMatchInlineSnapshot(`
      "### voicecheck: 3 flags in 3 of 4 posts (1 error, 2 warnings)

      | post | score | corporate |
      | --- | ---: | ---: |
      | <code>post.txt:7 three</code> | ❌ 80 | 80 |
      | <code>post.txt:1 four</code> | ⚠️ 20 | 20 |
      | <code>post.txt:1 one</code> | ⚠️ 40 | 40 |

      <details><summary>All flags</summary>

      - ❌ <code>post.txt:7:4</code> “leverage” is meeting-room talk. <code>corporate/jargon/leverage</code>
      - ⚠️ <code>post.txt:1:4</code> “unpack” is meeting-room talk. <code>corporate/jargon/unpack</code>
      - ⚠️ <code>post.txt:1:4</code> “ideate” is meeting-room talk. <code>corporate/jargon/ideate</code>

      </details>

      <details><summary>1 post with nothing to flag</summary>

      | post | score | corporate |
      | --- | ---: | ---: |
      | <code>post.txt&#35;2</code> · x | 100 | 100 |

      </details>

      Could not be checked:

      - <code>c.txt:2</code> no &#42;YAML&#42;
      "
    `);
  });

  it("says in the header what a gate asks for, and shows the scores below it", () => {
    const gate = { axis: "corporate", least: 70 };
    const closed = { rule: "gate/corporate", entry: undefined, level: "error" as const };
    const posts = [
      { ...flagged("We [[ideate]]", { score: 40, findings: [closed] }), gates: [gate] },
      { ...flagged("We [[leverage]]", { score: 80 }), gates: [gate], axes: { corporate: 80, human: 100 } },
    ];
    const lines = markdown.render(reportOf(posts), plain).split("\n");
    expect(lines[0]).toBe("### voicecheck: 2 flags in 2 of 2 posts (1 error, 1 warning) · 1 gate closed");
    expect(lines.slice(2, 6)).toEqual([
      "| post | score | corporate ≥ 70 | human |",
      "| --- | ---: | ---: | ---: |",
      "| <code>post.txt</code> | ❌ 40 | **40** |  |",
      "| <code>post.txt</code> | ⚠️ 80 | 80 | 100 |",
    ]);
    const other = {
      ...posts[1],
      gates: [
        { axis: "corporate", least: 60, platforms: ["x"] },
        { axis: "human", least: 0 },
      ],
    };
    expect(markdown.render(reportOf([posts[0], other]), plain)).toContain("| corporate ≥ 60–70 | human |");
  });

  it("says how much of a baseline was left out", () => {
    const report = { ...reportOf([flagged("Fine")]) };
    const known = { ...report, summary: { ...report.summary, known: 7 } };
    expect(markdown.render(known, plain)).toContain(
      "### voicecheck: 1 post, nothing to flag · 7 known and left out",
    );
  });

  it("shows what a comment can hold, the worst of it, and counts the rest", () => {
    const posts = Array.from({ length: 150 }, (_, index) =>
      flagged("We [[ideate]]", {
        id: `post.txt#${index}`,
        findings: [{ level: index > 140 ? "error" : "info" }],
      }),
    );
    const clean = Array.from({ length: 250 }, () => flagged("Fine"));
    const problem = { source: "c.txt", code: "syntax", message: "no", level: "error" } as const;
    const shown = markdown.render(reportOf([...posts, ...clean], Array(60).fill(problem)), plain);
    expect(shown).toContain("… and 50 more posts");
    expect(shown).toContain("<summary>The worst 50 flags</summary>\n\n- ❌ ");
    expect(shown).toContain("- … and 100 more flags");
    expect(shown).toContain("<summary>250 posts with nothing to flag</summary>");
    expect(shown).toContain("- … and 10 more\n");
    expect(shown.match(/❌ <code>post\.txt:/gu)).toHaveLength(9);
    expect(shown.length).toBeLessThan(65_536);
  });

  it("shows the end of a long name", () => {
    const id = `${"folder/".repeat(30)}june.csv#3`;
    const shown = markdown.render(reportOf([flagged("We [[ideate]]", { id, source: id })]), plain);
    expect(shown).toMatch(/\| <code>…[a-z/]*june\.csv&#35;3<\/code> \|/u);
  });

  it("holds no markup, HTML or mention of a post", () => {
    const text = "| <img src=x onerror=1> [a](javascript:b) @acme **b** `c` https://example.com";
    const shown = markdown.render(
      reportOf([flagged("[[x]]", { id: text, source: text, findings: [{ message: text }] })]),
      plain,
    );
    expect(shown).not.toMatch(/<img|\]\(|@acme|\*\*b|https:\/\//u);
    for (const line of shown.split("\n").filter((each) => each.startsWith("| ")))
      expect(line.split(" | ")).toHaveLength(3);
  });
});
