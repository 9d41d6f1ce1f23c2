/**
 * First and last code point of stretches in which all are pictures by themselves (`Emoji_Presentation`), neither skin tones nor parts of
 * flags. Not all that there are, but most that people use; a regular expression for all takes over a millisecond to make.
 */
const STRETCHES: readonly number[] = [
  0x1f32d, 0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0, 0x1f3ca, 0x1f400, 0x1f43e, 0x1f442, 0x1f4fc,
  0x1f4ff, 0x1f53d, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f90c, 0x1f93a, 0x1f947, 0x1f9ff,
];

/** Whether a code point is for certain a picture, two cells wide, that is drawn onto nothing; it may err towards no. */
export function isPlainPicture(code: number): boolean {
  for (let at = 0; at < STRETCHES.length; at += 2) {
    if (code >= STRETCHES[at] && code <= STRETCHES[at + 1]) return true;
  }
  return false;
}
