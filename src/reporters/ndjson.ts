import type { Reporter } from "../types.ts";
import { elementOf } from "./elements.ts";
import { harmlessJson } from "./harmless.ts";

/** Each element of the JSON report's `posts` on a line of its own. */
export const ndjson: Reporter = {
  name: "ndjson",
  summary: "one line of JSON for each post, for streams (docs/json.md)",
  render: (report, style) => {
    let output = "";
    for (const result of report.posts) output += `${harmlessJson(elementOf(result, style))}\n`;
    return output;
  },
};
