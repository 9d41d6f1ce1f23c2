import { Unit, unitClasses } from "./parse-units.ts";

/** The smallest nodes of a text, side by side; entry `count` of the offsets stands for the end of the text. */
export interface Leaves {
  readonly text: string;
  readonly count: number;
  /** The kinds of `Unit`. */
  readonly kind: Uint8Array;
  /** UTF-16 offsets. */
  readonly start: Int32Array;
  /** Lines and columns from 1 of these offsets; a line ends after LF, CRLF or CR. */
  readonly line: Int32Array;
  readonly column: Int32Array;
}

const LF = 10;
const CR = 13;

/** Cuts a text where parse-latin does: words, white space, and runs of one mark or symbol. */
export function leavesOf(text: string): Leaves {
  const { length } = text;
  const kind = new Uint8Array(length + 1);
  const start = new Int32Array(length + 1);
  const line = new Int32Array(length + 1);
  const column = new Int32Array(length + 1);
  const classes = unitClasses();
  let count = 0;
  let lastKind = -1;
  let last = -1;
  let atLine = 1;
  let atColumn = 1;
  for (let offset = 0; offset < length; offset++) {
    const code = text.charCodeAt(offset);
    const codeKind = classes[code] & Unit.kind;
    if (codeKind !== lastKind || !continues(codeKind, code, last)) {
      kind[count] = codeKind;
      start[count] = offset;
      line[count] = atLine;
      column[count] = atColumn;
      count++;
    }
    if (code === CR || (code === LF && last !== CR)) {
      atLine++;
      atColumn = 1;
    } else if (code !== LF) {
      atColumn++;
    }
    lastKind = codeKind;
    last = code;
  }
  start[count] = length;
  line[count] = atLine;
  column[count] = atColumn;
  return { text, count, kind, start, line, column };
}

/** Whether a unit goes on a leaf of its kind: letters and blanks do, marks where they are the same, and surrogates. */
function continues(kind: number, code: number, last: number): boolean {
  if (kind === Unit.word || kind === Unit.whiteSpace) return true;
  return code === last || (code & 0xf800) === 0xd800;
}
