import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { commonShape, packShape } from "../../src/packs/schema/pack.ts";
import { betweenMarks } from "../docs/between-marks.ts";
import { keyList } from "../docs/key-list.ts";

const path = "docs/pack-format.md";
/** Needs no line: the version, and what editors look for. */
const SILENT: ReadonlySet<string> = new Set(["voicecheck", "$schema"]);

/** The lists of keys in the page of the pack format. */
export async function outputs(): Promise<Record<string, string>> {
  const page = await readFile(join(import.meta.dirname, "../..", path), "utf8");
  const fileKeys = Object.keys(packShape).filter((name) => !SILENT.has(name));
  const withFile = betweenMarks(page, "file-keys", keyList(packShape, fileKeys));
  return { [path]: betweenMarks(withFile, "rule-keys", keyList(commonShape, Object.keys(commonShape))) };
}
