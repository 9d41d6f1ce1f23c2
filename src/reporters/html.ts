import type { Reporter } from "../types.ts";
import { harmlessLines } from "./harmless.ts";
import { pageLines } from "./review/page.ts";

/** A page for the person who reads all posts: a card for each, worst first, with filters and charts; no script, no network. */
export const html: Reporter = {
  name: "html",
  summary: "a page to review posts on: a card for each, filters, charts",
  render: (report, style) => harmlessLines(pageLines(report, style)),
};
