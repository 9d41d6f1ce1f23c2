import { describe, expect, it } from "vitest";
import { markdown } from "../../src/reporters/markdown.ts";
import { reporterContract } from "../reporters.contract.ts";
import { flagged, plain, reportOf } from "./sample.ts";

reporterContract(markdown, (finding) => `${finding.rule}/${finding.entry}`);

describe("markdown", () => {
  it("is a scorecard, worst posts first", () => {
    const posts = [
      flagged("We [[ideate]]", { id: "one", score: 80 }),
      flagged("Fine", { id: "two" }),
      flagged("We [[leverage]]", { id: "three", score: 40, findings: [{ level: "error" }] }),
    ];
    expect(
      markdown.render(
        reportOf(posts, [{ source: "c.txt", line: 2, code: "syntax", message: "no *YAML*", level: "error" }]),
        plain,
      ),
    ).toMatchInlineSnapshot(`
      "### voicecheck: 2 flags in 2 of 3 posts (1 error, 1 warning)

      | post | score | corporate |
      | --- | ---: | ---: |
      | <code>three</code> | ❌ 40 | 40 |
      | <code>one</code> | ⚠️ 80 | 80 |

      <details><summary>All flags</summary>

      - ⚠️ <code>post.txt:1:4</code> “ideate” is meeting-room talk. <code>corporate/jargon/ideate</code>
      - ❌ <code>post.txt:1:4</code> “leverage” is meeting-room talk. <code>corporate/jargon/leverage</code>

      </details>

      Could not be checked:

      - <code>c.txt:2</code> no &#42;YAML&#42;
      "
    `);
  });

  it("holds no markup, HTML or mention of a post", () => {
    const text = "| <img src=x onerror=1> [a](javascript:b) @acme **b** `c` https://example.com";
    const shown = markdown.render(
      reportOf([flagged("[[x]]", { id: text, source: text, findings: [{ message: text }] })]),
      plain,
    );
    expect(shown).not.toMatch(/<img|\]\(|@acme|\*\*b|https:\/\//u);
    for (const line of shown.split("\n").filter((each) => each.startsWith("| ")))
      expect(line.split(" | ")).toHaveLength(2);
  });
});
