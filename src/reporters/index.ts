import type { Reporter } from "../types.ts";
import { concise } from "./concise.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { ndjson } from "./ndjson.ts";
import { pretty } from "./pretty.ts";
import { summary } from "./summary.ts";

/** All reporters, in the order that `--help` lists them. */
export const reporters: readonly Reporter[] = [pretty, concise, summary, json, ndjson, github];
