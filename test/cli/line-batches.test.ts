import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { inBatches } from "../../src/cli/line-batches.ts";

async function* numbers(count: number, pauseBefore?: number): AsyncGenerator<number, void, void> {
  for (let number = 0; number < count; number++) {
    if (number === pauseBefore) await wait(200);
    yield number;
  }
}

async function batchesOf(items: AsyncIterable<number>): Promise<readonly (readonly number[])[]> {
  const batches: (readonly number[])[] = [];
  for await (const batch of inBatches(items)) batches.push(batch);
  return batches;
}

it.each([
  [0, []],
  [1, [1]],
  [256, [256]],
  [600, [256, 256, 88]],
])("%i items that come at once are batches of %j", async (count, sizes) => {
  const batches = await batchesOf(numbers(count));
  expect(batches.flat()).toEqual(Array.from({ length: count }, (_, index) => index));
  expect(batches.map(({ length }) => length)).toEqual(sizes);
});

it("gives on what is there when no more comes soon", async () => {
  expect(await batchesOf(numbers(3, 2))).toEqual([[0, 1], [2]]);
});

it("ends its source when nobody wants more", async () => {
  let isOpen = true;
  async function* endless(): AsyncGenerator<number, void, void> {
    try {
      for (let number = 0; ; number++) yield number;
    } finally {
      isOpen = false;
    }
  }
  for await (const batch of inBatches(endless())) {
    expect(batch).toHaveLength(256);
    break;
  }
  expect(isOpen).toBe(false);
});
