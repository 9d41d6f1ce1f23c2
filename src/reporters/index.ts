import type { Reporter } from "../types.ts";
import { concise } from "./concise.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { later } from "./later.ts";
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
  later("sarif", "SARIF 2.1.0, for code scanning"),
  later("gitlab", "GitLab's Code Quality report"),
  later("junit", "JUnit's XML: a suite for each file, a case for each post"),
  later("checkstyle", "Checkstyle's XML, for tools that read it"),
  later("rdjsonl", "reviewdog's diagnostics, one to a line"),
  later("markdown", "a scorecard for pull requests, worst posts first"),
  later("csv", "the posts as a sheet with scores, flags and what is suggested"),
];
