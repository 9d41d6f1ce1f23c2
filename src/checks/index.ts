import { calendar } from "./calendar.ts";
import type { Check, RunCheck } from "./check.ts";
import { consistent } from "./consistent.ts";
import { disclosure } from "./disclosure.ts";
import { length } from "./length.ts";
import { limit } from "./limit.ts";
import { patterns } from "./patterns.ts";
import { profanity } from "./profanity.ts";
import { readability } from "./readability.ts";
import { regex } from "./regex.ts";
import { require } from "./require.ts";
import { retext } from "./retext.ts";
import { spelling } from "./spelling.ts";
import { terms } from "./terms.ts";

/** All rule types, in the order in which they run. Those come first that may have to wait for a module, so that no work is done twice. */
export const checks: readonly Check[] = [
  readability,
  profanity,
  retext,
  terms,
  patterns,
  regex,
  spelling,
  consistent,
  require,
  disclosure,
  limit,
  length,
];

/** Rule types over many posts. */
export const runChecks: readonly RunCheck[] = [calendar];

/** Rule types that are part of the pack format and can't be run yet. */
export const laterTypes: readonly string[] = ["tone"];
