/** Every payload through every reporter, in every place where foreign words come to stand; each output is read as its reader would. */
import { parse } from "csv-parse/sync";
import { parseHTML } from "linkedom";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { reporters } from "../../src/reporters/index.ts";
import { elementsOf } from "../xml.ts";
import { flagged, plain, reportOf } from "./sample.ts";

const PAYLOADS = [
  "\u001b[31mred\u001b]8;;https://evil.example\u0007link",
  "\u0000\u0008\u000b\u000c\u001f\u007f\u009b2J\ufffe\uffff",
  "\n::error file=x::y",
  "%0A::set-env name=x::y",
  "##[add-path]/tmp",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</style></title><svg onload=alert(1)>",
  "<!-- --><iframe src=javascript:alert(1)>",
  "]]><failure/>&lol;&#0;",
  "| a | b |\n|---|---|\n| c | d |",
  "[click](javascript:alert(1)) ![x](https://evil.example/p.png) https://evil.example @everyone #1",
  "</details>\n\n# Heading\n\n```\ncode",
  "=HYPERLINK(1)",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  '","=1+1","',
  "\n=1+1",
  "javascript:alert(1)",
  "file:///etc/passwd",
  "../../etc/passwd?x#y",
  "C:\\x%20y",
  "\u202e\u2066txt\u2028\u2029",
  "\ud800lone\udfff",
  "__proto__",
];
const HARMLESS = "plain";

/** A report in which a text stands wherever foreign words can: names, ids, messages, words, suggestions, fields, problems. */
function outputWith(text: string, render: (typeof reporters)[number]["render"]): string {
  // Two brackets mark what is flagged.
  const words = text.replaceAll("]]", "] ]");
  const post = flagged(`Rye ${words} and [[leverage${words}]]`, {
    ...{ source: text, id: text, author: text, account: text, date: text, kind: text, platforms: [text] },
    fields: { title: text, media: text, alt: text, link: text, hashtags: text },
    findings: [
      {
        ...{ rule: `a/${text}`, entry: text, message: text, why: text, url: text, platforms: [text] },
        ...{ suggestions: [text], fixable: true, edit: { start: 0, end: 3, text } },
      },
    ],
  });
  const problem = { source: text, line: 1, code: text, message: text, level: "error" } as const;
  return render(reportOf([post], [problem]), plain);
}

/** What a reader makes of each format, which no payload may change: the shape without the words. */
const SHAPES: Readonly<Record<string, (output: string) => unknown>> = {
  json: (output) => Object.keys(JSON.parse(output).posts[0].findings[0]),
  ndjson: (output) => [output.split("\n").length, Object.keys(JSON.parse(output.split("\n")[0]))],
  gitlab: (output) => JSON.parse(output).length,
  sarif: (output) => JSON.parse(output).runs[0].results.length,
  rdjsonl: (output) => output.split("\n").map((line) => (line === "" ? "" : typeof JSON.parse(line))),
  junit: elementsOf,
  checkstyle: elementsOf,
  csv: (output) => parse(output).map((row: readonly string[]) => row.length),
  html: (output) => {
    const { document } = parseHTML(output);
    for (const each of document.querySelectorAll("*"))
      for (const { name, value } of each.attributes) {
        expect(name).not.toMatch(/^on/u);
        if (name === "href" || name === "src") expect(value).toMatch(/^(?:#|https?:|data:image\/)/u);
      }
    return ["script", "img", "iframe", "svg", "style", "form", "base", "meta"].map(
      (name) => document.querySelectorAll(name).length,
    );
  },
  markdown: (output) => {
    const tree = fromMarkdown(output, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const names: string[] = [];
    const visit = (node: { type: string; value?: string; children?: readonly object[] }): void => {
      if (node.type !== "text") names.push(node.type === "html" ? `html ${node.value}` : node.type);
      for (const child of node.children ?? []) visit(child as Parameters<typeof visit>[0]);
    };
    visit(tree);
    return names;
  },
  github: (output) => output.split("\n").map((line) => /^::\w+/u.exec(line)?.[0]),
  concise: (output) => output.split("\n").length,
};

describe.each(reporters.filter(({ name }) => SHAPES[name] !== undefined))("$name", (reporter) => {
  it.each(PAYLOADS)("has the same shape with %j", async (payload) => {
    await reporter.load?.();
    const shape = SHAPES[reporter.name];
    expect(shape(outputWith(payload, reporter.render))).toEqual(shape(outputWith(HARMLESS, reporter.render)));
  });
});

it("every format is judged, but for those that people alone read", () => {
  const others = reporters.map(({ name }) => name).filter((name) => SHAPES[name] === undefined);
  expect(others.sort()).toEqual(["pretty", "summary"]);
});

describe("places in machine formats", () => {
  it.each(PAYLOADS)("are relative in SARIF: %j", async (payload) => {
    const sarif = reporters.find(({ name }) => name === "sarif");
    await sarif?.load?.();
    const log = JSON.parse(outputWith(payload, (...given) => sarif?.render(...given) ?? ""));
    for (const { locations } of log.runs[0].results) {
      const { uri } = locations[0].physicalLocation.artifactLocation;
      expect(uri).toMatch(/^[A-Za-z0-9%._~!$&'()*+,;=@/:-]*$/u);
      expect(new URL(uri, "https://repository.example/a/b/c/d/").host).toBe("repository.example");
    }
    for (const { helpUri } of log.runs[0].tool.driver.rules)
      if (helpUri !== undefined) expect(helpUri).toMatch(/^https?:/u);
  });

  it.each(["javascript:alert(1)", "file:///x", "data:text/html,x", "https://a b"])(
    "lead nowhere by a link like %j",
    async (url) => {
      const post = flagged("[[leverage]]", { findings: [{ url }] });
      for (const name of ["sarif", "rdjsonl", "html", "markdown"]) {
        const reporter = reporters.find((each) => each.name === name);
        await reporter?.load?.();
        const output = reporter?.render(reportOf([post]), plain) ?? "";
        expect(output).not.toMatch(/(?:href="|"helpUri": ?"|"url": ?"|\]\()(?:javascript|file|data:text)/u);
      }
    },
  );
});
