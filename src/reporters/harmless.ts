import { isPlainPicture } from "../text/pictures.ts";

/**
 * What a terminal or a log would act on instead of show: control characters, marks that turn the direction of
 * writing, line and paragraph separators, a BOM, and lone surrogates.
 */
const ACTIVE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;
const ACTIVE_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|##\[/gu;
/** What no plain line holds. */
const UNUSUAL = /[^\0-~]/u;
const BLANKS = "\t\n\v\f\r\u2028\u2029";

/** A line that GitHub's runner would take for a command: `::` first, behind blanks or colours. */
const COMMAND = /^((?:\s|\u001b\[[\d;]*m)*)::/u;
/** The older form of a command, anywhere in a line. */
const OLD_COMMAND = /##\[/gu;

/** Foreign text (of a post, a file name, a pack) as one line that shows every character and acts on nothing. */
export function harmless(text: string): string {
  return mayAct(text) ? text.replace(ACTIVE, shown) : text;
}

/** Lines of output, each ended, none of which a build log takes for a command of its own. */
export function harmlessLines(lines: readonly string[]): string {
  let output = "";
  for (const line of lines) output += `${withoutCommand(line)}\n`;
  return output;
}

/** JSON on one line (or indented) that means the same and is safe to print in a terminal or a build log. */
export function harmlessJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent);
  // Most lines hold nothing of it, and this tells it sooner than to look for each sign.
  return UNUSUAL.test(json) || json.includes("##[") ? json.replace(ACTIVE_IN_JSON, escaped) : json;
}

function withoutCommand(line: string): string {
  if (!line.includes("::") && !line.includes("##[")) return line;
  return line.replace(COMMAND, "$1∶:").replace(OLD_COMMAND, "##⁅");
}

/** Whether a text may hold something of `ACTIVE`, which takes a while to make; of most texts, and of pictures, it is told without. */
function mayAct(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (isPassive(text.charCodeAt(index))) continue;
    if (!isPlainPicture(text.codePointAt(index) ?? 0)) return true;
    index++;
  }
  return false;
}

/** Signs and letters of European scripts; dashes, quotation marks and dots. */
function isPassive(unit: number): boolean {
  return (
    (unit >= 0x20 && unit <= 0x7e) || (unit >= 0xa0 && unit < 0x600) || (unit >= 0x2010 && unit <= 0x2027)
  );
}

/** Blanks stay blanks, other controls become their pictures, the rest a replacement mark: one cell each. */
function shown(character: string): string {
  if (BLANKS.includes(character)) return " ";
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "␡" : "\ufffd";
}

/** The last sign as an escape. */
function escaped(signs: string): string {
  const last = signs.length - 1;
  return `${signs.slice(0, last)}\\u${signs.charCodeAt(last).toString(16).padStart(4, "0")}`;
}
