/** Rows of numbers, each kept once. */
export interface Rows {
  readonly add: (row: readonly number[]) => number;
  readonly finish: () => Int32Array;
}

/** Starts rows with the one that gets number 0. */
export function rows(first: readonly number[]): Rows {
  const numbers = new Map<string, number>();
  const all: number[] = [];
  const add = (row: readonly number[]): number => {
    const key = row.join(" ");
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    all.push(...row);
    return numbers.size - 1;
  };
  add(first);
  return { add, finish: () => Int32Array.from(all) };
}

/** Texts with numbers in the order they come. */
export interface Numbered {
  readonly add: (text: string) => number;
  readonly all: () => readonly string[];
}

/** Starts numbering from 0. */
export function numbered(): Numbered {
  const numbers = new Map<string, number>();
  const add = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  return { add, all: () => [...numbers.keys()] };
}
