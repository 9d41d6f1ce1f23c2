import { lazy } from "../lazy.ts";
import { proseOf } from "../text/tree.ts";
import type { StockPlugin } from "./plugins.ts";
import { profanitiesIn } from "./profanity-scan.ts";

/** retext-profanities, which the built-in packs run in every post; it stands apart, so that the others needn't be loaded with it. */
export const profanities: StockPlugin = {
  module: lazy(() => import("retext-profanities")),
  screen: (doc, { sureness = 0 }) => profanitiesIn(proseOf(doc), sureness).size > 0,
  options: ["ignore", "sureness"],
  message: "“<match>” may put people off.",
};
