/** Whole numbers side by side, each in as few bytes as the greatest of them takes. */
export type WholeNumbers = Uint8Array | Int16Array | Uint16Array | Int32Array;

/** The kinds of arrays, as they are numbered in files. */
const Kind = { byte: 0, signed: 1, unsigned: 2, whole: 3 } as const;

/** The numbers in the narrowest array that holds them all. */
export function narrowest(numbers: ArrayLike<number>): WholeNumbers {
  let least = 0;
  let most = 0;
  for (let index = 0; index < numbers.length; index++) {
    least = Math.min(least, numbers[index]);
    most = Math.max(most, numbers[index]);
  }
  if (least >= 0 && most <= 0xff) return Uint8Array.from(numbers);
  if (least >= -0x8000 && most <= 0x7fff) return Int16Array.from(numbers);
  return least >= 0 && most <= 0xffff ? Uint16Array.from(numbers) : Int32Array.from(numbers);
}

/** The number of an array's kind. */
export function kindOf(numbers: WholeNumbers): number {
  if (numbers instanceof Uint8Array) return Kind.byte;
  if (numbers instanceof Int16Array) return Kind.signed;
  return numbers instanceof Uint16Array ? Kind.unsigned : Kind.whole;
}

/** An array of a kind over a part of a buffer. */
export function wholeNumbers(
  kind: number,
  buffer: ArrayBufferLike,
  offset: number,
  length: number,
): WholeNumbers {
  switch (kind) {
    case Kind.byte:
      return new Uint8Array(buffer, offset, length);
    case Kind.signed:
      return new Int16Array(buffer, offset, length);
    case Kind.unsigned:
      return new Uint16Array(buffer, offset, length);
    default:
      return new Int32Array(buffer, offset, length);
  }
}
