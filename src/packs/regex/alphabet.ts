import type { AST } from "@eslint-community/regexpp";

/** A set of sample characters, one bit each. */
export type CharSet = Uint32Array;

/** Elements that match one character. */
export type CharElement =
  | AST.Character
  | AST.CharacterClass
  | AST.CharacterSet
  | AST.ExpressionCharacterClass;

/** Each sixteenth character of the first plane meets all that `\p{…}` can stand for. */
const PROPERTY_STRIDE = 16;

/**
 * Characters that tell the classes of one expression apart: two classes that share a character share one of these. Where ranges
 * overlap, the overlap begins at the begin of one of them, so all ends of ranges and their neighbours do.
 */
export function sampleCharacters(elements: readonly CharElement[]): readonly string[] {
  const points = new Set<number>();
  for (let point = 0; point < 256; point++) points.add(point);
  for (const point of [0x2028, 0x20ac, 0x2603, 0x4e00, 0xfffc, 0x1f600]) points.add(point);
  for (const element of elements) addEnds(element, points);
  if (elements.some(({ raw }) => /\\[pP]\{/u.test(raw))) {
    for (let point = 256; point < 0xd800; point += PROPERTY_STRIDE) points.add(point);
  }
  const valid = [...points].filter(
    (point) => point >= 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff),
  );
  return valid.map((point) => String.fromCodePoint(point));
}

function addEnds(element: AST.CharacterClassElement | CharElement, points: Set<number>): void {
  const around = (point: number): void => {
    points
      .add(point - 1)
      .add(point)
      .add(point + 1);
  };
  if (element.type === "Character") around(element.value);
  if (element.type === "CharacterClassRange") {
    around(element.min.value);
    around(element.max.value);
  }
  if (element.type === "CharacterClass") for (const each of element.elements) addEnds(each, points);
}

/** Which of the samples an element matches. */
export function charSetOf(element: CharElement, samples: readonly string[], flags: string): CharSet {
  const expression = new RegExp(`^(?:${element.raw})$`, flags);
  const set = new Uint32Array(Math.ceil(samples.length / 32));
  for (const [index, sample] of samples.entries()) {
    if (expression.test(sample)) set[index >>> 5] |= 1 << (index & 31);
  }
  return set;
}

/** Whether the sets share a character. */
export function meet(one: CharSet, two: CharSet, three: CharSet = two): boolean {
  for (let index = 0; index < one.length; index++) {
    if ((one[index] & two[index] & three[index]) !== 0) return true;
  }
  return false;
}
