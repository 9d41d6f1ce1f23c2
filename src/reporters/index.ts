import type { Reporter } from "../types.ts";
import { concise } from "./concise.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { later, laterFormat } from "./later.ts";
import { ndjson } from "./ndjson.ts";
import { pretty } from "./pretty.ts";
import { summary } from "./summary.ts";

/** All reporters, in the order that `--help` lists them. */
export const reporters: readonly Reporter[] = [
  pretty,
  concise,
  summary,
  json,
  ndjson,
  github,
  laterFormat("sarif", "SARIF 2.1.0, for code scanning"),
  laterFormat("gitlab", "GitLab's Code Quality report"),
  laterFormat("junit", "JUnit's XML: a suite for each file, a case for each post"),
  laterFormat("checkstyle", "Checkstyle's XML, for tools that read it"),
  laterFormat("rdjsonl", "reviewdog's diagnostics, one to a line"),
  laterFormat("markdown", "a scorecard for pull requests, worst posts first"),
  later(
    "html",
    "a page to review posts on: a card for each, filters, charts",
    async () => (await import("./html.ts")).html,
  ),
  laterFormat("csv", "your sheet with scores, flags and what is suggested; posts of other files as a sheet"),
];
