import type { Place, Source, Waiver } from "../types.ts";
import { isIsoDay } from "./dates.ts";

/** An ignore comment as it stands in the file. */
export interface WrittenWaiver {
  /** What stands behind `voicecheck-ignore`. */
  readonly words: string;
  /** All of it, as in the file. */
  readonly text: string;
  readonly place: Place;
}

/** The word that begins an ignore comment. */
export const IGNORE = "voicecheck-ignore";

const REASON = /(?:^|\s)(?:--|–|—)(?:\s|$)/u;
const UNTIL = "until=";
const EXAMPLE = `${IGNORE} corporate/jargon until=2026-12-31 -- why`;

/** Reads an ignore comment. One that can't be read is a problem and holds for nothing. */
export function readWaiver(written: WrittenWaiver, report: Source["report"]): Waiver | undefined {
  const { words, text, place } = written;
  const parsed = parseWaiver(words);
  if (typeof parsed !== "string") return { text, place, ...parsed };
  const message = `this ignore comment ${parsed}; write it like “${EXAMPLE}”`;
  report({ code: "bad-waiver", line: place.line, column: place.column, message, level: "error" });
  return undefined;
}

/** Reads a cell or a key's text: what follows `voicecheck-ignore`, several apart by `;`. */
export function readWaivers(written: WrittenWaiver, report: Source["report"]): readonly Waiver[] {
  const waivers: Waiver[] = [];
  for (const part of written.words.split(";")) {
    const words = part.trim();
    if (words === "") continue;
    const waiver = readWaiver(
      { ...written, words: words.startsWith(IGNORE) ? words.slice(IGNORE.length) : words },
      report,
    );
    if (waiver !== undefined) waivers.push(waiver);
  }
  return waivers;
}

/** What `RULE[, RULE] [until=DATE] [-- reason]` says, or what is wrong with it. */
function parseWaiver(words: string): Pick<Waiver, "names" | "until" | "reason"> | string {
  const dashes = REASON.exec(words);
  const head = dashes === null ? words : words.slice(0, dashes.index);
  const reason = dashes === null ? "" : words.slice(dashes.index + dashes[0].length).trim();
  const names: string[] = [];
  let until: string | undefined;
  for (const word of head.split(/[\s,]+/u)) {
    if (word.startsWith(UNTIL)) until = word.slice(UNTIL.length);
    else if (word.includes("=")) return `says “${word}”, and only until= is known`;
    else if (word !== "") names.push(word);
  }
  if (names.length === 0) return "names no rule";
  if (until !== undefined && !isIsoDay(until)) return `ends at “${until}”, which is no date`;
  return { names, ...(until !== undefined && { until }), ...(reason !== "" && { reason }) };
}
