/** What stands in a glob for letters or digits, or nothing. */
export const STAR = "*";

const STAR_UNIT = 0x2a;
const STRAIGHT = 0x27;
const UNDERSCORE = 0x5f;
const HASH = 0x23;
const AT = 0x40;
const DOT = 0x2e;

/** Whether a glob is what stands in a folded text from `start` up to `end`. Steps back to the last `*` only, which is enough. */
export function isLikeGlob(glob: string, text: string, start: number, end: number): boolean {
  const last = glob.charCodeAt(glob.length - 1);
  if (last !== STAR_UNIT && last !== text.charCodeAt(end - 1)) return false;
  let at = start;
  let part = 0;
  let star = -1;
  let retry = 0;
  while (at < end) {
    if (part < glob.length && glob.charCodeAt(part) === STAR_UNIT) {
      star = part++;
      retry = at;
    } else if (part < glob.length && glob.charCodeAt(part) === text.charCodeAt(at)) {
      part++;
      at++;
    } else if (star >= 0 && isLetterOrDigit(text, retry)) {
      part = star + 1;
      at = ++retry;
    } else {
      return false;
    }
  }
  while (part < glob.length && glob.charCodeAt(part) === STAR_UNIT) part++;
  return part === glob.length;
}

/** Within a word or tag all but `'`, `_`, `#`, `@` and `.` are letters or digits. */
function isLetterOrDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit !== STRAIGHT && unit !== UNDERSCORE && unit !== HASH && unit !== AT && unit !== DOT;
}
