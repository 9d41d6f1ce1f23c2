import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readSheet } from "../inputs/sheet.ts";
import type { Sheet } from "../types.ts";
import { decodeBytes } from "./decode.ts";
import type { Options } from "./options.ts";
import { inputFor } from "./read.ts";

/** Reads sheets again, as they stand on the disk; nothing of what is no sheet or can't be read. */
export function sheetsIn(
  cwd: string,
  { columns }: Pick<Options, "columns">,
): (source: string) => Sheet | undefined {
  return (name) => {
    if (!["csv", "tsv"].includes(inputFor(name).name)) return undefined;
    try {
      const { text } = decodeBytes(readFileSync(resolve(cwd, name)));
      return text === undefined ? undefined : readSheet({ name, text, columns });
    } catch {
      return undefined;
    }
  };
}
